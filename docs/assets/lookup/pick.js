// Picks the server's words out of a report, log or traceback, as generator/lookup/pick.py does,
// with the patterns of the index.

import { starts, strip } from "./normalise.js";

const MOST_INTRODUCTIONS = 5;
const NEAR = 3;
const END = "[^\\n]{0,400}"; // behind a * at the end: the rest of the line
const LINE_GAP = "[^\\n]{0,80}?"; // what a * stands for
const NAME_GAP = "[a-z0-9-]{0,40}"; // what it stands for in the name of a header field
const [PLAIN, NAMED, CODED, INTRODUCED] = [0, 1, 2, 3];
const NAME = /^"[a-zA-Z_-]{1,40}": /;
const TOLD = /[^ ]+ +[^ ]+/; // two words: less tells nothing

export class Picker {
  constructor(index, names, normaliser, codes) {
    this.normaliser = normaliser;
    this.codes = codes;
    this.found = patterns(index.pick, names?.pick ?? {});
    this.field = new RegExp(index.pick.field, "g");
    this.empty = new RegExp(index.pick.empty);
    this.goesOn = new RegExp(index.pick.goesOn);
  }

  /** What a pasted text holds: one for each recipient. */
  reports(text) {
    text = this.normaliser.clean(text);
    const lines = [...this.told(this.withoutOriginal(this.unwrapped(text)))];
    let speaker = this.speakerOf(text);
    if (speaker === null && lines.some((line) => line.recipient)) speaker = "outgoing-server";
    const best = Math.max(PLAIN, ...lines.map((line) => line.kind));
    const about = [...new Set(lines.filter((line) => line.kind === best && line.recipient).map((line) => line.recipient))];
    const recipients = about.length > 1 && best > PLAIN ? about : [null];
    return recipients.map((recipient) => this.picked(recipient, lines, best, speaker, text));
  }

  *told(lines) {
    const found = this.found;
    let recipient = null;
    for (const line of lines) {
      found.recipient.lastIndex = 0;
      const about = found.recipient.exec(line);
      if (about) recipient = about.slice(1).find((part) => part).toLowerCase();
      let bare = line.replace(found.frame, " ");
      if (starts(found.silent, line) || starts(found.positive, line)) continue;
      const start = this.replyIn(bare);
      if (start === null) {
        const named = ends(found.header, line);
        const said = named === null ? -1 : after(found.introduction, bare, named);
        if (said >= 0) bare = bare.slice(said);
        if (said >= 0 || named === null) {
          const words = bare.replace(found.introduction, " ").replace(NAME, "");
          const code = this.codeIn(words);
          const kind = code ? CODED : this.names(line, bare, about) ? NAMED : PLAIN;
          yield { kind, words, whole: line, code, recipient };
        }
        continue;
      }
      const words = bare.slice(start).replace(found.introduction, " ");
      if (strip(bare.slice(0, start))) {
        yield { kind: PLAIN, words: bare.slice(0, start), whole: "", code: null, recipient };
      }
      yield { kind: INTRODUCED, words, whole: line, code: this.codeIn(words), recipient };
    }
  }

  names(line, bare, about) {
    if (about) return TOLD.test(line.slice(about[0].length));
    const said = end(this.found.introduction, bare);
    return said !== null && TOLD.test(bare.slice(said));
  }

  codeIn(line) {
    this.found.negative.lastIndex = 0;
    const match = this.found.negative.exec(this.codes.withoutAddresses(line));
    return match && match[0];
  }

  replyIn(line) {
    let number = 0;
    this.found.introduction.lastIndex = 0; // where matchAll would begin
    for (const introduction of line.matchAll(this.found.introduction)) {
      if (number++ === MOST_INTRODUCTIONS) break;
      const behind = line.slice(introduction.index + introduction[0].length).replace(this.found.introduction, " ");
      if (this.codeIn(behind)) return introduction.index;
    }
    return null;
  }

  picked(recipient, lines, best, speaker, text) {
    const mine = lines.filter((line) => recipient === null || line.recipient === recipient);
    const code = mine.find((line) => line.kind === best)?.code ?? null;
    const [deciding, others] = [[], []];
    let near = 0;
    for (const line of mine) {
      const decides = line.kind === best && (best <= NAMED || sameReply(code, line.code));
      near = decides ? NEAR : near - 1;
      const goesOn = near > 0 && best !== PLAIN && line.kind === PLAIN && this.goesOn.test(line.whole);
      const last = deciding[deciding.length - 1];
      const promised = last && near === NEAR - 1 && strip(last.whole).endsWith(":");
      if (decides || goesOn || promised) deciding.push(line);
      else if (!(code && line.code && !sameReply(code, line.code))) others.push(line); // to another command
    }
    const words = (part) => part.map((line) => line.words).filter((line) => strip(line));
    const whole = (part) => part.map((line) => line.whole);
    return { deciding: words(deciding), others: words(others), whole: whole(mine), quotable: whole(deciding), speaker, text, recipient };
  }

  /** The lines of a text, those that were wrapped joined; the fields of an object in JSON are lines. */
  unwrapped(text) {
    const lines = [];
    let open = false;
    for (const line of text.split("\n")) {
      const begins = line[0] === " " && strip(line);
      const silent = starts(this.found.silent, line);
      if (open && begins && !silent && !starts(this.found.header, line)) {
        lines[lines.length - 1].push(strip(line));
      } else {
        lines.push([line]);
        open = strip(line) !== "" && !silent;
      }
    }
    const parts = lines.flatMap((line) => line.join(" ").replace(this.field, "\n$1: ").split("\n"));
    return parts.filter((part) => strip(part) && !this.empty.test(part));
  }

  withoutOriginal(lines) {
    const at = lines.findIndex((line, position) => position > 1 && starts(this.found.original, line));
    return at < 0 ? lines : lines.slice(0, at);
  }

  speakerOf(text) {
    const count = (name) => (text.match(this.found[name]) ?? []).length;
    const [every, programs] = [count("frame") + count("introduction"), count("program")];
    return 2 * programs === every ? null : 2 * programs > every ? "sending-program" : "outgoing-server";
  }
}

/** The patterns that the texts of the index make, and those of other languages. */
function patterns(index, more) {
  const lines = (name) => [...index[name].split("\n"), ...(more[name] ? more[name].split("\n") : [])];
  const told = (...names) => anyOf(names.flatMap(lines));
  const headers = anyOf(index.headers.split("\n"), NAME_GAP);
  const made = {
    frame: told("serverFrames", "programFrames"),
    introduction: told("serverIntroduces", "programIntroduces"),
    program: told("programFrames", "programIntroduces"),
    header: `^[ {\\["']{0,8}(?:${headers})["']? ?:`,
    silent: `^ *(?:${told("silent")})`,
    positive: `^ ?(?:${told("positive")})? ?[23][0-5][0-9][ -]`,
    original: `^[ -]*(?:${told("originals")})`,
    recipient: index.recipient,
    negative: index.negative,
  };
  return Object.fromEntries(Object.entries(made).map(([name, pattern]) => [name, new RegExp(pattern, "gi")]));
}

function anyOf(texts, gap = LINE_GAP) {
  const ordered = [...new Set(texts)].sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  return ordered
    .map((text) => literal(text).replaceAll("\\*", gap) + (gap === LINE_GAP && text.endsWith("*") ? END : ""))
    .join("|");
}

function literal(text) {
  const escaped = text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/ +/g, " +");
  return escaped.replaceAll("'", "['\u2019]").replace(/[^\0-\x7f]/g, (sign) => (sign === sign.toUpperCase() ? sign : `[${sign}${sign.toUpperCase()}]`));
}

function sameReply(one, other) {
  return one === other || (one.length === 3) !== (other.length === 3);
}

/** Where the first match ends, or null. */
function end(pattern, text) {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  return match && match.index + match[0].length;
}

/** Where a match at the start of a text ends, or null. */
function ends(pattern, text) {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  return match && match.index === 0 ? match[0].length : null;
}

/** Where the first match behind a position begins, or -1. */
function after(pattern, text, position) {
  pattern.lastIndex = position;
  const match = pattern.exec(text);
  return match ? match.index : -1;
}
