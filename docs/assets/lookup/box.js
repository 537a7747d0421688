// The box: answers what is pasted or typed into a form with [data-lookup]. Nothing is stored or
// sent; index and code are loaded when somebody asks.

import { diagnose } from "./diagnose.js";
import { headline, items } from "./show.js";

const LONGEST = 65536; // a box takes one more, so that it is seen where a text was cut
const PAUSE = 200; // milliseconds after the last key
let loading = null;

/** Lets a form answer; `root` is the address of the site. */
export function attach(form, root) {
  const box = form.elements.text;
  const status = form.querySelector("[role=status]");
  const list = form.querySelector("ol");
  let timer = 0;

  async function answer() {
    clearTimeout(timer);
    const text = box.value;
    if (!text.trim()) {
      status.textContent = "";
      return list.replaceChildren();
    }
    try {
      const knowledge = { ...(await known()), root };
      if (text !== box.value) return undefined;
      const found = diagnose(text, knowledge.index, knowledge.entries, knowledge.names);
      const cut = text.length > LONGEST ? " Only the first 65,536 characters were read." : "";
      status.textContent = headline(found, knowledge) + cut;
      list.replaceChildren(...items(found, text, knowledge));
    } catch (error) {
      status.textContent = "The look-up could not be loaded. Try again, or choose the code from the lists.";
      throw error;
    }
    return undefined;
  }

  known().catch(() => {}); // said when an answer is asked for
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(answer, PAUSE);
  });
  return answer;
}

/** The three documents, loaded once; a failed attempt is repeated. */
function known() {
  loading ??= Promise.all(["index", "entries", "names"].map(loaded)).then(
    ([index, entries, names]) => ({ index, entries, names }),
    (error) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

async function loaded(name) {
  const answer = await fetch(new URL(`${name}.json`, import.meta.url));
  if (!answer.ok) throw new Error(`${name}.json: ${answer.status}`);
  return answer.json();
}
