// The box: a code in what was typed opens its page. The lookup, where it is there, answers more.
const ROOT = new URL("../", document.currentScript.src);

function pageOf(code) {
  return new URL(`${code}/`, ROOT).href;
}

parts["[data-lookup]"] = (form) => {
  const box = form.elements.text;
  const status = form.querySelector("[role=status]");
  const known = new Set([...document.querySelectorAll(".map a.chip")].map((chip) => chip.textContent.trim()));
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const code = codeIn(box.value);
    if (code) location.assign(pageOf(code));
    else status.textContent = "There is no code in this text.";
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  const asked = decoded(location.hash.slice(1));
  if (known.size && /^[\dx.]+$/.test(asked) && codeIn(asked)) location.replace(pageOf(codeIn(asked)));
};

parts["dialog.lookup"] = (dialog) => {
  const opener = document.querySelector("[data-lookup-open]");
  const open = () => {
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("textarea").focus();
  };
  opener.hidden = false;
  opener.addEventListener("click", open);
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => event.stopPropagation()); // the theme's keys stay outside
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.closest("input, textarea")) return;
    event.preventDefault();
    open();
  });
};
