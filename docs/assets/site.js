// Small comforts; every page is complete without them.
(() => {
  const CODE = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/;
  const REPLY = /(?<![\d.:/-])([1-6]\d\d)(?![\d.:/]*\d)/g;

  // Material's search is a dialog without a name.
  document.querySelector(".md-search")?.setAttribute("aria-label", "Search");

  for (const box of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(box.querySelector("p").textContent);
      button.textContent = "Copied";
    });
    box.append(button);
  }

  // On a phone a row becomes a card (see site.css); each cell then tells which column it is.
  for (const table of document.querySelectorAll(".md-typeset table:not([class])")) {
    const names = [...table.querySelectorAll("th")].map((cell) => cell.textContent.trim());
    for (const row of table.querySelectorAll("tbody tr")) {
      [...row.cells].forEach((cell, column) => column && (cell.dataset.label = names[column].replace("?", "")));
    }
  }

  const filter = document.querySelector("#filter");
  if (filter) {
    filter.closest(".filter").hidden = false;
    const rows = [...document.querySelectorAll("tbody tr")].map((row) => [row, row.textContent.toLowerCase()]);
    filter.addEventListener("input", () => {
      const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word));
    });
  }

  const form = document.querySelector("#find");
  if (form) {
    // The map on this page lists every code, so the box needs no data of its own.
    const known = new Map();
    for (const chip of document.querySelectorAll(".map a.chip")) {
      const [first, last] = chip.textContent.trim().split(" to ");
      const stem = first.slice(0, first.lastIndexOf(".") + 1);
      const number = (code) => Number(code.slice(stem.length));
      known.set(first, chip.href);
      if (last) for (let member = number(first); member <= number(last); member++) known.set(stem + member, chip.href);
    }
    const answer = document.querySelector("#find-answer");
    const find = (text) => {
      const enhanced = text.match(CODE);
      const codes = [enhanced && enhanced[0], ...[...text.matchAll(REPLY)].map((found) => found[1])];
      return codes.find((code) => known.has(code));
    };
    const open = (text) => {
      const code = find(text);
      if (code) location.assign(known.get(code));
      return code;
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = form.elements.bounce.value.trim();
      if (!text || open(text)) return;
      answer.textContent = "There is no known code in this text; the search looks for its words.";
      const query = document.querySelector("input[name=query]");
      query.value = text;
      query.focus();
      query.dispatchEvent(new KeyboardEvent("keyup"));
    });
    const hash = decodeURIComponent(location.hash.slice(1));
    if (/^[\d.]+$/.test(hash)) open(hash);
  }

  const missing = document.querySelector("#missing");
  if (missing) {
    // Repairs addresses that people guess: /5-1-1, /550%205.1.1, /codes/550, /#5.1.1.
    const root = new URL(missing.dataset.root, location.href).pathname;
    const path = decodeURIComponent(location.pathname.slice(root.length)) + " " + decodeURIComponent(location.hash.slice(1));
    const dotted = path.replace(/(?<!\d)([245])[-_ ](\d{1,3})[-_ ](\d{1,3})(?!\d)/, "$1.$2.$3");
    const found = dotted.match(CODE) || dotted.match(/(?<!\d)([1-6]\d\d)(?!\d)/);
    if (found && location.pathname !== `${root}${found[0]}/`) location.replace(`${root}${found[0]}/`);
    if (found) missing.textContent = `There is no page for ${found[0]} here.`;
  }
})();
