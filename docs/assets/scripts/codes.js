// The only patterns for codes: how they are found in text, and in addresses that people guess.
const ENHANCED = /(?<![\d.])([245])[.\-_ ](\d{1,3})[.\-_ ](\d{1,3})(?![\d.]*\d)/;
const FAMILY = /(?<![\w.])x\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/i;
const REPLY = /(?<![\d.:/-])([1-6]\d\d)(?![\d.:]*\d)/;

// The code in a text that says most, or null: the one with dots before the three digits.
function codeIn(text) {
  const enhanced = text.match(ENHANCED);
  if (enhanced) return enhanced.slice(1).join(".");
  const family = text.match(FAMILY);
  if (family) return `x.${family[1]}.${family[2]}`;
  const reply = text.match(REPLY);
  return reply && reply[1];
}

// A percent sign that stands for nothing is left as it is.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
