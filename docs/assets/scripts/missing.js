// Repairs addresses that people guess, and says what a number means that is no known code.
const PLAIN = [
  [/^([2-5])xx$/i, (found) => `${found[1]}xx/`],
  [/^([245])\.(\d)$/, (found) => `subjects/x.${found[2]}/`],
  [/^x\.(\d)$/i, (found) => `subjects/x.${found[1]}/`],
];

parts["[data-missing]"] = async (place) => {
  const root = new URL(place.dataset.root, location.href);
  const status = place.querySelector("[role=status]");
  const asked = decoded(location.pathname.slice(root.pathname.length)).replace(/\/$/, "");
  const text = `${asked} ${decoded(location.hash.slice(1))}`.replaceAll("/", " ").trim();
  place.querySelector("textarea").value = text;
  for (const [pattern, address] of PLAIN) {
    const found = asked.match(pattern);
    if (found) return location.replace(new URL(address(found), root));
  }
  const code = codeIn(text);
  if (code && asked !== code) return location.replace(new URL(`${code}/`, root));
  if (code) {
    status.textContent = `${code} is no known code. A client treats it by its first digit, as ${code[0]}xx.`;
    return undefined;
  }
  const near = await named(root, asked.split("/").pop().toLowerCase());
  if (near) return location.replace(new URL(near, root));
  status.textContent = `Nothing is known under “${text}”.`;
  return undefined;
};

// The page of an entry whose id or name is the asked one, or begins with it.
async function named(root, asked) {
  if (!asked) return null;
  const answer = await fetch(new URL("assets/guesses.json", root));
  const guesses = await answer.json();
  const known = Object.keys(guesses);
  const near = known.find((one) => one === asked) ?? known.find((one) => asked.length > 5 && one.startsWith(asked));
  return near ? guesses[near] : null;
}
