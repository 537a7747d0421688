// Answers what somebody typed, as generator/lookup/questions.py does.

import { MARKS } from "./templates.js";
import { repaired } from "./typed.js";

const NO_CODE = /(?:^|[^0-9.])([1-9][0-9]{2}|[1-9]\.[0-9]{1,3}\.[0-9]{1,3})(?![0-9.])/;
const NO_WORD = /^(?:(?:smtp|[ex])?[0-9x]+|q(?:addr|host|ip))$/;
const MARK = /^[a-z]{1,8}[0-9]{2,8}$/;
const FEW = 2;
const OWN_NAME = /[a-z]#[a-z]/i;
const CLASSES = "12345";
const NEAR = 3;
const SHOWN = 6;
const LIST = /^[a-z-]+\/$/;

/** The report for a typed text, or null where it says nothing that way. */
export function answer(engine, text) {
  const line = engine.clean(text).split(/[ \n]+/).filter((part) => part).join(" ");
  const codes = engine.codes.typed(line);
  const every = engine.words(line.replace(/[_-]/g, " "));
  const words = every.filter((word) => !engine.fillers.has(word));
  const said = words.filter((word) => !NO_WORD.test(word));
  const typed = engine.typed;
  const provider = typed?.provider(line.slice(line.lastIndexOf("@") + 1));
  if (provider) return report("sure", [pageResult(`providers/${provider}/`, provider)]);
  if (said.length === 0 && codes.length > 0) return ofCodes(engine, codes, line);
  const number = said.length === 0 ? NO_CODE.exec(line) : null;
  if (number) return ofNoCode(engine, number[1]);
  if (words.length > 0 && words.every((word) => MARKS.has(word))) return report("none", []);
  const parts = line.split(" ");
  const names = [...parts, ...parts.slice(1).map((part, at) => `${parts[at]} ${part}`)];
  const senders = typed ? names.map((name) => typed.provider(name)).filter((found) => found) : [];
  const [picked] = engine.picked(line);
  if (!picked) return null;
  const mended = (part) => repaired(engine.words(part), (word) => engine.knows(word), engine.model.rarity);
  const found = engine.report(picked, codesForReport(codes), senders, mended);
  const first = found.results[0]?.page;
  const pages = (typed && codes.length === 0 ? typed.pages(words) : []).filter((page) => page !== first).slice(0, 2);
  const isNamed = pages.length > 0 && typed.isCalled(pages[0], words) && found.tier !== "sure";
  if (found.tier === "none") {
    found.results.push(...[...new Set(senders)].map((one) => pageResult(`providers/${one}/`, one)));
  }
  const place = isNamed || found.tier === "none" ? 0 : 3;
  found.results.splice(place, 0, ...pages.map((page) => namedPage(engine, page)));
  if (typed && codes.length === 0) {
    const exact = [...new Set(calledSo(typed, every, words))];
    const kept = found.results.filter((one) => !exact.includes(one.page));
    found.results = [...exact.map((page) => namedPage(engine, page)), ...kept];
  }
  const marks = said.length <= FEW ? said.filter((word) => MARK.test(word)) : [];
  for (const match of engine.templates?.marked(marks) ?? []) {
    const kept = found.results.filter((one) => one.response !== match.key);
    found.results = [engine.result(match.problem, match, codesForReport(codes), 1), ...kept];
    Object.assign(found, { tier: "sure", group: null });
  }
  const isGuess = found.tier === "sure" && OWN_NAME.test(line) && !found.results[0].response;
  if (isGuess || (found.results.length > 0 && found.tier === "none")) found.tier = "unsure";
  found.results = found.results.slice(0, SHOWN);
  return found;
}

function calledSo(typed, every, words) {
  const named = typed.named(every);
  const lists = typed.named(words.filter((word) => !/^[0-9]+$/.test(word))).filter((page) => LIST.test(page));
  return [...named.filter((page) => page.startsWith("session/#")), ...(every.length > words.length ? named : []), ...lists];
}

function codesForReport(codes) {
  const failures = codes.filter((code) => "45".includes(code[0]));
  const ordered = [...failures, ...codes.filter((code) => !"45".includes(code[0]))];
  const enhanced = ordered.filter((code) => code.includes(".")).slice(0, 1);
  return [...enhanced, ...ordered.filter((code) => !code.includes(".")).slice(0, 1)];
}

function ofCodes(engine, codes, line) {
  const results = codes.slice(0, SHOWN).map((code) => {
    const [first] = engine.claimed(code);
    const problem = first === undefined ? null : engine.problems[first];
    return { ...pageResult(engine.pageOf(code)), code, codes: [code], problem };
  });
  const enhanced = codes.filter((code) => code.includes("."));
  const alike = enhanced.length === 0 || enhanced.length === codes.length;
  if (alike && codes.every((code) => line.includes(code)) && engine.typed) {
    const pages = engine.typed.pages(codes).filter((page) => engine.typed.isCalled(page, codes));
    results.unshift(...pages.map((page) => pageResult(page)));
  }
  return report((enhanced.length || codes.length) === 1 ? "sure" : "unsure", results);
}

function ofNoCode(engine, number) {
  const hasPage = (page) => Boolean(engine.typed?.hasPage(page));
  if (hasPage(`${number}/`)) return report("sure", [pageResult(`${number}/`)]);
  const dotted = number.includes(".");
  const start = dotted ? number.slice(0, number.lastIndexOf(".") + 1) : number.slice(0, 2);
  const away = (code) => Math.abs(Number(code.slice(start.length)) - Number(number.slice(start.length)));
  const near = [...engine.codes.pages.keys()]
    .filter((code) => code.startsWith(start) && code.includes(".") === dotted)
    .sort((one, other) => away(one) - away(other) || (one < other ? -1 : 1));
  const pages = CLASSES.includes(number[0]) ? [`${number[0]}xx/`] : [];
  pages.push(...near.slice(0, NEAR).map((code) => engine.pageOf(code)));
  pages.push(dotted ? `subjects/x.${start.slice(2, -1)}/` : "not-smtp-codes/");
  const known = [...new Set(pages)].filter((page) => /^[0-9]/.test(page) || hasPage(page));
  return { ...report("unsure", known.map((page) => namedPage(engine, page))), notes: ["no-such-code"] };
}

function pageResult(page, provider = null) {
  return { page, code: null, codes: [], problem: null, provider, response: null, score: 1, because: [] };
}

function namedPage(engine, page) {
  const code = page.replace(/\/$/, "");
  const known = engine.codes.pages.has(code);
  return known ? { ...pageResult(page), code, codes: [code] } : pageResult(page);
}

function report(tier, results) {
  return { tier, group: null, notes: [], results };
}
