// What the parts of an answer are made of.

/** An element with a class, attributes and children (elements or texts). */
export function element(name, { className, ...rest } = {}, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const [key, value] of Object.entries(rest)) if (value !== null) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A text that begins with a small letter. */
export function lowerFirst(text) {
  return text[0].toLowerCase() + text.slice(1);
}
