// A fold opens when the address names it, the heading above it or a place inside, and keeps itself in
// the address.
parts["[data-fold]"] = (fold) => {
  const asked = () => {
    const id = decoded(location.hash.slice(1));
    if (!id) return;
    const inside = fold.querySelector(`#${CSS.escape(id)}`);
    if (id !== fold.dataset.fold && !inside) return;
    fold.open = true;
    inside?.scrollIntoView();
  };
  fold.querySelector("summary").addEventListener("click", () => {
    if (!fold.open) history.replaceState(null, "", `${location.pathname}${location.search}#${fold.dataset.fold}`);
  });
  window.addEventListener("hashchange", asked);
  asked();
};
