// Numbers as printable characters, as generator/lookup/packing.py writes them.

const DIGITS = [];
for (let code = 35; code < 127; code++) if (code !== 92) DIGITS.push(String.fromCharCode(code));
export const VALUES = new Map(DIGITS.map((digit, value) => [digit, value]));
const BASE = DIGITS.length;
const ZERO = Math.floor(BASE / 2);

export function unpacked(text) {
  let number = 0;
  for (const digit of text) number = number * BASE + VALUES.get(digit);
  return number;
}

export function unpackedWeight(digit, largest) {
  const level = VALUES.get(digit) - ZERO;
  const size = (level * level) / (ZERO * ZERO) * largest;
  return level > 0 ? size : -size;
}
