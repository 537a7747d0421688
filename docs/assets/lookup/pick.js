// Picks the server's words out of a report, log or traceback, as generator/lookup/pick.py does,
// with the patterns of the index.

import { starts, strip } from "./normalise.js";

const MOST_INTRODUCTIONS = 5;
const NEAR = 3;
const [PLAIN, CODED, INTRODUCED] = [0, 1, 2];

export class Picker {
  constructor(index, normaliser, codes) {
    this.normaliser = normaliser;
    this.codes = codes;
    this.found = {};
    for (const [name, pattern] of Object.entries(index.pick)) this.found[name] = new RegExp(pattern, "gi");
    this.field = new RegExp(index.pick.field, "g");
    this.goesOn = new RegExp(index.pick.goes_on);
  }

  /** What a pasted text holds: one for each recipient. */
  reports(text) {
    text = this.normaliser.clean(text);
    const lines = [...this.told(this.withoutOriginal(this.unwrapped(text)))];
    let speaker = this.speakerOf(text);
    if (speaker === null && lines.some((line) => line.recipient)) speaker = "outgoing-server";
    const best = Math.max(PLAIN, ...lines.map((line) => line.kind));
    const about = [...new Set(lines.filter((line) => line.kind === best && line.recipient).map((line) => line.recipient))];
    const recipients = about.length > 1 && best !== PLAIN ? about : [null];
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
          const words = bare.replace(found.introduction, " ");
          const code = this.codeIn(words);
          yield { kind: code ? CODED : PLAIN, words, whole: line, code, recipient };
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

  codeIn(line) {
    this.found.negative.lastIndex = 0;
    const match = this.found.negative.exec(this.codes.withoutAddresses(line));
    return match && match[0];
  }

  replyIn(line) {
    let number = 0;
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
      const decides = line.kind === best && (best === PLAIN || sameReply(code, line.code));
      near = decides ? NEAR : near - 1;
      const goesOn = near > 0 && best !== PLAIN && line.kind === PLAIN && this.goesOn.test(line.whole);
      const last = deciding[deciding.length - 1];
      const promised = last && near === NEAR - 1 && last.words.replace(/ +$/, "").endsWith(":");
      (decides || goesOn || promised ? deciding : others).push(line);
    }
    const words = (part) => part.map((line) => line.words).filter((line) => strip(line));
    return { deciding: words(deciding), others: words(others), whole: mine.map((line) => line.whole), speaker, text, recipient };
  }

  /** The lines of a text, those that were wrapped joined; the fields of an object in JSON are lines. */
  unwrapped(text) {
    const lines = [];
    for (const line of text.split("\n")) {
      const last = lines[lines.length - 1];
      const goesOn = line[0] === " " && lines.length > 0 && strip(last) && strip(line);
      const alone = starts(this.found.header, line) || starts(this.found.silent, line);
      if (goesOn && !alone && !starts(this.found.silent, last)) lines[lines.length - 1] += ` ${strip(line)}`;
      else lines.push(line);
    }
    return lines.flatMap((line) => line.replace(this.field, "\n$1: ").split("\n")).filter((part) => strip(part));
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

function sameReply(one, other) {
  return one === other || (one.length === 3) !== (other.length === 3);
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
