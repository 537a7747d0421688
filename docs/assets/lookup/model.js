// Scores the problems by the learnt weights, as generator/lookup/model.py does.

import { unpacked, unpackedWeight } from "./packing.js";

export const ASIDE = 0.3;

export class Model {
  constructor(index) {
    this.words = index.words.split(" ");
    this.rarity = new Map(this.words.map((word, at) => [word, unpacked(index.rarity[at]) / 8]));
    this.bias = index.bias;
    this.features = new Map();
    for (const packed of index.features.split(" ")) {
      const end = packed.indexOf("!");
      const [spelled, rest] = [packed.slice(0, end), packed.slice(end + 1)];
      const words = [];
      for (let at = 0; at < spelled.length; at += 2) words.push(this.words[unpacked(spelled.slice(at, at + 2))]);
      const weights = [];
      for (let at = 1; at < rest.length; at += 2) {
        weights.push([unpacked(rest[at]), unpackedWeight(rest[at + 1], index.largest)]);
      }
      this.features.set(words.join(" "), [unpacked(rest[0]) / 8, weights]);
    }
  }

  /** {totals, reasons}: the distance of each problem from its boundary, and what gave it. */
  scores(lines, marks) {
    const found = this.found(lines, marks);
    let square = 0;
    for (const [name, much] of found) square += (this.features.get(name)[0] * much) ** 2;
    const norm = Math.sqrt(square) || 1;
    const totals = [...this.bias];
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
