// Scores the problems by the learnt weights, as generator/lookup/model.py does.

import { STEPS, frontDecoded, numbers, ungapped, unpacked, unpackedWeight, wordsOf } from "./packing.js";

const FEW_WORDS = 10;
const MANY = 0.6;
const EVIDENCE = 9;
const HALF = 0.5;
export const ASIDE = 0.3;

export class Model {
  constructor(index, further) {
    this.words = [];
    this.rarity = new Map();
    this.everyday = new Set();
    this.bias = index.bias;
    this.problems = index.problems;
    this.first = this.read(index);
    this.further = further ? this.read(further) : new Map();
    this.features = new Map([...this.first, ...this.further]);
  }

  /** The features that a part has; adds its words. */
  read({ words, rarity, everyday, features, largest }) {
    const own = frontDecoded(words);
    this.words.push(...own);
    own.forEach((word, at) => this.rarity.set(word, unpacked(rarity[at]) / STEPS));
    for (const at of ungapped(everyday)) this.everyday.add(own[at]);
    const named = [...this.named(features)].map(([name, rare]) => [name, [rare, []]]);
    let number = 0;
    features.gaps.split(" ").forEach((gaps, problem) => {
      for (const at of ungapped(gaps)) {
        named[at][1][1].push([problem, unpackedWeight(features.levels[number++], largest)]);
      }
    });
    return new Map(named.filter(([, [, row]]) => row.length > 0));
  }

  /** [name, rarity] of every word and of the pairs that it begins. */
  *named({ pairs, seconds, rarity }) {
    const counts = numbers(pairs);
    let pair = 0;
    for (const [at, word] of this.words.entries()) {
      yield [word, this.rarity.get(word)];
      for (const last = pair + counts[at]; pair < last; pair++) {
        const [second] = wordsOf(seconds.slice(2 * pair, 2 * pair + 2), this.words);
        yield [`${word} ${second}`, unpacked(rarity[pair]) / STEPS];
      }
    }
  }

  /** {totals, reasons}: the distance of each problem from its boundary, and what gave it. */
  scores(lines, marks) {
    const found = [...this.found(lines, marks)];
    const totals = this.problems.map(() => this.bias);
    const reasons = [];
    const first = found.filter(([name]) => this.first.has(name));
    for (const [features, present] of [[this.first, first], [this.further, found]]) {
      let square = 0;
      for (const [name, much] of present) square += (this.features.get(name)[0] * much) ** 2;
      const norm = Math.sqrt(square) || 1;
      for (const [name, much] of present) {
        const [rarity, weights] = features.get(name) ?? [0, []];
        for (const [problem, weight] of weights) {
          const given = ((rarity * much) / norm) * weight;
          totals[problem] += given;
          reasons.push([given, name, problem]);
        }
      }
    }
    return { totals, reasons };
  }

  /** How much of a text the model knows: the summed rarity of its words. */
  known(lines) {
    const words = new Set(lines.flatMap(([found]) => found));
    let sum = 0;
    for (const word of words) if (this.features.has(word)) sum += this.features.get(word)[0];
    return sum;
  }

  /** Whether the model knows next to nothing of a text: few words, and not many of them. */
  hardlyKnows(lines) {
    const words = new Set(lines.flatMap(([found]) => found));
    const found = [...words].filter((word) => this.features.has(word)).length;
    return this.known(lines) < FEW_WORDS && found < MANY * words.size;
  }

  /** Whether there is enough in a text that not every text has: known words and pairs, and not of
   * everyday words alone. */
  hasEvidence(lines) {
    const words = new Set(lines.flatMap(([found]) => found));
    const isTelling = (name) => name.split(" ").some((word) => !this.everyday.has(word));
    const names = [...this.found(lines, []).keys()].filter(isTelling);
    let weight = 0;
    for (const name of names) weight += this.features.get(name)[0];
    return weight >= EVIDENCE || names.filter((name) => words.has(name)).length >= Math.max(1, HALF * words.size);
  }

  found(lines, marks) {
    const found = new Map();
    const add = (name, much) => {
      if (this.features.has(name) && !found.has(name)) found.set(name, much);
    };
    for (const [words, much] of lines) {
      words.forEach((word, at) => {
        add(word, much);
        if (at + 1 < words.length) add(`${word} ${words[at + 1]}`, much);
      });
    }
    for (const name of marks) add(name, 1);
    return found;
  }
}
