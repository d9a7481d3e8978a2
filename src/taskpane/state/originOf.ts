import { precedents, toWords, type Expression } from "../../formula";
import {
  calculatedWords,
  cellOrigin,
  quartersOf,
  spanOfColumn,
  stateWords,
  TYPED_WORDS,
} from "../../analysis";
import { driverMeaning, LINE_BY_ID, PERIODS, SHIPPED_NAMES } from "../../companies/kingsoftCloud";
import type { DriverRow, Model, ScenarioNames } from "../../model";
import type { Fact, ScenarioName } from "../../seeds";
import { phrase, say } from "../../words";
import type { Evaluated } from "./evaluator";
import { formatInput, formatWithUnit } from "./formatValue";

/** What is explained: a line in a column of a scenario, an assumption in a scenario, or one printed figure. */
export type Subject =
  | { readonly kind: "line"; readonly line: string; readonly column: number; readonly scenario: ScenarioName }
  | { readonly kind: "driver"; readonly driver: string; readonly scenario: ScenarioName }
  | { readonly kind: "fact"; readonly fact: string };

/** Something that a value depends on, and what it leads to. */
export interface PrecedentValue {
  readonly label: string;
  readonly value: string;
  readonly leadsTo: Subject | null;
}

/** What a subject is and where its value comes from. */
export interface Origin {
  readonly title: string;
  readonly where: string;
  readonly value: string;
  readonly meaning: string;
  /** Tier of a known figure, that it was typed, or how a calculated one is called: "forecast", "calculated from facts". */
  readonly tier: string;
  readonly formula: string;
  readonly precedents: readonly PrecedentValue[];
  readonly fact: Fact | null;
  readonly row: DriverRow | null;
}

/** Explains a subject with the values of its scenario. */
export function originOf(
  model: Model,
  subject: Subject,
  evaluated: Evaluated,
  names: ScenarioNames = SHIPPED_NAMES,
): Origin {
  switch (subject.kind) {
    case "line":
      return lineOrigin(model, subject, evaluated, names);
    case "driver":
      return driverOrigin(model, subject, evaluated, names);
    case "fact":
      return factOrigin(model, subject.fact);
  }
}

function lineOrigin(
  model: Model,
  subject: Subject & { kind: "line" },
  { values, assumptions }: Evaluated,
  names: ScenarioNames,
): Origin {
  const line = LINE_BY_ID.get(subject.line)!;
  const { column, scenario } = subject;
  const value = values.value(line.id, column);
  const base = {
    title: line.label,
    where: say`${PERIODS[column]!.label} (${stateWords(model.data, column).toLowerCase()}), ${names.get(scenario)!}`,
    value: formatWithUnit(value, line.unit),
    meaning: line.meaning,
    row: null,
  };
  const origin = cellOrigin(model, line, column, values, assumptions);
  const bare = { ...base, formula: "", precedents: [], fact: null };
  switch (origin.kind) {
    case "calendar":
      return { ...bare, tier: "calendar" };
    case "notDisclosed":
      return { ...bare, tier: "not disclosed" };
    case "typed":
      return { ...bare, tier: TYPED_WORDS };
    case "fact":
      return { ...bare, tier: origin.fact.tier, fact: origin.fact };
    case "formula":
      return {
        ...base,
        fact: origin.beside?.kind === "fact" ? origin.beside.fact : null,
        tier: calculatedWords(model.data, quartersOf(spanOfColumn(column))),
        formula: toWords(origin.expression, phrase),
        precedents: precedentValues(origin.expression, subject, { values, assumptions }, model),
      };
  }
}

function quartersOfColumn(column: number): readonly number[] {
  const { year } = PERIODS[column]!;
  return PERIODS.flatMap((period, index) =>
    period.kind === "quarter" && period.year === year ? [index] : [],
  );
}

function precedentValues(
  expression: Expression,
  subject: Subject & { kind: "line" },
  { values, assumptions }: Evaluated,
  model: Model,
): readonly PrecedentValue[] {
  const { column, scenario } = subject;
  const at = (lineId: string, place: number): PrecedentValue[] => {
    const line = LINE_BY_ID.get(lineId);
    const period = PERIODS[place];
    if (line === undefined || period === undefined) return [];
    return [
      {
        label: say`${line.label}, ${period.label}`,
        value: formatWithUnit(values.value(lineId, place), line.unit),
        leadsTo: { kind: "line", line: lineId, column: place, scenario },
      },
    ];
  };
  return precedents(expression).flatMap((each): readonly PrecedentValue[] => {
    switch (each.kind) {
      case "series":
        return at(each.series.id, column + each.shift);
      case "quartersOfYear":
        return quartersOfColumn(column).flatMap((quarter) => at(each.series.id, quarter));
      case "fact":
        return knownBefore(each.series.id, column, model, scenario);
      case "range":
        return [{ label: say`${each.series.label}, all quarters`, value: "", leadsTo: null }];
      case "scalar": {
        const row = model.rows.find(({ driver }) => driver.id === each.scalar.id)!;
        return [
          {
            label: row.driver.label,
            value: formatInput(Number(assumptions.get(row.driver.id)), row.driver.unit),
            leadsTo: { kind: "driver", driver: row.driver.id, scenario },
          },
        ];
      }
    }
  });
}

/** The known figure that a formula asks for, or that there is none yet. */
function knownBefore(
  lineId: string,
  column: number,
  { data }: Model,
  scenario: ScenarioName,
): readonly PrecedentValue[] {
  const line = LINE_BY_ID.get(lineId);
  if (line === undefined) return [];
  const known = data.known(lineId, column);
  const value = known === undefined ? "not known yet" : formatWithUnit(Number(known.value), line.unit);
  const leadsTo = known === undefined ? null : { kind: "line" as const, line: lineId, column, scenario };
  return [{ label: say`${line.label} as reported, ${PERIODS[column]!.label}`, value, leadsTo }];
}

function driverOrigin(
  model: Model,
  { driver: id, scenario }: Subject & { kind: "driver" },
  { assumptions }: Evaluated,
  names: ScenarioNames,
): Origin {
  const row = model.rows.find(({ driver }) => driver.id === id)!;
  return {
    title: row.driver.label,
    where: say`Assumption, ${names.get(scenario)!}`,
    value: formatInput(Number(assumptions.get(id)), row.driver.unit),
    meaning: driverMeaning(row.driver),
    tier: row.assumption.tier,
    formula: "",
    row,
    fact: null,
    precedents: row.assumption.facts.flatMap((each) => {
      const fact = model.seeds.fact(each);
      return fact === undefined
        ? []
        : [
            {
              label: say`${metricLabel(model, fact)}, ${fact.period}`,
              value: `${fact.value} ${fact.unit}`,
              leadsTo: { kind: "fact" as const, fact: each },
            },
          ];
    }),
  };
}

function factOrigin(model: Model, id: string): Origin {
  const fact = model.seeds.fact(id)!;
  return {
    title: metricLabel(model, fact),
    where: say`${fact.period}, ${fact.basis}`,
    value: `${fact.value} ${fact.unit}`,
    meaning: model.seeds.metrics.find((metric) => metric.id === fact.metric)?.description ?? "",
    tier: fact.tier,
    formula: "",
    precedents: [],
    fact,
    row: null,
  };
}

function metricLabel(model: Model, fact: Fact): string {
  return model.seeds.metrics.find(({ id }) => id === fact.metric)?.label ?? fact.metric;
}
