/** Draws of each property in npm run proof. */
const WHOLE = 1500;

/** Draws of each property in a run of the tests; KC_RUNS takes another number, as npm run proof does. */
export const RUNS = Number(process.env.KC_RUNS ?? 100);

/** Seed of the properties, so that a failure repeats; KC_SEED takes another one. */
export const SEED = Number(process.env.KC_SEED ?? 20260425);

/** The part of a number of draws that this run takes: all of them in npm run proof, fewer otherwise, one at least. */
export const partOf = (draws: number): number => Math.max(1, Math.ceil((draws * RUNS) / WHOLE));

/** Whether this run is as long as npm run proof. */
export const PROVES = RUNS >= WHOLE;
