// The button of an answer that copies a note for a ticket, without addresses and hosts.

import { element } from "./elements.js";
import { masked } from "./mask.js";

const SHOWN = 2000; // milliseconds for which the button says that it has copied
const LABEL = "Copy ticket note";

/** The row with the button; `line` is the line that decided, `recipients` are whose answer it is. */
export function copies({ card, result, line, answers, recipients }, { index, root }) {
  const status = element("span", { role: "status", className: "said-aloud" });
  const told = [...answers.querySelectorAll("div")].map((one) => {
    const [answer, detail] = [...one.querySelector("dd").childNodes].map((node) => node.textContent);
    return `${one.querySelector("dt").textContent}: ${answer}${detail ? ` (${detail})` : ""}`;
  });
  const whose = recipients.map(({ name, number, count }) => `${number} of ${count} (${masked(name, index)})`);
  const note = [
    [result.code, card.name].filter((part) => part).join(" "),
    whose.length > 0 ? `For recipient ${whose.join(", ")}` : "",
    masked(line, index),
    card.what,
    ...told,
    new URL(result.page, root).href,
  ];
  const button = element("button", { type: "button" }, LABEL);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(note.filter((part) => part).join("\n"));
      button.textContent = "Copied";
      status.textContent = "Copied, without addresses and hosts";
      setTimeout(() => {
        button.textContent = LABEL;
        status.textContent = "";
      }, SHOWN);
    } catch {
      status.textContent = "This browser does not let the page copy; mark the text and copy it yourself.";
      button.title = status.textContent;
    }
  });
  return element("p", { className: "buttons" }, button, status);
}
