// A page with examples names this site in them as it is called where the page is read.
const EXAMPLE = "https://example.org/";

parts["[data-here]"] = (told) => {
  const page = told.closest("article");
  for (const code of page.querySelectorAll("code")) {
    if (code.textContent.includes(EXAMPLE)) code.textContent = code.textContent.replaceAll(EXAMPLE, ROOT.href);
  }
  for (const link of page.querySelectorAll("[data-bookmark]")) link.href = link.getAttribute("href").replace(EXAMPLE, ROOT.href);
};
