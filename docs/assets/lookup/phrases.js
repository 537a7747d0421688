// Finds what servers are known to say, word for word, as generator/lookup/phrases.py does.

import { unpacked } from "./packing.js";

export class Phrases {
  constructor(index, words, rarity) {
    this.claims = new Map();
    this.longest = 0;
    for (const packed of index.phrases.split(" ")) {
      const end = packed.indexOf("!");
      const [spelled, rest] = [packed.slice(0, end), packed.slice(end + 1)];
      const found = [];
      for (let at = 0; at < spelled.length; at += 2) found.push(words[unpacked(spelled.slice(at, at + 2))]);
      const shares = [];
      for (let at = 0; at < rest.length; at += 2) shares.push([unpacked(rest[at]), unpacked(rest[at + 1]) / 90]);
      this.claims.set(found.join(" "), [found.reduce((sum, word) => sum + rarity.get(word), 0), shares]);
      this.longest = Math.max(this.longest, found.length);
    }
  }

  /** problem -> [weight, phrase]: the weightiest phrase of each problem in lines of words. */
  found(lines) {
    const best = new Map();
    for (const [words, much] of lines) {
      for (let start = 0; start < words.length; start++) {
        const last = Math.min(start + this.longest, words.length);
        for (let end = start + 1; end <= last; end++) {
          const text = words.slice(start, end).join(" ");
          const claimed = this.claims.get(text);
          if (!claimed) continue;
          for (const [problem, share] of claimed[1]) {
            const claim = claimed[0] * share * much;
            if (!best.has(problem) || claim > best.get(problem)[0]) best.set(problem, [claim, text]);
          }
        }
      }
    }
    return best;
  }
}
