// Answers what somebody typed, as generator/lookup/questions.py does.

import { repaired } from "./typed.js";

const NO_CODE = /(?:^|[^0-9.])([2-5])(?:[0-9][0-9]|\.[0-9]{1,3}\.[0-9]{1,3})(?![0-9.])/;
const SHOWN = 6;

/** The report for a typed text, or null where it says nothing that way. */
export function answer(engine, text) {
  const line = engine.clean(text).split(/[ \n]+/).filter((part) => part).join(" ");
  const codes = engine.codes.typed(line);
  const words = engine.words(line.replace(/[_-]/g, " ")).filter((word) => !engine.fillers.has(word));
  const said = words.filter((word) => !/^[ex]?[0-9x]+$/.test(word));
  const noCode = NO_CODE.exec(line);
  if (said.length === 0 && (codes.length > 0 || noCode)) return ofCodes(engine, codes, noCode);
  const typed = engine.typed;
  const provider = typed?.provider(line);
  if (provider) return report("sure", [pageResult(`providers/${provider}/`, provider)]);
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
  if (found.results.length > 0 && found.tier === "none") found.tier = "unsure";
  found.results = found.results.slice(0, SHOWN);
  return found;
}

function codesForReport(codes) {
  const failures = codes.filter((code) => "45".includes(code[0]));
  const ordered = [...failures, ...codes.filter((code) => !"45".includes(code[0]))];
  const enhanced = ordered.filter((code) => code.includes(".")).slice(0, 1);
  return [...enhanced, ...ordered.filter((code) => !code.includes(".")).slice(0, 1)];
}

function ofCodes(engine, codes, noCode) {
  if (codes.length === 0) return report("unsure", [pageResult(`${noCode[1]}xx/`)]);
  const results = codes.slice(0, SHOWN).map((code) => {
    const [first] = engine.claimed(code);
    const problem = first === undefined ? null : engine.problems[first];
    return { ...pageResult(engine.pageOf(code)), code, codes: [code], problem };
  });
  const enhanced = codes.filter((code) => code.includes("."));
  return report((enhanced.length || codes.length) === 1 ? "sure" : "unsure", results);
}

function pageResult(page, provider = null) {
  return { page, code: null, codes: [], problem: null, provider, response: null, score: 1, because: [] };
}

function namedPage(engine, page) {
  const code = page.replace(/\/$/, "");
  const known = Object.hasOwn(engine.index.codes, code);
  return known ? { ...pageResult(page), code, codes: [code] } : pageResult(page);
}

function report(tier, results) {
  return { tier, group: null, notes: [], results };
}
