// Builds what the box shows of an answer: elements alone, never markup from a text.

import { answersTo, firstStep } from "./answers.js";
import { masked } from "./mask.js";

const HEADLINES = {
  sure: "This is it.",
  group: "One of a group: ",
  unsure: "Not sure: one of these.",
  none: "There is no cause in this text.",
};
const NO_CODE = "No SMTP code in use has this number. What comes next to it:";
const ASK = "Paste the server’s own reply, the lines around the code, or the last lines of the program’s log.";
const LEAST = 0.01; // the share below which a runner-up is not worth showing

/** An element with a class, attributes and children (elements or texts). */
export function element(name, { className, ...rest } = {}, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const [key, value] of Object.entries(rest)) if (value !== null) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** The sentence for the status line. */
export function headline(answer, knowledge) {
  const [report] = answer.reports;
  if (!report) return `${HEADLINES.none} ${ASK}`;
  const several = answer.reports.length > 1 ? `${answer.reports.length} recipients, an answer for each. ` : "";
  if (report.notes.includes("no-such-code")) return NO_CODE;
  if (report.tier === "none") return `${several}${HEADLINES.none} ${ASK}`;
  const [name, question] = knowledge.names.questions[report.group] ?? ["", ""];
  const group = report.tier === "group" ? `${name}. ${question}` : "";
  const differs = report.notes.includes("code-differs") ? " The words decide; the code alone stands for something else." : "";
  return `${several}${HEADLINES[report.tier]}${group}${differs}`;
}

/** The items of the result list, for all reports. */
export function items(answer, text, knowledge) {
  return answer.reports.flatMap((report) => {
    const worth = (result, at) => at === 0 || result.score >= LEAST || result.problem === null;
    const results = report.results.filter(worth).slice(0, report.tier === "sure" ? 4 : 3);
    return results.map((result, at) => item(result, at === 0, text, knowledge));
  });
}

function item(result, isFirst, text, knowledge) {
  const card = cardOf(result, knowledge);
  const digit = result.code?.[0];
  const made = element("li", {
    className: `found${isFirst ? " card" : ""}${digit ? ` c${digit}` : ""}`,
    "data-result": "",
    "data-code": result.code,
    "data-problem": result.problem,
    "data-provider": result.provider,
    "data-response": result.response,
  });
  const link = element("a", { href: new URL(result.page, knowledge.root).href }, card.name);
  const code = result.code ? element("span", { className: "code" }, result.code) : null;
  made.append(element("p", { className: "title" }, ...(code ? [code, " "] : []), link));
  if (result.response) {
    const [provider] = knowledge.names.providers[result.provider];
    made.append(element("p", { className: "registered" }, `The words are those of ${provider}`));
  }
  if (isFirst && (card.what || card.retry)) made.append(...details(card, result, text, knowledge));
  return made;
}

/** What is told of a result: of a page by itself, of a problem, or of a provider its name alone. */
function cardOf(result, knowledge) {
  const { names, index } = knowledge;
  if (Object.hasOwn(names.pages, result.page)) {
    const [name, told, retry, permanent, ...who] = names.pages[result.page];
    if (!retry) return { name, what: told };
    return { name, step: Object.values(names.steps[told] ?? [told])[0], retry, permanent, who };
  }
  const place = index.problems.findIndex((problem) => problem.id === result.problem);
  if (place >= 0) {
    const problem = { ...index.problems[place], ...names.cards[place] };
    const told = answersTo(result, problem, knowledge);
    return { ...problem, ...told, step: firstStep(told.who, names.steps[place]) };
  }
  return { name: names.providers[result.provider]?.[0] ?? spelled(result.page) };
}

function details(card, result, text, knowledge) {
  const made = card.what ? [element("p", { className: "lead" }, card.what)] : [];
  const answers = card.retry ? answersOf(card, knowledge) : element("dl");
  if (card.retry) made.push(answers);
  const places = (card.breaksAt ?? []).map((place) => knowledge.names.places[place]).filter((name) => name);
  if (places.length > 0) made.push(element("p", { className: "way" }, `Broken at: ${places.map(lowerFirst).join(", ")}`));
  const said = marked(text, result.because);
  if (said) made.push(said);
  made.push(copies(card, result, said?.textContent ?? "", answers, knowledge));
  return made;
}

/** The name of a hand-written page: its address in words. */
function spelled(page) {
  const words = page.split("/").filter(Boolean).at(-1).replaceAll("-", " ");
  return words[0].toUpperCase() + words.slice(1);
}

/** The answers as on a page's card: in bold the first, below it who is next and how often. */
function answersOf(card, knowledge) {
  const { labels, details } = knowledge.names;
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
  if (card.step) {
    const step = answer("First step", card.step);
    step.className = "first";
    made.append(step);
  }
  return made;
}

function lowerFirst(text) {
  return text[0].toLowerCase() + text.slice(1);
}

/** The line that decided, its deciding parts marked. */
function marked(text, because) {
  const line = because.length > 0 ? text.split("\n").find((one) => one.includes(because[0])) : null;
  if (!line) return null;
  const code = element("code");
  let rest = line.trim();
  while (rest) {
    const found = because.map((part) => [rest.indexOf(part), part]).filter(([at]) => at >= 0);
    if (found.length === 0) break;
    const [at, part] = found.sort((one, other) => one[0] - other[0])[0];
    code.append(rest.slice(0, at), element("mark", {}, part));
    rest = rest.slice(at + part.length);
  }
  code.append(rest);
  return element("pre", { className: "said" }, code);
}

function copies(card, result, said, answers, knowledge) {
  const status = element("span", { role: "status", className: "said-aloud" });
  const told = [...answers.querySelectorAll("div")].map((one) => {
    const [answer, detail] = [...one.querySelector("dd").childNodes].map((node) => node.textContent);
    return `${one.querySelector("dt").textContent}: ${answer}${detail ? ` (${detail})` : ""}`;
  });
  const note = [
    [result.code, card.name].filter((part) => part).join(" "),
    masked(said, knowledge.index),
    card.what,
    ...told,
    new URL(result.page, knowledge.root).href,
  ];
  const button = element("button", { type: "button" }, "Copy ticket note");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(note.filter((part) => part).join("\n"));
      status.textContent = "Copied, without addresses and hosts";
    } catch {
      status.textContent = "This browser does not let the page copy; mark the text and copy it yourself.";
      button.title = status.textContent;
    }
  });
  return element("p", { className: "buttons" }, button, status);
}
