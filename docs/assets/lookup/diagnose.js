// The lookup: a text that somebody pasted or typed -> what it means. The same as
// generator/lookup/diagnose.py, from the same index; nothing here touches the page or the network.

import { Codes, codeFeatures } from "./codes.js";
import { ASIDE, Model } from "./model.js";
import { Normaliser } from "./normalise.js";
import { Phrases } from "./phrases.js";
import { Picker } from "./pick.js";
import { answer } from "./questions.js";
import { partsThatDecided } from "./reasons.js";
import { NEARLY_ALL, Templates, byWeight } from "./templates.js";
import { LIKELY, LITTLE, VERY_LIKELY, sharesOf, tierOf } from "./tiers.js";
import { Typed, isTyped } from "./typed.js";

const SHARPNESS = 16;
const WORDING = 4;
const WHOLE = 18;
const COMMON = 0.6;
const CLAIMED = 3;
const FEW = 3;
const A_WORD = 8;
const MANY_WORDS = 24;
const BOUNDARY = 0;
const UNLIKE = -0.53;
const HIDDEN = 1;
const OTHER_SPEAKER = 8;
const KNOWN = 14;
const CLEARLY = 1;
const SHOWN = 6;
const MOST_REPORTS = 20;
const engines = new WeakMap();

/** {reports: [{recipient, tier, group, notes, results}]} for a text; `names` are those of providers
 * and pages; with them `entries`, an array of parts, name the provider's response. */
export function diagnose(text, index, entries = null, names = null) {
  const key = (names && entries) ?? names ?? index;
  if (!engines.has(key)) engines.set(key, new Engine(index, names && entries, names));
  return engines.get(key).diagnose(String(text));
}

class Engine {
  constructor(index, entries, names) {
    this.index = index;
    this.problems = index.problems.map((problem) => problem.id);
    this.ofPrograms = new Set(index.ofPrograms);
    this.groups = index.groups;
    this.fillers = new Set(index.fillers.split(" "));
    this.normaliser = new Normaliser(index);
    this.codes = new Codes(index, this.normaliser);
    this.picker = new Picker(index, names, this.normaliser, this.codes);
    this.model = new Model(index, names?.further);
    this.phrases = new Phrases(index, this.model.words, this.model.rarity);
    this.templates = entries ? new Templates(entries, names, this.model.rarity) : null;
    this.typed = names ? new Typed(names) : null;
  }

  diagnose(text) {
    if (isTyped(text)) {
      const found = answer(this, text);
      if (found) return { reports: [{ recipient: null, ...found }] };
    }
    return { reports: this.picked(text).map((picked) => ({ recipient: picked.recipient, ...this.report(picked) })) };
  }

  picked(text) {
    return this.picker.reports(text).slice(0, MOST_REPORTS);
  }

  report(picked, typedCodes = [], typedSenders = [], words = (line) => this.words(line)) {
    let [reply, enhanced] = this.codes.inLines(picked.deciding);
    if (!reply && !enhanced) [reply, enhanced] = this.codes.inLines(picked.others);
    let codes = [enhanced, reply].filter((code) => code);
    if (codes.length === 0) codes = [...typedCodes];
    const lines = picked.deciding.map((line) => [words(line), 1]);
    const aside = this.model.known(lines) >= A_WORD ? ASIDE : 1;
    lines.push(...picked.others.map((line) => [words(line), aside]));
    const senders = new Set([...(this.templates?.senders(picked.text) ?? []), ...typedSenders]);
    const whole = picked.whole.map((line) => words(line));
    const said = (source, lines, least) => this.answer(picked, source, lines, codes, senders, whole, least);
    const found = said(picked.quotable, lines, LITTLE);
    if (codes.length > 0 || found.tier === "sure") return found;
    // the reporter's own words, which say little if it is a server
    const byServer = picked.speaker === "outgoing-server";
    const little = this.model.known(lines) < KNOWN && this.phrases.found(lines).size === 0;
    if (byServer && !little) return found;
    const least = byServer ? VERY_LIKELY : LIKELY;
    const other = said(picked.whole, whole.map((line) => [line, 1]), least);
    return little || shareOf(other) > shareOf(found) ? other : found;
  }

  answer(picked, source, lines, codes, senders, whole, least) {
    const enhanced = codes.find((code) => code.includes(".")) ?? null;
    const reply = codes.find((code) => !code.includes(".")) ?? null;
    const { totals, reasons } = this.model.scores(lines, codeFeatures(reply, enhanced));
    const scores = logShares(totals.map((total) => SHARPNESS * total));
    for (const problem of this.index.common) scores[problem] += COMMON;
    if (codes.length > 0) {
      const unsaid = Math.max(0, 1 - this.model.known(lines) / MANY_WORDS);
      const claims = this.claimed(codes[0]);
      for (const problem of claims.slice(0, 1)) scores[problem] += CLAIMED * unsaid;
      if (claims.length <= FEW) for (const problem of claims) scores[problem] += CLAIMED;
    }
    const phrases = this.phrases.found(lines);
    for (const [problem, [weight]] of phrases) scores[problem] += Math.log(1 + weight);
    const deciding = lines.filter(([, much]) => much === 1).map(([words]) => words);
    let matches = this.templates?.matches(deciding, reply, enhanced, senders) ?? [];
    if (this.templates && picked.speaker !== "outgoing-server" && !matches.some((match) => match.explained > NEARLY_ALL)) {
      matches = merged(matches, this.templates.matches(whole, reply, enhanced, senders));
    }
    const elsewhere = picked.speaker === "outgoing-server" ? this.ofPrograms : new Set();
    const bonuses = bestOfEach(matches, elsewhere);
    for (const [problem, bonus] of bonuses) scores[problem] += bonus;
    for (const number of this.index.hidden) scores[number] -= HIDDEN;
    for (const number of elsewhere) scores[number] -= OTHER_SPEAKER;
    const order = scores.map((_, number) => number).sort((one, other) => scores[other] - scores[one] || one - other);
    const shares = sharesOf(scores);
    const careful = [...scores];
    for (const [problem, bonus] of bonuses) careful[problem] -= Math.max(0, bonus - WORDING);
    let [tier, group] = tierOf(sharesOf(careful), order, this.groups);
    const isKnown = matches.some((match) => match.problem === order[0] && match.explained > NEARLY_ALL);
    const hides = this.index.hidden.includes(order[0]) && !isKnown;
    const outside = totals[order[0]] < BOUNDARY && codes.length === 0 && !isKnown;
    const hardly = codes.length === 0 && this.model.hardlyKnows(lines);
    if (hides || hardly || (outside && tier === "sure") || elsewhere.has(order[0])) [tier, group] = ["unsure", null];
    if (codes.length + phrases.size + matches.length === 0 && totals[order[0]] < UNLIKE) least = VERY_LIKELY;
    const tells = codes.length > 0 || phrases.size > 0 || isKnown || this.model.hasEvidence(lines);
    if (shares[order[0]] < least || !tells) [tier, group] = ["none", null];
    const results = this.results(order, shares, matches, codes, tier);
    if (results.length > 0) results[0].because = partsThatDecided(picked.text, source, this, reasons, phrases, order[0]);
    return { tier, group, notes: this.notes(codes, order[0], tier), results };
  }

  results(order, shares, matches, codes, tier) {
    if (tier === "none" && codes.length === 0) return [];
    const shown = [];
    let done = new Set();
    for (const number of order.slice(0, SHOWN)) {
      if (done.has(number)) continue;
      const mine = matches.filter((match) => match.problem === number);
      if (number === order[0] && mine.length > 0 && (isShared(mine) || !mine[0].tells)) shown.push([number, null]);
      shown.push([number, mine[0] ?? null]);
      if (number === order[0]) {
        let more = matches.slice(0, 1).filter((match) => match.problem !== number && match.explained > NEARLY_ALL);
        if (tier === "sure") more = [...more, ...mine.slice(1, 2)].slice(0, 1);
        shown.push(...more.map((match) => [match.problem, match]));
      }
      done = new Set(shown.map(([about]) => about));
    }
    return shown.slice(0, SHOWN).map(([number, match]) => this.result(number, match, codes, shares[number]));
  }

  result(number, match, codes, share) {
    const problem = this.problems[number];
    const more = match && codes.length > 0 ? match.codes.filter((code) => !codes.includes(code)) : [];
    return {
      page: match ? `providers/${match.key}/` : `problems/${problem}/`,
      code: codes[0] ?? null,
      codes: [...codes, ...more],
      problem,
      provider: match?.provider ?? null,
      response: match?.key ?? null,
      score: Math.floor(share * 1000 + 0.5) / 1000,
      because: [],
    };
  }

  notes(codes, first, tier) {
    const claims = codes.length > 0 ? this.claimed(codes[0]) : [];
    return claims.length > 0 && tier === "sure" && !claims.includes(first) ? ["code-differs"] : [];
  }

  /** The problems (numbers) that a code can stand for, the first first. */
  claimed(code) {
    return this.codes.pages.get(code)?.[1] ?? [];
  }

  /** The page of a code; a code inside a range has the range's page. */
  pageOf(code) {
    return `${this.codes.pages.get(code)[0]}/`;
  }

  /** Whether a word stands in the index or in some wording. */
  knows(word) {
    return this.model.rarity.has(word) || Boolean(this.templates?.knows(word));
  }

  clean(text) {
    return this.normaliser.clean(text);
  }

  words(line) {
    return this.normaliser.words(line);
  }
}

function shareOf(report) {
  return report.results[0]?.score ?? 0;
}

function bestOfEach(matches, elsewhere) {
  const best = new Map();
  for (const match of matches) {
    const isWhole = match.isWhole && !elsewhere.has(match.problem);
    const good = isWhole ? WHOLE : WORDING * match.explained * match.share;
    if (good > (best.get(match.problem) ?? 0)) best.set(match.problem, good);
  }
  return best;
}

function isShared(matches) {
  if (matches.length < 2 || matches[0].provider === matches[1].provider) return false;
  return matches[0].weight - matches[1].weight < CLEARLY;
}

function merged(matches, more) {
  const best = new Map();
  for (const match of [...matches, ...more]) {
    if (!best.has(match.key) || best.get(match.key).weight < match.weight) best.set(match.key, match);
  }
  return [...best.values()].sort(byWeight);
}

function logShares(scores) {
  const largest = Math.max(...scores);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - largest);
  const total = Math.log(sum) + largest;
  return scores.map((score) => score - total);
}
