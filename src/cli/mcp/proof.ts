import {
  factChecks,
  factOrigin,
  factsBehind,
  raisedAlarms,
  alarmWords,
  scenarioChecks,
  vintageOf,
  type CheckResult,
  type ModelCell,
} from "../../analysis";
import { keptValues, type Model } from "../../model";
import { dataVintage, type Fact, type Source } from "../../seeds";
import type { ChosenScenario } from "../openProject";

/** What an answer rests on. */
export interface Proof {
  /** Facts behind the answer, the nearest first, at most as many as are listed; `factCount` is of all. */
  readonly facts: readonly FactRecord[];
  readonly factCount: number;
  /** The documents that those facts stand in, at most as many as are listed; `sourceCount` is of all. */
  readonly sources: readonly Pick<Source, "id" | "title" | "publisher" | "date" | "kind">[];
  readonly sourceCount: number;
  /** Checks of the scenario under the values asked about, and of the facts. */
  readonly checks: { readonly passed: number; readonly of: number; readonly failed: readonly string[] };
  /** Economic alarms in words: every check holds, and an analyst would still ask. */
  readonly alarms: readonly string[];
  /** How far the figures reach, and the day of the newest document. */
  readonly vintage: {
    readonly actualTo: string;
    readonly resultsTo: string;
    readonly forecastFrom: string | null;
    readonly newestDocument: string;
  };
}

/** A fact as answers show it. */
export interface FactRecord {
  readonly id: string;
  readonly metric: string;
  readonly period: string;
  readonly stated: string;
  readonly tier: string;
  readonly source: string;
  readonly document: string;
}

const LISTED = 20;

/** The proof of an answer about some cells of a scenario; of the whole model where no cell is named. */
export function proofOf({ model, scenario }: ChosenScenario, cells: readonly ModelCell[] = []): Proof {
  const assumptions = model.assumptions(scenario.id);
  const values = keptValues(model.spec, model.fast(assumptions));
  const facts =
    cells.length === 0
      ? model.seeds.facts.filter(({ chosen }) => chosen)
      : factsBehind(model, cells, values, assumptions).facts;
  return proof({ model, scenario }, facts, raisedAlarms(model, values).map(alarmWords));
}

/** The proof of an answer that is about certain facts alone. */
export function proofOfFacts(chosen: ChosenScenario, facts: readonly Fact[]): Proof {
  return { ...proofOf(chosen), ...listed(chosen.model, facts) };
}

function proof(
  { model, scenario }: Pick<ChosenScenario, "model" | "scenario">,
  facts: readonly Fact[],
  alarms: readonly string[],
): Proof {
  const results = [...scenarioChecks(model, scenario.id, scenario.name), ...checksOfFacts(model)];
  const failed = results.filter(({ failures }) => failures.length > 0);
  const { reported, results: known, forecast } = vintageOf(model.data);
  return {
    ...listed(model, facts),
    checks: {
      passed: results.length - failed.length,
      of: results.length,
      failed: failed.map(({ scope, label, failures }) => `${scope}: ${label}: ${failures[0]!}`),
    },
    alarms,
    vintage: {
      actualTo: reported,
      resultsTo: known,
      forecastFrom: forecast,
      newestDocument: dataVintage(model.seeds),
    },
  };
}

function listed(
  model: Model,
  facts: readonly Fact[],
): Pick<Proof, "facts" | "factCount" | "sources" | "sourceCount"> {
  const ids = new Set(facts.map(({ source }) => source));
  const sources = model.seeds.sources.filter(({ id }) => ids.has(id));
  return {
    facts: facts.slice(0, LISTED).map((fact) => factRecord(model, fact)),
    factCount: facts.length,
    sources: sources
      .slice(0, LISTED)
      .map(({ id, title, publisher, date, kind }) => ({ id, title, publisher, date, kind })),
    sourceCount: sources.length,
  };
}

/** A fact with its document. */
export function factRecord(model: Model, fact: Fact): FactRecord {
  const { document, stated } = factOrigin(model, fact);
  const { id, metric, period, tier, source } = fact;
  return { id, metric, period, stated, tier, source, document };
}

/** Facts do not change while the server runs. */
const FACT_CHECKS = new WeakMap<Model["data"], readonly CheckResult[]>();

function checksOfFacts(model: Model): readonly CheckResult[] {
  const known = FACT_CHECKS.get(model.data) ?? factChecks(model);
  FACT_CHECKS.set(model.data, known);
  return known;
}

/** A proof in one line: "Proof: 12 facts of 4 documents; 96 of 96 checks hold; actual to 2025Q4, …". */
export function proofWords({ factCount, sourceCount, checks, alarms, vintage }: Proof): string {
  const { actualTo, resultsTo, newestDocument } = vintage;
  return [
    `Proof: ${count(factCount, "fact")} of ${count(sourceCount, "document")}`,
    `${checks.passed} of ${checks.of} checks hold${checks.failed.length > 0 ? ` (failed: ${checks.failed.join("; ")})` : ""}`,
    alarms.length === 0 ? "no economic alarm" : count(alarms.length, "economic alarm"),
    `actual to ${actualTo}, results to ${resultsTo}, newest document of ${newestDocument}.`,
  ].join("; ");
}

function count(number: number, what: string): string {
  return `${number.toLocaleString("en-US")} ${what}${number === 1 ? "" : "s"}`;
}
