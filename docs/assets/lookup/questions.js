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
  const place = found.tier === "none" ? 0 : 1;
  const first = found.results[0]?.page;
  const pages = typed ? typed.pages(words).slice(0, 2).filter((page) => page !== first) : [];
  found.results.splice(place, 0, ...pages.map((page) => pageResult(page)));
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
  return report(codes.length === 1 ? "sure" : "unsure", results);
}

function pageResult(page, provider = null) {
  return { page, code: null, codes: [], problem: null, provider, response: null, score: 1, because: [] };
}

function report(tier, results) {
  return { tier, group: null, notes: [], results };
}
