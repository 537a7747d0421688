// What somebody typed instead of pasting, as generator/lookup/typed.py does.

const LONGEST = 100;
const MOST_WORDS = 14;

/** Whether a text was typed: one short line. */
export function isTyped(text) {
  text = text.trim();
  return text.length <= LONGEST && !text.includes("\n") && text.split(" ").length <= MOST_WORDS;
}

export class Typed {
  constructor(names) {
    this.providers = new Map();
    for (const provider of names.providers) {
      for (const name of [provider.id, ...provider.names, ...provider.hosts]) {
        if (!this.providers.has(plain(name))) this.providers.set(plain(name), provider.id);
      }
    }
    this.titles = names.titles.map((title) => {
      const [page, ...words] = title.split(" ");
      return [page, new Set(words)];
    });
  }

  /** The provider that is called so, or null. */
  provider(text) {
    return (plain(text) && this.providers.get(plain(text))) || null;
  }

  /** The pages that have all of some words in their title, the shortest title first. */
  pages(words) {
    if (words.length === 0) return [];
    const found = this.titles
      .filter(([, title]) => words.every((word) => title.has(word)))
      .sort((one, other) => one[1].size - other[1].size || (one[0] < other[0] ? -1 : 1));
    return [...new Set(found.map(([page]) => page))];
  }

  /** The pages whose title has some words and no others, codes apart. */
  named(words) {
    return this.pages(words).filter((page) => this.isCalled(page, words));
  }

  /** Whether a page can be found by its name. */
  hasPage(page) {
    return this.titles.some(([one]) => one === page);
  }

  /** Whether a page's title has some words and no others; codes are called by their numbers. */
  isCalled(page, words) {
    const wanted = new Set(words);
    return !/^[0-9]/.test(page) && this.titles.some(([one, title]) => one === page && title.size === wanted.size && words.every((word) => title.has(word)));
  }
}

/* A name without what people leave out. */
function plain(name) {
  return name.toLowerCase().replace(/[^a-z0-9\u00c0-\u024f\u0370-\u9fff]/g, "");
}

/** The words, those that are unknown replaced by one of the index that is one letter away. */
export function repaired(words, isKnown, rarity) {
  return words.map((word) => (isKnown(word) ? word : nearest(word, rarity)));
}

function nearest(word, known) {
  if (word.length < 3 || /[0-9]/.test(word)) return word;
  let best = null;
  for (const [other, rarity] of known) {
    if (Math.abs(other.length - word.length) > 1 || other.length < 4 || !oneLetterAway(word, other)) continue;
    if (best === null || rarity < best[0] || (rarity === best[0] && other < best[1])) best = [rarity, other];
  }
  return best ? best[1] : word;
}

function oneLetterAway(one, other) {
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start++;
  const [rest, more] = [one.slice(start), other.slice(start)];
  const swapped = rest.slice(1, 2) + rest.slice(0, 1) + rest.slice(2);
  return rest.slice(1) === more.slice(1) || rest === more.slice(1) || rest.slice(1) === more || swapped === more;
}
