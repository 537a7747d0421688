// A filter above lists or tables: words that a row must contain, and classes; kept in the address.
parts["[data-filter]"] = (form) => {
  const place = form.parentElement;
  const input = form.elements.words;
  const output = form.querySelector("output");
  const buttons = [...form.querySelectorAll("[data-class]")];
  const rows = [...place.querySelectorAll("[data-filtered] tbody tr, [data-filtered] > li")].map((row) => [row, row.textContent.toLowerCase()]);

  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const classes = buttons.filter((one) => one.getAttribute("aria-pressed") === "true").map((one) => one.dataset.class);
    let count = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word)) || (classes.length > 0 && !classes.some((one) => row.classList.contains(one)));
      if (!row.hidden) count += 1;
    }
    output.textContent = count ? `${count} of ${rows.length}` : "Nothing found; use fewer words.";
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
  input.addEventListener("input", show);
  if (kept.size) show();
};
