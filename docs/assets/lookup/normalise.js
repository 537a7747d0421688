// Turns what people paste into words that can be compared, as generator/lookup/normalise.py does.
// The patterns are those of the index.

import { decodedParts } from "./encoded.js";

const LONGEST = 65536;
const LONGEST_WORD = 60;
const LONGEST_MIXED_WORD = 20;
const LONGEST_STEM = 8;
const SURROGATE = /[\ud800-\udfff]/g;
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

export class Normaliser {
  constructor(index) {
    this.found = {};
    for (const [name, pattern] of Object.entries(index.normalise)) {
      this.found[name] = new RegExp(pattern, name === "camel" ? "g" : "gi");
    }
    this.numbers = new Set(index.knownNumbers.split(" "));
    this.commonNames = new Set(index.commonNames.split(" "));
  }

  /** The text as a person sees it, without markup, quotation marks and escapes. */
  clean(text) {
    const found = this.found;
    text = text.replace(SURROGATE, " ").slice(0, LONGEST).replace(found.breaks, "\n");
    text = decodedParts(text, found).replace(SURROGATE, " ").normalize("NFC");
    text = text.replace(found.breaks, "\n");
    text = text.replace(found.nothings, "").replace(found.blanks, " ");
    text = text.replace(found.escapes, (_, code) => String.fromCharCode(parseInt(code, 16)));
    text = text.replace(found.slashes, "$1");
    text = text.replace(found.unseen, " ");
    text = text.replace(found.tag, (tag) => (starts(found.line_tag, tag) ? "\n" : " "));
    return this.unquoted(text.replace(found.entity, decoded));
  }

  unquoted(text) {
    let lines = text.split("\n");
    for (let level = 0; level < 3; level++) {
      const full = lines.filter((line) => strip(line));
      const quoted = full.filter((line) => starts(this.found.quoted, line)).length;
      if (quoted * 2 <= full.length) break;
      lines = lines.map((line) => line.replace(this.found.quote, ""));
    }
    return lines.join("\n");
  }

  /** The words of a line in their order: stems in lower case; addresses and hosts as marks. */
  words(line) {
    const found = this.found;
    line = line.replace(found.url, (url) => ` ${this.wordsOfUrl(url)} `);
    line = line.replace(found.address, " qaddr ").replace(found.ip, " qip ");
    line = line.replace(found.code, " ");
    line = line.replace(found.host, (host) => ` ${this.wordsOfHost(host)} `);
    line = line.replace(found.mark, (mark) => mark.toLowerCase().replace(/[()_]/g, "").replaceAll("-", "n"));
    line = line.replace(found.camel, "$1$3 $2$4");
    line = line.toLowerCase().normalize("NFD").replace(found.accents, "").normalize("NFC");
    const words = [];
    for (const word of line.match(found.word) ?? []) {
      if (starts(found.wide, word)) {
        const last = Math.max(1, word.length - 1);
        for (let at = 0; at < last; at++) words.push(word.slice(at, at + 2));
      } else if (this.isWanted(word)) {
        words.push(/[0-9]/.test(word) ? stem(word) : stem(word).slice(0, LONGEST_STEM));
      }
    }
    return words;
  }

  isWanted(word) {
    if (/^[0-9]+$/.test(word)) return this.numbers.has(word);
    return word.length <= (/[0-9]/.test(word) ? LONGEST_MIXED_WORD : LONGEST_WORD);
  }

  wordsOfUrl(url) {
    const bare = url.toLowerCase().replace(/^https?:\/\//, "");
    const slash = bare.indexOf("/");
    const host = slash < 0 ? bare : bare.slice(0, slash);
    const rest = slash < 0 ? "" : bare.slice(slash + 1);
    const wanted = (word) => !this.commonNames.has(word);
    const domain = host.split(".").filter((part) => part.length > 2 && wanted(part));
    const path = (rest.match(this.found.url_word) ?? []).filter(wanted);
    return [...domain.slice(-2), ...path.slice(0, 6)]
      .map((word) => `u${word.replace(/[^a-z0-9]/g, "")}`)
      .join(" ");
  }

  wordsOfHost(host) {
    const parts = host.toLowerCase().split(".");
    const second = parts[parts.length - 2];
    const name = parts.length < 3 || second.length > 3 ? second : parts[parts.length - 3];
    return this.commonNames.has(name) ? "qhost" : `qhost h${name.replace(/[^a-z0-9]/g, "")}`;
  }
}

/** Whether a global pattern matches at the start of a text. */
export function starts(pattern, text) {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  pattern.lastIndex = 0;
  return match !== null && match.index === 0;
}

/** Whether a global pattern matches anywhere in a text. */
export function has(pattern, text) {
  pattern.lastIndex = 0;
  const answer = pattern.test(text);
  pattern.lastIndex = 0;
  return answer;
}

/** A text without blanks around it. */
export function strip(text) {
  let [start, end] = [0, text.length];
  while (text[start] === " ") start++;
  while (end > start && text[end - 1] === " ") end--;
  return text.slice(start, end);
}

function decoded(_, decimal, hexadecimal, name) {
  if (name) return ENTITIES[name.toLowerCase()];
  const number = decimal ? parseInt(decimal, 10) : parseInt(hexadecimal, 16);
  return number >= 32 && number < 0xd800 ? String.fromCharCode(number) : " ";
}

function stem(word) {
  if (word.length > 4 && word.endsWith("ly")) word = word.slice(0, -2);
  if (word.length > 5 && word.endsWith("ing")) word = word.slice(0, -3);
  else if (word.length > 4 && word.endsWith("ed")) word = word.slice(0, -2);
  else if (word.length > 3 && word.endsWith("s") && !word.endsWith("ss")) word = word.slice(0, -1);
  const last = word[word.length - 1];
  if (word.length > 3 && last === word[word.length - 2] && "bdgmnpt".includes(last)) word = word.slice(0, -1);
  if (word.length > 4 && word.endsWith("e")) word = word.slice(0, -1);
  if (word.length > 3 && word.endsWith("y")) word = `${word.slice(0, -1)}i`;
  return word;
}
