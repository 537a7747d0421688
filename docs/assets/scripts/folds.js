// A fold opens when the address names it or the heading above it, and keeps itself in the address.
parts["[data-fold]"] = (fold) => {
  const asked = () => {
    if (decoded(location.hash) === `#${fold.dataset.fold}`) fold.open = true;
  };
  fold.querySelector("summary").addEventListener("click", () => {
    if (!fold.open) history.replaceState(null, "", `${location.pathname}${location.search}#${fold.dataset.fold}`);
  });
  window.addEventListener("hashchange", asked);
  asked();
};
