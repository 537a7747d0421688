// The buttons of a card: copy the reply to the customer, a note for the ticket, the link.
const SHOWN = 2000; // milliseconds for which a button says that it has copied

parts["[data-copies]"] = (row) => {
  const card = row.closest("[data-card]");
  const status = row.querySelector("[role=status]");
  const page = location.href.split("#")[0];
  row.hidden = false;

  const plain = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const note = () => {
    const answers = [...card.querySelectorAll("dl.answers > div")].map((one) => {
      const detail = one.querySelector("small");
      const answer = [...one.querySelector("dd").childNodes].filter((node) => node !== detail).map((node) => node.textContent).join("");
      return `${plain(one.querySelector("dt"))}: ${answer.trim()}${detail ? ` (${plain(detail)})` : ""}`;
    });
    const named = card.querySelector(".registered, .said");
    return [plain(card.querySelector("h1")), named && plain(named), ...answers, page].filter(Boolean).join("\n");
  };
  const text = (what) => (what === "note" ? note() : what === "link" ? page : plain(row.ownerDocument.getElementById(what)));

  for (const button of row.querySelectorAll("[data-copy]")) {
    const label = button.textContent;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text(button.dataset.copy));
        button.textContent = "Copied";
        status.textContent = `${label}: copied`;
        setTimeout(() => {
          button.textContent = label;
          status.textContent = "";
        }, SHOWN);
      } catch {
        button.disabled = true;
        button.title = "This browser does not let the page copy; mark the text and copy it yourself.";
        status.textContent = button.title;
      }
    });
  }
};

// The link to a section is copied by a click on its sign, and says so.
parts["a.headerlink"] = (sign) => {
  sign.addEventListener("click", async () => {
    const label = sign.textContent;
    try {
      await navigator.clipboard.writeText(sign.href);
    } catch {
      return; // the browser shows the address anyway
    }
    sign.textContent = " copied";
    setTimeout(() => (sign.textContent = label), SHOWN);
  });
};
