// Which parts of a text decided, as generator/lookup/reasons.py finds them.

const MOST = 4;
const LONGEST_LINE = 400;
const MARK = /^(?:q(?:addr|ip|host)|=.*)$/;
const HOST = /(?<![a-z0-9.-])(?:[a-z0-9_-]{1,63}\.){1,6}(?:[a-z]{2,6}|example|invalid|localdomain)(?![a-z0-9_(-]|\.[a-z0-9])/i;
const TOKEN = /[a-z0-9-]+/gi;
const LONG = 8;
const DIGITS = 3;
const NAMED = ["-"];

export function partsThatDecided(text, source, engine, reasons, phrases, problem) {
  text = text.replace(/[ \n]+/g, " ");
  const wanted = phrases.has(problem) ? [phrases.get(problem)[1]] : [];
  const mine = reasons.filter(([given, , about]) => about === problem && given > 0);
  mine.sort((one, other) => other[0] - one[0] || (one[1] < other[1] ? -1 : 1));
  wanted.push(...mine.slice(0, 2 * MOST).map(([, name]) => name));
  const parts = source.map((line) =>
    line.split(" ").slice(0, LONGEST_LINE).filter((part) => part).map((part) => [part, isName(part, engine.normaliser) ? NAMED : engine.words(part)]),
  );
  const found = [];
  for (const name of wanted) {
    const words = name.split(" ").filter((word) => !MARK.test(word));
    const part = words.length > 0 ? partWith(parts, words) : null;
    if (part && text.includes(part) && !found.some((other) => other.includes(part) || part.includes(other))) found.push(part);
  }
  return found.slice(0, MOST);
}

/** Whether a part holds an address, a host, an IP address or an identifier. */
function isName(part, { found }) {
  if ([found.url, found.address, found.ip, HOST].some((pattern) => part.search(pattern) >= 0)) return true;
  return (part.replace(found.mark, " ").match(TOKEN) ?? []).some((token) => {
    const digits = token.replace(/[^0-9]/g, "").length;
    return token.length >= LONG && DIGITS <= digits && digits < token.length;
  });
}

function partWith(lines, words) {
  for (const parts of lines) {
    for (let start = 0; start < parts.length; start++) {
      if (parts[start][1].length === 0) continue;
      let have = [];
      let end = start;
      while (end < parts.length && have.length < words.length) {
        have = have.concat(parts[end][1].filter((word) => !MARK.test(word)));
        end += 1;
        const known = Math.min(have.length, words.length);
        if (have.slice(0, known).join(" ") !== words.slice(0, known).join(" ")) break;
      }
      if (have.slice(0, words.length).join(" ") === words.join(" ")) {
        const text = parts.slice(start, end).map(([part]) => part).join(" ");
        return text.replace(/^[.,;:!()"'[\]{}<> ]+/, "").replace(/[.,;:!()"'[\]{}<> ]+$/, "");
      }
    }
  }
  return null;
}
