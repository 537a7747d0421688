// Finds the codes in a text, as generator/lookup/codes.py does, with the patterns of the index.

import { frontDecoded, unpacked } from "./packing.js";

export class Codes {
  constructor(index, normaliser) {
    this.pages = new Map(); // of each code [the code of its page, the problems that it can stand for]
    const claims = index.claims.split(" ");
    frontDecoded(index.codes).forEach((code, at) => {
      const [page, last] = code.split("-");
      const told = [page, [...claims[at]].map(unpacked)];
      const [start, detail] = [page.slice(0, page.lastIndexOf(".") + 1), Number(page.split(".").at(-1))];
      for (let one = detail; one <= (last ?? detail); one++) this.pages.set(`${start}${one}`, told);
    });
    this.normaliser = normaliser;
    this.found = {};
    for (const [name, pattern] of Object.entries(index.codePatterns)) this.found[name] = new RegExp(pattern, "gi");
  }

  /** [reply code, enhanced code] that some lines hold first, each null where they hold none. */
  inLines(lines) {
    const bare = lines.map((line) => this.withoutAddresses(line));
    return [this.first(this.found.reply, bare), this.first(this.found.enhanced, bare)];
  }

  first(pattern, lines) {
    for (const line of lines) {
      for (const match of line.matchAll(pattern)) if (this.pages.has(match[1])) return match[1];
    }
    return null;
  }

  /** A line without web addresses, mail addresses and IP addresses: they hold numbers. */
  withoutAddresses(line) {
    for (const name of ["url", "address", "ip"]) line = line.replace(this.normaliser.found[name], " ");
    return line;
  }

  /** The codes that a typed text names in any spelling, the most telling first. */
  typed(text) {
    text = text.toLowerCase();
    const found = [];
    for (const match of text.matchAll(this.found.typed_both)) found.push(match.slice(2, 5).join("."), match[1]);
    for (const [, digit, subject, detail] of text.matchAll(this.found.typed_enhanced)) {
      const wanted = new RegExp(
        `^${digit === "x" ? "[245]" : digit}\\.${subject}\\.${detail === "x" ? "[0-9]{1,3}" : detail}$`,
      );
      const rank = (code) => (code[0] === "5" ? 0 : code[0] === "4" ? 1 : 2);
      const every = [...this.pages.keys()].filter((code) => wanted.test(code));
      found.push(...every.sort((one, other) => rank(one) - rank(other)));
    }
    for (const match of text.matchAll(this.found.typed_reply)) found.push(match[1]);
    return [...new Set(found)].filter((code) => this.pages.has(code));
  }
}

/** What a pair of codes says: the codes themselves, subject and detail, and the class. */
export function codeFeatures(reply, enhanced) {
  const found = [];
  if (reply) found.push(`=${reply}`);
  if (enhanced) found.push(`=${enhanced}`, `=x${enhanced.slice(1)}`);
  const code = reply || enhanced;
  if (code) found.push(`=${code[0]}`);
  return found;
}
