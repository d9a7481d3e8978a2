import { expect } from "expect";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ModuleGraph } from "./moduleGraph";
import { mutatedText, type Mutant } from "./mutant";
import { messageOf, testRun } from "./testRun";

const SEEDS = "src/seeds/index.ts";
/** A file that every judge depends on. */
const EVERYONES = "src/formula/expression.ts";

/** Test files that judge, the quickest to find a fault first. None of them compares with a golden text. */
const JUDGES: Readonly<Record<"formula" | "model", readonly string[]>> = {
  formula: ["toDecimal", "toWords", "precedents", "parseFormula", "worksheetText"].map(
    (name) => `test/formula/${name}.test.ts`,
  ),
  model: [
    "laws",
    "workedHistory",
    "calendar",
    "checks",
    "history",
    "fastReading",
    "rolling",
    "lines",
    "validateAssumptions",
    "evaluationOrder",
    "monotone",
    "typedLaws",
    "economicLaws",
    "driverSigns",
    "rollInvariance",
  ].map((name) => `test/model/${name}.test.ts`),
};

/** Tests that compare with committed text, or try the tests themselves rather than the model. */
const SKIPPED: ReadonlySet<string> = new Set([
  "the committed fast reading is the emitted one",
  "every operator counts: with any one of them turned into its opposite, some value changes for some valid assumptions and facts",
  "the random sets reach every scenario and every extreme often",
  "a ten-thousandth added to any line in any forecast quarter or year breaks a law",
  "every declared sign holds for what an analyst might assume",
]);

/** Judges mutants: gives the first test that fails, or null when the mutant survives all. */
export type Judge = (mutant: Mutant | null) => Promise<string | null>;

/** A judge over the sources in a folder; seeds are read once for all mutants that leave their reading alone. */
export function createJudge(root: string): Judge {
  const graph = new ModuleGraph(root);
  // A mutant is killed by the first case that fails; the smallest is of no interest.
  fc.configureGlobal({ endOnFailure: true });
  const judges = [...JUDGES.formula, ...JUDGES.model];
  graph.share(SEEDS, rememberSeeds);
  const dependents = new Map<string, ReadonlySet<string>>();
  return async (mutant) => {
    const file = mutant?.file ?? EVERYONES;
    if (!dependents.has(file)) dependents.set(file, graph.dependents(file, judges));
    const fresh = dependents.get(file)!;
    const surroundings: Record<string, unknown> = { expect };
    const load = graph.instance(
      fresh,
      mutant && { file, text: mutatedText(readFileSync(join(root, file), "utf8"), mutant) },
      surroundings,
    );
    for (const judge of judges.filter((each) => fresh.has(each))) {
      const run = testRun();
      Object.assign(surroundings, { test: run.test });
      const failure = (await started(() => load(judge))) ?? (await run.firstFailure(SKIPPED));
      if (failure !== null) return `${judge}: ${failure}`;
    }
    return null;
  };
}

/** Loads a test file; a fault while it loads is a failure like any other. */
async function started(load: () => unknown): Promise<string | null> {
  try {
    load();
    return null;
  } catch (error) {
    return `does not start: ${messageOf(error)}`;
  }
}

/** The same texts are read once. */
function rememberSeeds(seeds: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const loadSeeds = seeds["loadSeeds"] as (texts: Readonly<Record<string, string>>) => unknown;
  const known = new Map<string, unknown>();
  return {
    ...seeds,
    loadSeeds: (texts: Readonly<Record<string, string>>) => {
      const key = JSON.stringify(texts);
      if (!known.has(key)) known.set(key, loadSeeds(texts));
      return known.get(key);
    },
  };
}
