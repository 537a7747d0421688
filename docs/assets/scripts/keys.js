// n and p lead to the neighbours of an entry.
parts[".md-content"] = (content) => {
  const keys = { n: "next", p: "prev" };
  content.ownerDocument.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, dialog")) return;
    const link = keys[event.key] && content.querySelector(`a[rel=${keys[event.key]}]`);
    if (link) link.click();
  });
};

// The skip link leads to the page's heading, which is the card; the theme's leads to the first section.
parts[".md-skip"] = (link) => {
  const heading = document.querySelector("h1[id]");
  if (heading) link.href = `#${heading.id}`;
};
