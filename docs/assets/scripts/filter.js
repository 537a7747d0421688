// A filter above lists or tables: words that a row must contain, and classes; kept in the address.
// Folds with a hit open while it is used, and headings above lists without one go.

// A list with all that stands between it and its heading, the heading included.
function withHeading(list) {
  const found = [list];
  for (let one = list.previousElementSibling; one && !one.matches("h1, form, .fold, [data-filtered]"); one = one.previousElementSibling) {
    found.push(one);
    if (one.matches("h2")) return found;
  }
  return [list];
}

// The classes of the codes in a row: of its signs, else of the text that a server says.
function classesIn(row) {
  const signs = [...row.querySelectorAll(".chip")].map((sign) => sign.className.match(/\bc[2-5x]\b/)?.[0]);
  const said = row.querySelector("code")?.textContent.match(/^[2-5](?=\d\d|\.\d)/);
  return new Set(signs.length ? signs : said && [`c${said[0]}`]);
}

parts["[data-filter]"] = (form) => {
  const place = form.parentElement;
  const input = form.elements.words;
  const output = form.querySelector("output");
  const buttons = [...form.querySelectorAll("[data-class]")];
  const clear = form.querySelector("[type=reset]");
  const lists = [...place.querySelectorAll("[data-filtered]")].map((list) => {
    const fold = list.closest(".fold");
    return {
      fold,
      blocks: withHeading(fold || list),
      rows: [...list.querySelectorAll("tbody tr, :scope > li")].map((row) => [row, row.textContent.toLowerCase(), classesIn(row)]),
    };
  });
  const total = lists.reduce((sum, { rows }) => sum + rows.length, 0);

  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const classes = buttons.filter((one) => one.getAttribute("aria-pressed") === "true").map((one) => one.dataset.class);
    const used = words.length + classes.length > 0;
    let count = 0;
    for (const { fold, blocks, rows } of lists) {
      let hits = 0;
      for (const [row, text, found] of rows) {
        row.hidden = !words.every((word) => text.includes(word)) || (classes.length > 0 && !classes.some((one) => found.has(one)));
        if (!row.hidden) hits += 1;
      }
      for (const block of blocks) block.hidden = used && !hits;
      if (fold) fold.open = used && hits > 0;
      count += hits;
    }
    clear.hidden = !used;
    output.textContent = count ? `${count} of ${total}` : "Nothing found; use fewer words.";
    const kept = new URLSearchParams([["words", input.value], ["class", classes.join(" ")]].filter(([, value]) => value));
    history.replaceState(null, "", `${location.pathname}${kept.size ? `?${kept}` : ""}${location.hash}`);
  };

  const kept = new URLSearchParams(location.search);
  input.value = kept.get("words") || "";
  const pressed = (kept.get("class") || "").split(" ");
  for (const button of buttons) {
    button.setAttribute("aria-pressed", pressed.includes(button.dataset.class));
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") !== "true");
      show();
    });
  }
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    for (const button of buttons) button.setAttribute("aria-pressed", false);
    setTimeout(show); // the form is empty after this event
    input.focus();
  });
  input.addEventListener("input", show);
  if (kept.size) show();
};
