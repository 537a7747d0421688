// Who acts on what was found, whether it is sent again and whether it is permanent, and the first step.

import { numbers } from "./packing.js";
import { responsesOf } from "./templates.js";

const read = new WeakMap();

/** {who, retry, permanent, step} of the response that was recognised, if the code is of its class;
 * else those of its problem. `step` is that of whoever acts, else of whoever acts first on it. */
export function answersTo(result, card, steps, { entries, names, steps: own }) {
  const digit = result.code?.[0];
  const response = entries && responsesOf(entries, names).get(result.response);
  const isIts = response && (!digit || digit === response.codes[0]?.[0]);
  const [who, retry, permanent] = isIts ? response.answers : answersIn(card, digit);
  const step = steps[who.find((person) => person in steps)] ?? Object.values(steps)[0];
  return { who, retry, permanent, step: (isIts && own && ownSteps(own)[response.number]) || step };
}

function answersIn(card, digit) {
  const { who, retry, permanent } = { ...card, ...card.inClass[digit] };
  return [who, retry, permanent];
}

/** The own first step of each response by its number, or an empty text; read once. */
function ownSteps(parts) {
  if (!read.has(parts)) {
    const every = parts.flatMap(({ steps, stepsOf }) => {
      const lines = steps.split("\n");
      return numbers(stepsOf).map((number) => lines[number]);
    });
    read.set(parts, every);
  }
  return read.get(parts);
}
