// What the theme keeps between pages (the colour scheme), below the root of this site. Same as the
// theme's own inline script, in a file, so that the page's policy needs no hash.
var __md_scope = new URL("../", document.currentScript.src);
var __md_hash = (text) => [...text].reduce((sum, one) => (sum << 5) - sum + one.charCodeAt(0), 0);
var __md_get = (key, storage = localStorage, scope = __md_scope) => JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // no storage: the choice lasts for this page
  }
};
