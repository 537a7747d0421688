// The box: answers what is pasted or typed into a form with [data-lookup]. Nothing is stored or
// sent; index and code are loaded when somebody asks.

import { diagnose } from "./diagnose.js";
import { element } from "./elements.js";
import { headline, items } from "./show.js";
import { isTyped } from "./typed.js";

const LONGEST = 65536; // a box takes one more, so that it is seen where a text was cut
const PAUSE = 200; // milliseconds after the last key
const STEPS = [["index"], ["names"], ["entries", "steps"]]; // what each next answer needs beyond
const FAILED = "The lookup could not be loaded. Try again, or take the code from the lists.";
const INCOMPLETE = " The rest of the lookup could not be loaded; try again for the whole answer.";
const loading = new Map();
const knowledge = {}; // the documents that have come, by name

/** Lets a form answer; `root` is the address of the site. What it gives answers now, and calls
 * `shown` when an answer stands there, and again when its card does; more may follow below. */
export function attach(form, root) {
  const box = form.elements.text;
  const status = form.querySelector("[role=status]");
  const list = form.querySelector("ol");
  let timer = 0;

  async function answer(shown = () => {}) {
    clearTimeout(timer);
    const text = box.value;
    if (!text.trim()) {
      list.removeAttribute("aria-busy");
      say("");
      list.replaceChildren();
      return;
    }
    let [told, isCard] = ["", false];
    list.setAttribute("aria-busy", "true");
    for (const step of STEPS) {
      try {
        await Promise.all(step.map(load));
      } catch (error) {
        if (text !== box.value) return;
        say(told ? told + INCOMPLETE : FAILED);
        if (!told) list.replaceChildren();
        list.removeAttribute("aria-busy");
        throw error;
      }
      if (text !== box.value) return;
      told = show(text) || told;
      if (told && !isCard) shown();
      isCard = Boolean(told && knowledge.names);
      if (isComplete()) break;
    }
    list.removeAttribute("aria-busy");
  }

  /** Shows the answer as far as it is known, and gives what it says; "" where it is too early. */
  function show(text) {
    const { index, entries, names } = knowledge;
    const found = diagnose(text, index, entries, names);
    if (!names && isTyped(text) && !isOfProblem(found)) return "";
    const told = headline(found, knowledge) + (text.length > LONGEST ? " Only the first 65,536 characters were read." : "");
    replace(items(found, text, { ...knowledge, root }));
    say(told, list.querySelector(".title")?.textContent);
    return told;
  }

  /** Lays new items into the list; who stood on a link or button of the old ones stands there again. */
  function replace(made) {
    const stops = () => [...list.querySelectorAll("a, button")];
    const place = stops().indexOf(document.activeElement);
    list.replaceChildren(...made);
    stops()[place]?.focus({ preventScroll: true });
  }

  /** Changes the live region only where it says something else; `aloud` is for those who listen. */
  function say(text, aloud = "") {
    const made = element("span", { className: "said-aloud" }, aloud && ` ${aloud}`);
    if (status.textContent !== text + made.textContent) status.replaceChildren(text, made);
  }

  STEPS.flat().forEach((name) => load(name).catch(() => {})); // said when an answer is asked for
  box.addEventListener("input", () => {
    list.setAttribute("aria-busy", "true"); // until the answer is complete
    clearTimeout(timer);
    timer = setTimeout(answer, PAUSE);
  });
  return answer;
}

/** Whether a code and words name a problem: then no page's name can be meant. */
function isOfProblem({ reports: [report] }) {
  const first = report?.results[0];
  return Boolean(first?.code) && first.page.startsWith("problems/");
}

function isComplete() {
  return STEPS.flat().every((name) => name in knowledge);
}

/** Loads a document once, with all its parts; a failed attempt is repeated. What the first answer
 * needs comes first. What is loaded does not depend on what is asked, so it tells nobody of it. */
function load(name) {
  if (!loading.has(name)) loading.set(name, loaded(name));
  return loading.get(name);
}

async function loaded(name) {
  try {
    const first = await fetched(name);
    const more = Array.from({ length: first.parts - 1 || 0 }, (_, at) => fetched(`${name}-${at + 2}`));
    knowledge[name] = first.parts ? [first, ...(await Promise.all(more))] : first;
  } catch (error) {
    loading.delete(name);
    throw error;
  }
}

async function fetched(name) {
  const priority = STEPS[0].includes(name) ? "high" : "low";
  const answer = await fetch(new URL(`${name}.json`, import.meta.url), { priority });
  if (!answer.ok) throw new Error(`${name}.json: ${answer.status}`);
  return answer.json();
}
