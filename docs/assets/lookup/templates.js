// Recognises the provider's response by the rarest words of each wording, as
// generator/lookup/templates.py does.

import { unpacked } from "./packing.js";

const ENOUGH = 0.8;
const SAME_CODE = 2;
const SAME_SENDER = 4;

export class Templates {
  constructor(entries) {
    const words = entries.words.split(" ");
    this.rarity = new Map(words.map((word, at) => [word, unpacked(entries.rarity[at]) / 8]));
    this.wordings = [];
    this.byWord = new Map();
    this.providers = [];
    for (const provider of entries.providers) {
      this.providers.push([provider.id, [...provider.hosts, ...provider.marks].map((name) => name.toLowerCase())]);
      for (const [name, problem, codes, signatures] of provider.responses) {
        const response = { key: `${provider.id}/${name}`, provider: provider.id, codes: codes ? codes.split(" ") : [], problem };
        for (const spelled of signatures.split(" ")) {
          let total = 0;
          for (let at = 0; at < spelled.length; at += 2) {
            const word = words[unpacked(spelled.slice(at, at + 2))];
            total += this.rarity.get(word);
            if (!this.byWord.has(word)) this.byWord.set(word, []);
            this.byWord.get(word).push(this.wordings.length);
          }
          this.wordings.push([response, total]);
        }
      }
    }
  }

  /** The providers that are recognised in a text by their hosts and marks. */
  senders(text) {
    const lower = text.toLowerCase();
    return new Set(this.providers.filter(([, names]) => names.some((name) => lower.includes(name))).map(([id]) => id));
  }

  /** The responses whose wording the lines of words have, the best first; each once. */
  matches(lines, reply, enhanced, senders) {
    const present = new Set(lines.flat());
    let whole = 0;
    const weights = new Map();
    for (const word of present) {
      const rarity = this.rarity.get(word) ?? 0;
      whole += rarity;
      for (const number of this.byWord.get(word) ?? []) weights.set(number, (weights.get(number) ?? 0) + rarity);
    }
    const best = new Map();
    for (const [number, found] of weights) {
      const [response, total] = this.wordings[number];
      if (found / total < ENOUGH) continue;
      let weight = found;
      if (enhanced && response.codes.includes(enhanced)) weight += SAME_CODE;
      if (reply && response.codes.includes(reply)) weight += SAME_CODE;
      if (senders.has(response.provider)) weight += SAME_SENDER;
      const known = best.get(response.key);
      if (known && known.weight >= weight) continue;
      best.set(response.key, { ...response, share: found / total, explained: found / whole, weight });
    }
    const keyOrder = (one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);
    return [...best.values()].sort((one, other) => other.weight - one.weight || keyOrder(one, other));
  }
}
