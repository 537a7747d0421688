// Attaches every part to its elements; a part that fails stops no other. Pages are complete without.
for (const [selector, attach] of Object.entries(parts)) {
  for (const element of document.querySelectorAll(selector)) {
    Promise.resolve()
      .then(() => attach(element))
      .catch((error) => console.warn(selector, error));
  }
}
