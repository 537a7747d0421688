// The box: what is typed or pasted is answered by the lookup, which is loaded when somebody asks.
const ROOT = new URL("../", document.currentScript.src);

parts["[data-lookup]"] = (form) => {
  const box = form.elements.text;
  let attached = null;
  const lookup = () => (attached ??= import(new URL("assets/lookup/box.js", ROOT)).then((module) => module.attach(form, ROOT)));
  const answer = async () => {
    let told;
    try {
      told = await lookup();
    } catch (error) {
      attached = null;
      form.querySelector("[role=status]").textContent = "The lookup could not be loaded. Try again, or take the code from the lists.";
      throw error;
    }
    await told(() => form.querySelector("[data-result]")?.scrollIntoView({ block: "nearest" }));
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer();
  });
  // What is pasted before the lookup is there is answered as soon as it is.
  const early = (answerNow) => box.value.trim() && answerNow();
  box.addEventListener("focus", () => lookup().then(early).catch(() => (attached = null)), { once: true });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  if (form.closest("dialog")) return;
  // A code leads on to its page; `#q=…` is answered here. A search from the address bar puts + for a blank.
  const asked = () => {
    const text = decoded(location.hash.slice(1).replaceAll("+", " "));
    if (/^(q=)?[\dx.]+$/.test(text) && codeIn(text)) return location.replace(new URL(`${codeIn(text)}/`, ROOT));
    if (!text.startsWith("q=")) return undefined;
    box.value = text.slice(2);
    return answer();
  };
  asked();
  addEventListener("hashchange", asked); // it does not load the page anew
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
