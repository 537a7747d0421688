// Builds what the box shows of an answer: elements alone, never markup from a text.

import { masked } from "./mask.js";

const HEADLINES = {
  sure: "This is it.",
  group: "One of a group: ",
  unsure: "Not sure: one of these.",
  none: "There is no cause in this text.",
};
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
  const card = knowledge.index.problems.find((problem) => problem.id === result.problem);
  const digit = result.code?.[0];
  const made = element("li", {
    className: `found${isFirst ? " card" : ""}${digit ? ` c${digit}` : ""}`,
    "data-result": "",
    "data-code": result.code,
    "data-problem": result.problem,
    "data-provider": result.provider,
    "data-response": result.response,
  });
  const title = card?.name ?? titleOf(result, knowledge);
  const link = element("a", { href: new URL(result.page, knowledge.root).href }, title);
  const code = result.code && card ? element("span", { className: "code" }, result.code) : null;
  made.append(element("p", { className: "title" }, ...(code ? [code, " "] : []), link));
  if (result.response) {
    const [provider] = knowledge.names.providers[result.provider];
    made.append(element("p", { className: "registered" }, `The words are those of ${provider}`));
  }
  if (isFirst && card) made.append(...details(card, result, text, knowledge));
  return made;
}

function titleOf(result, knowledge) {
  const called = knowledge.names.providers[result.provider];
  if (called) return called[0];
  return result.page.replace(/\/$/, "").replaceAll("-", " ");
}

function details(card, result, text, knowledge) {
  const label = (field, value) => knowledge.names.labels[field][value];
  const told = { ...card, ...card.inClass[result.code?.[0]] };
  const answer = (question, words) => element("div", {}, element("dt", {}, question), element("dd", {}, words));
  const step = knowledge.names.steps[knowledge.index.problems.indexOf(card)];
  const answers = element(
    "dl",
    { className: "answers" },
    answer("Who must act", told.who.map((who) => label("who", who)).join(", ")),
    answer("Is it sent again?", label("retry", told.retry)),
    answer("Is it permanent?", label("permanent", told.permanent)),
  );
  if (step) {
    const first = answer("First step", step);
    first.className = "first";
    answers.append(first);
  }
  const made = [element("p", { className: "lead" }, card.what), answers];
  const places = card.breaksAt.map((place) => knowledge.names.places[place]).filter((name) => name);
  if (places.length > 0) made.push(element("p", { className: "way" }, `Where it broke: ${places.join(", ")}`));
  const said = marked(text, result.because);
  if (said) made.push(said);
  made.push(copies(card, result, said?.textContent ?? "", answers, knowledge));
  return made;
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
  const told = [...answers.querySelectorAll("div")].map(
    (one) => `${one.querySelector("dt").textContent}: ${one.querySelector("dd").textContent}`,
  );
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
