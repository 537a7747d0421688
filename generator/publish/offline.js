// Stands before the scripts of the copy that opens from a folder. Browsers refuse modules and
// `fetch` there, but not scripts; and a link to a folder would show a list of files.
const opened = (address) =>
  new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = () => failed(new Error(`${address}: not found`));
    document.head.append(script);
  });

const imported = async (address) => {
  await opened(address);
  return self.lookup;
};

for (const kind of ["click", "auxclick"]) {
  const complete = (event) => {
    const link = event.target.closest("a[href]");
    if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  };
  document.addEventListener(kind, complete, true);
}
