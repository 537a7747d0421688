// Scores the problems by the learnt weights, as generator/lookup/model.py does.

import { STEPS, frontDecoded, unpacked, unpackedWeight } from "./packing.js";

const FEW_WORDS = 10;
const MANY = 0.4;
export const ASIDE = 0.3;

export class Model {
  constructor(index) {
    this.words = frontDecoded(index.words);
    this.rarity = new Map(this.words.map((word, at) => [word, unpacked(index.rarity[at]) / STEPS]));
    this.bias = index.bias;
    this.problems = index.problems;
    this.features = new Map();
    index.features.split(" ").forEach((packed, at) => {
      const word = this.words[at];
      const [own, ...pairs] = packed.split("!");
      if (own) this.features.set(word, [this.rarity.get(word), weights(own, index.largest)]);
      for (const pair of pairs) {
        const name = `${word} ${this.words[unpacked(pair.slice(0, 2))]}`;
        this.features.set(name, [unpacked(pair[2]) / STEPS, weights(pair.slice(3), index.largest)]);
      }
    });
  }

  /** {totals, reasons}: the distance of each problem from its boundary, and what gave it. */
  scores(lines, marks) {
    const found = this.found(lines, marks);
    let square = 0;
    for (const [name, much] of found) square += (this.features.get(name)[0] * much) ** 2;
    const norm = Math.sqrt(square) || 1;
    const totals = this.problems.map(() => this.bias);
    const reasons = [];
    for (const [name, much] of found) {
      const [rarity, weights] = this.features.get(name);
      for (const [problem, weight] of weights) {
        const given = ((rarity * much) / norm) * weight;
        totals[problem] += given;
        reasons.push([given, name, problem]);
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

function weights(packed, largest) {
  const found = [];
  for (let at = 0; at < packed.length; at += 2) {
    found.push([unpacked(packed[at]), unpackedWeight(packed[at + 1], largest)]);
  }
  return found;
}
