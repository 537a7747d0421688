// How sure an answer is, as generator/lookup/tiers.py says it.

const SHARPNESS = 0.7;
const SURE = 0.98;
const TOGETHER = 0.96;
export const LITTLE = 0.12;
export const LIKELY = 0.3;
export const VERY_LIKELY = 0.7;

/** Scores as shares of one (softmax). */
export function sharesOf(scores) {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(SHARPNESS * (score - largest)));
  let total = 0;
  for (const power of powers) total += power;
  return powers.map((power) => power / total);
}

/** [the tier, the group's number or null] of an answer. */
export function tierOf(shares, order, groups) {
  const first = order[0];
  if (shares[first] >= SURE) return ["sure", null];
  for (const [number, members] of groups.entries()) {
    if (!members.includes(first)) continue;
    let together = 0;
    for (const member of members) together += shares[member];
    if (together >= TOGETHER) return ["group", number];
  }
  return ["unsure", null];
}
