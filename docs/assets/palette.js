// Puts the colour scheme on the page before it is drawn, as the theme's own inline script does.
(() => {
  const kept = __md_get("__palette");
  if (!kept || !kept.color) return;
  if (kept.color.media === "(prefers-color-scheme)") {
    const light = matchMedia("(prefers-color-scheme: light)").matches;
    const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${light ? "light" : "dark"})']`);
    for (const name of ["media", "scheme", "primary", "accent"]) kept.color[name] = input.getAttribute(`data-md-color-${name}`);
  }
  for (const [key, value] of Object.entries(kept.color)) document.body.setAttribute(`data-md-color-${key}`, value);
})();
