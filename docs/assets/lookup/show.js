// Builds what the box shows of an answer: elements alone, never markup from a text. What has not been
// loaded yet is left out and comes in below, so nothing moves.

import { answersTo } from "./answers.js";
import { copies } from "./copies.js";
import { element, lowerFirst } from "./elements.js";

const HEADLINES = {
  sure: "This is it.",
  group: "One of a group: ",
  unsure: "Not sure: one of these.",
  none: "There is no cause in this text.",
};
const NO_CODE = "No SMTP code in use has this number. What comes next to it:";
const ASK = "Paste the server’s own reply, the lines around the code, or the last lines of the program’s log.";
const COMPARING = "Comparing with the texts of providers …";
const NOBODYS = "No provider’s own text has these words.";
const LEAST = 0.01; // the share below which a sure answer has no runner-up
const LONGEST_LINE = 400; // characters
const BEFORE = 80; // of them before the first mark

/** The sentence for the status line. */
export function headline(answer, knowledge) {
  const count = answer.reports.length;
  return count > 1 ? `${count} recipients, an answer for each.` : sentence(answer.reports[0], knowledge);
}

/** How sure a report is. */
function sentence(report, { names, entries }) {
  if (report?.notes.includes("no-such-code")) return NO_CODE;
  if (!entries && report?.results[0]?.problem && report.tier !== "sure") return COMPARING;
  if (!report || report.tier === "none") return `${HEADLINES.none} ${ASK}`;
  const [name, question] = names?.questions[report.group] ?? [];
  const group = report.tier === "group" ? `${name}. ${question}` : "";
  const differs = report.notes.includes("code-differs") ? " The words decide; the code alone stands for something else." : "";
  return `${HEADLINES[report.tier]}${group}${differs}`;
}

/** The items of the result list, for all reports. */
export function items(answer, text, knowledge) {
  return alike(answer.reports).flatMap(([report, recipients]) => {
    const worth = ({ score, problem }, at) => at === 0 || report.tier !== "sure" || score >= LEAST || !problem;
    const isAll = isWhole(report.results[0], knowledge);
    const many = !isAll ? 1 : recipients.length > 0 && report.tier === "sure" ? 1 : report.tier === "sure" ? 4 : 3;
    const results = report.results.filter(worth).slice(0, many);
    const of = recipients.length > 0 ? `For ${recipients.map((one) => one.name).join(", ")}: ${sentence(report, knowledge)}` : "";
    if (of && results.length === 0) return [element("li", { className: "found card" }, element("p", { className: "whose" }, of))];
    return results.map((result, at) => item(result, at === 0 ? { of, recipients, text } : null, knowledge));
  });
}

/** [report, its recipients] of reports that say the same; none where there is but one report. */
function alike(reports) {
  const found = new Map();
  reports.forEach((report, at) => {
    const key = JSON.stringify([report.tier, report.results.map((one) => [one.page, one.code])]);
    if (!found.has(key)) found.set(key, [report, []]);
    if (reports.length > 1) found.get(key)[1].push({ name: report.recipient, number: at + 1, count: reports.length });
  });
  return [...found.values()];
}

/** Whether nothing that comes later changes a result: the page of a code, or all has come. */
function isWhole(result, { entries }) {
  return Boolean(entries) || !result?.page.startsWith("problems/");
}

function item(result, first, knowledge) {
  const card = cardOf(result, knowledge);
  const digit = result.code?.[0];
  const made = element("li", {
    className: `found${first ? " card" : ""}${digit ? ` c${digit}` : ""}`,
    "data-result": "",
    "data-code": result.code,
    "data-problem": result.problem,
    "data-provider": result.provider,
    "data-response": result.response,
  });
  if (first?.of) made.append(element("p", { className: "whose" }, first.of));
  const text = result.response && textOf(result.response, knowledge.names);
  const link = element("a", { href: new URL(result.page, knowledge.root).href }, !first && text ? text : card.name);
  const code = result.code ? element("span", { className: "code" }, result.code) : null;
  made.append(element("p", { className: "title" }, ...(code ? [code, " "] : []), link));
  const below = first ? whoseWords(result, text, knowledge) : text && card.name;
  if (below) made.append(element("p", { className: "registered" }, below));
  if (first) made.append(...details(card, result, first, knowledge));
  return made;
}

/** What is said below the first title; its line stands there before it is known. */
function whoseWords(result, text, { entries }) {
  if (text) return `The words of ${text}`;
  if (!result.page.startsWith("problems/")) return null;
  return entries ? NOBODYS : COMPARING;
}

/** A provider's text by name. */
function textOf(response, names) {
  const [provider, id] = response.split("/");
  return `${providerOf(provider, names)}: ${id.replaceAll("-", " ")}`;
}

function providerOf(id, names) {
  return names.providers.find((one) => one.id === id)?.names[0];
}

/** What is told of a result: of a page by itself, of a problem, or of a provider its name alone. */
function cardOf(result, knowledge) {
  const { names, index } = knowledge;
  if (names && Object.hasOwn(names.pages, result.page)) {
    const [name, told, retry, permanent, ...who] = names.pages[result.page];
    if (!retry) return { name, what: told };
    return { name, step: Object.values(names.steps[told] ?? [told])[0], retry, permanent, who };
  }
  const place = index.problems.findIndex((problem) => problem.id === result.problem);
  if (place >= 0) {
    const problem = { ...index.problems[place], ...names?.cards[place] };
    return names ? { ...problem, ...answersTo(result, problem, names.steps[place], knowledge) } : problem;
  }
  return { name: (names && providerOf(result.provider, names)) ?? spelled(result.page) };
}

function details(card, result, { text, recipients }, knowledge) {
  const said = marked(text, result.because, recipients[0]?.name);
  const made = said ? [said] : [];
  if (card.what) made.push(element("p", { className: "lead" }, card.what));
  const places = (card.breaksAt ?? []).map((place) => knowledge.names.places[place]).filter((name) => name);
  if (places.length > 0) made.push(element("p", { className: "way" }, `Broken at: ${places.map(lowerFirst).join(", ")}`));
  const isAll = isWhole(result, knowledge);
  const answers = card.retry ? answersOf(card, isAll, knowledge.names) : element("dl");
  if (card.retry) made.push(answers);
  const line = said?.textContent ?? "";
  if (isAll && card.retry) made.push(copies({ card, result, line, answers, recipients }, knowledge));
  return made;
}

/** The name of a hand-written page: its address in words. */
function spelled(page) {
  const words = page.split("/").filter(Boolean).at(-1).replaceAll("-", " ");
  return words[0].toUpperCase() + words.slice(1);
}

/** The answers as on a page's card: in bold the first, below it who is next and how often. */
function answersOf(card, isAll, { labels, details }) {
  const answer = (question, words, detail) =>
    element("div", {}, element("dt", {}, question), element("dd", {}, words, ...(detail ? [" ", element("small", {}, detail)] : [])));
  const [first, ...others] = card.who.map((who) => labels.who[who]);
  const made = element(
    "dl",
    { className: "answers" },
    answer("Who must act", first, others.length > 0 ? `then ${others.map(lowerFirst).join(", ")}` : null),
    answer("Is it retried?", labels.retry[card.retry], details[card.retry]),
    answer("Is it permanent?", labels.permanent[card.permanent], details[card.permanent]),
  );
  if (card.step && isAll) {
    const step = answer("First step", card.step);
    step.className = "first";
    made.append(step);
  }
  return made;
}

const BEFORE_PART = "(?<=^|=[0-9A-F]{2}|[^\\p{L}\\p{N}@./+-]|[^\\p{L}]-)(?<!@[\\w.-]{0,80})";
const BEHIND_PART = "(?![\\p{L}\\p{N}@/+]|[.-][\\p{L}\\p{N}]|[\\w.+-]{0,80}@)";

/** Where a part stands in a line by itself, not within a word, an address or a host; or -1. */
function placeOf(part, line) {
  const literal = part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return line.search(new RegExp(`${BEFORE_PART}${literal}${BEHIND_PART}`, "u"));
}

/** The line that decided, wrapped ones joined, its deciding parts marked; a long one around the
 * first of them. */
function marked(text, because, recipient) {
  const every = text.replace(/\r?\n[> \t]*[ \t]+/g, " ").split("\n");
  const lines = because.length > 0 ? every.filter((one) => placeOf(because[0], one) >= 0) : [];
  const line = lines.find((one) => recipient && one.toLowerCase().includes(recipient)) ?? lines[0];
  if (!line) return null;
  const code = element("code");
  let rest = line.trim();
  const start = rest.length > LONGEST_LINE ? Math.max(0, placeOf(because[0], rest) - BEFORE) : 0;
  if (start > 0) code.append("… ");
  const isCut = rest.length > start + LONGEST_LINE;
  rest = rest.slice(start, start + LONGEST_LINE);
  while (rest) {
    const found = because.map((part) => [placeOf(part, rest), part]).filter(([at]) => at >= 0);
    if (found.length === 0) break;
    const [at, part] = found.sort((one, other) => one[0] - other[0])[0];
    code.append(rest.slice(0, at), element("mark", {}, part));
    rest = rest.slice(at + part.length);
  }
  code.append(rest, isCut ? " …" : "");
  return element("pre", { className: "said" }, code);
}
