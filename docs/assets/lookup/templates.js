// Recognises the provider's response by the rarest words of each wording, as
// generator/lookup/templates.py does.

import { STEPS, frontDecoded, numbers, unhyphened, unpacked, wordsOf } from "./packing.js";

export const NEARLY_ALL = 0.9;
export const MARKS = new Set(["qaddr", "qhost", "qip"]);
const SOME_MORE = 2;
const LONGEST_SIGNATURE = 6;
const ENOUGH = 0.8;
const SAME_CODE = 2;
const SAME_NUMBER = 0.5;
const SAME_SENDER = 4;
const SAME_LENGTH = 2;
const SAME = 2;

const told = new WeakMap();

/** Of each response (by its key) its number, provider, codes, problem and answers, from the parts of
 * the entries; read once. */
export function responsesOf(parts, { providers }) {
  if (told.has(parts)) return told.get(parts);
  const found = new Map();
  for (const part of parts) {
    const ids = unhyphened(part.idWords, part.ids);
    const [codesOf, answersOf] = [numbers(part.codesOf), numbers(part.answersOf)];
    let at = 0;
    providers.forEach(({ id: provider }, place) => {
      for (const last = at + part.counts[place]; at < last; at++) {
        const key = `${provider}/${ids[at]}`;
        const codes = part.codes[codesOf[at]].split(" ").filter((code) => code);
        const problem = unpacked(part.problemOf[at]);
        found.set(key, { key, number: found.size, provider, codes, problem, answers: part.answers[answersOf[at]] });
      }
    });
  }
  told.set(parts, found);
  return found;
}

export class Templates {
  constructor(parts, names, known) {
    this.rarity = new Map(known);
    this.wordings = [];
    this.byWord = new Map();
    this.providers = names.providers.map(({ id, hosts, marks }) => [id, [...hosts, ...marks].map((name) => name.toLowerCase())]);
    const responses = responsesOf(parts, names).values();
    for (const part of parts) this.read(part, responses, [...known.keys()]);
  }

  /** Keeps the wordings of a part; `responses` goes on with those in it, `known` are the words of the index. */
  read(part, responses, known) {
    const own = frontDecoded(part.words);
    own.forEach((word, at) => this.rarity.set(word, unpacked(part.rarity[at]) / STEPS));
    const words = [...known, ...own];
    let number = 0;
    for (const signatures of part.signatures.split("\n")) {
      const response = responses.next().value;
      for (const spelled of signatures.split(" ").filter((one) => one)) {
        this.add(response, wordsOf(spelled, words), unpacked(part.lengths[number++]));
      }
    }
  }

  add(response, signature, length) {
    let total = 0;
    for (const word of signature) {
      total += this.rarity.get(word);
      if (!this.byWord.has(word)) this.byWord.set(word, []);
      this.byWord.get(word).push(this.wordings.length);
    }
    this.wordings.push([response, total, signature.length, length]);
  }

  /** Whether some wording has a word. */
  knows(word) {
    return this.rarity.has(word);
  }

  /** The response that one of some words names: no other has it in its wording. */
  marked(words) {
    for (const word of words) {
      const found = new Set((this.byWord.get(word) ?? []).map((number) => this.wordings[number][0]));
      if (found.size === 1) return [...found];
    }
    return [];
  }

  /** The providers that are recognised in a text by their hosts and marks. */
  senders(text) {
    const lower = text.toLowerCase();
    return new Set(this.providers.filter(([, names]) => names.some((name) => lower.includes(name))).map(([id]) => id));
  }

  /** The responses whose wording the lines of words have, the best first; each once. */
  matches(lines, reply, enhanced, senders) {
    const present = new Set(lines.flat());
    const rarest = [...present].map((word) => this.rarity.get(word) ?? 0).sort((one, other) => other - one);
    const whole = [0];
    for (const rarity of rarest.slice(0, LONGEST_SIGNATURE)) whole.push(whole[whole.length - 1] + rarity);
    const count = [...present].filter((word) => !MARKS.has(word)).length;
    const said = [enhanced, reply].filter((code) => code);
    const weights = new Map();
    for (const word of present) {
      const rarity = this.rarity.get(word);
      for (const number of this.byWord.get(word) ?? []) weights.set(number, (weights.get(number) ?? 0) + rarity);
    }
    const best = new Map();
    for (const [number, found] of weights) {
      const [response, total, size, length] = this.wordings[number];
      const share = found / total;
      if (share < ENOUGH) continue;
      const explained = Math.min(1, found / whole[Math.min(size, whole.length - 1)]);
      const same = said.filter((code) => response.codes.includes(code)).length;
      let weight = found + SAME_CODE * same;
      if (said.length === response.codes.length) weight += SAME_NUMBER;
      if (senders.has(response.provider)) weight += SAME_SENDER;
      if (Math.abs(count - length) < SAME) weight += SAME_LENGTH;
      const agrees = said.length > 0 ? same === said.length : response.codes.length === 0;
      const long = count <= length + Math.max(SOME_MORE, Math.floor(length / 4));
      const isWhole = agrees && long && explained > NEARLY_ALL;
      const known = best.get(response.key);
      if (known && known.weight >= weight) continue;
      best.set(response.key, { ...response, share, explained, weight, isWhole });
    }
    return [...best.values()].sort(byWeight);
  }
}

/** The heaviest first. */
export function byWeight(one, other) {
  return other.weight - one.weight || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);
}
