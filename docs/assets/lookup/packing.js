// Numbers and names as printable characters, as generator/lookup/packing.py writes them.

const DIGITS = [];
for (let code = 35; code < 127; code++) if (code !== 92) DIGITS.push(String.fromCharCode(code));
const VALUES = new Map(DIGITS.map((digit, value) => [digit, value]));
export const STEPS = 4;
const BASE = DIGITS.length;
const LEVELS = 12;
const SHORT = 60;
const LONG = SHORT + (BASE - 1 - SHORT) * BASE;

export function unpacked(text) {
  let number = 0;
  for (const digit of text) number = number * BASE + VALUES.get(digit);
  return number;
}

export function unpackedWeight(digit, largest) {
  const level = VALUES.get(digit) - LEVELS;
  const size = (level * level) / (LEVELS * LEVELS) * largest;
  return level > 0 ? size : -size;
}

/** The words of a row of numbers of two digits each. */
export function wordsOf(spelled, words) {
  const found = [];
  for (let at = 0; at < spelled.length; at += 2) found.push(words[unpacked(spelled.slice(at, at + 2))]);
  return found;
}

/** Words of which each begins with a capital, the number of letters that it shares with the one before. */
export function frontDecoded(text) {
  let before = "";
  const parts = text.match(/[A-Z][^A-Z]*/g) ?? [];
  return parts.map((part) => (before = before.slice(0, part.charCodeAt(0) - 65) + part.slice(1)));
}

/** Names of words with hyphens between, from the words and the names in digits. */
export function unhyphened(words, spelled) {
  const known = words.split(" ");
  return spelled.split(" ").map((name) => numbers(name).map((number) => known[number]).join("-"));
}

/** Numbers of one digit, two or four, one behind the other. */
export function numbers(text) {
  const found = [];
  for (let at = 0; at < text.length; at++) {
    const first = VALUES.get(text[at]);
    if (first < SHORT) found.push(first);
    else if (first < BASE - 1) found.push(SHORT + (first - SHORT) * BASE + VALUES.get(text[++at]));
    else found.push(LONG + unpacked(text.slice(at + 1, (at += 3) + 1)));
  }
  return found;
}

/** Ascending places, from the gaps between them. */
export function ungapped(text) {
  let place = -1;
  return numbers(text).map((gap) => (place += gap + 1));
}
