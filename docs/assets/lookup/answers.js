// Who acts on what was found, whether it is sent again and whether it is permanent.

import { numbers, unhyphened } from "./packing.js";

/** The answers of the response that was recognised, if the code is of its class; else its problem's. */
export function answersTo(result, card, { entries, names }) {
  const digit = result.code?.[0];
  const place = result.response ? placeOf(result.response, entries) : -1;
  const its = entries.codes[numbers(entries.codesOf)[place]]?.[0];
  if (place < 0 || (digit && digit !== its)) return { ...card, ...card.inClass[digit] };
  const [who, retry, permanent] = names.answers[numbers(names.answersOf)[place]];
  return { who, retry, permanent };
}

/** Of the first steps of a problem that for whoever acts, else for whoever acts first on it. */
export function firstStep(who, steps) {
  return steps[who.find((person) => person in steps)] ?? Object.values(steps)[0];
}

function placeOf(key, { providers, counts, idWords, ids }) {
  const [provider, id] = key.split("/");
  const at = providers.findIndex((one) => one.id === provider);
  const before = counts.slice(0, at).reduce((sum, count) => sum + count, 0);
  return before + unhyphened(idWords, ids).slice(before, before + counts[at]).indexOf(id);
}
