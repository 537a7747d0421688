// Finds what servers are known to say, word for word, as generator/lookup/phrases.py does.

import { wordsOf } from "./packing.js";

export class Phrases {
  constructor(index, words, rarity) {
    this.claims = new Map();
    this.longest = 0;
    index.phrases.forEach((packed, problem) => {
      for (const spelled of packed.split(" ").filter((part) => part)) {
        const found = wordsOf(spelled, words);
        const text = found.join(" ");
        const weight = found.reduce((sum, word) => sum + rarity.get(word), 0);
        if (!this.claims.has(text)) this.claims.set(text, [weight, []]);
        this.claims.get(text)[1].push(problem);
        this.longest = Math.max(this.longest, found.length);
      }
    });
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
          const claim = (claimed[0] / claimed[1].length) * much;
          for (const problem of claimed[1]) {
            if (!best.has(problem) || claim > best.get(problem)[0]) best.set(problem, [claim, text]);
          }
        }
      }
    }
    return best;
  }
}
