import { z } from "zod";
import { cellOrigin, factOrigin, TYPED_WORDS, type CellOrigin, type FactOrigin } from "../../analysis";
import { precedents, toWords } from "../../formula";
import { chosenFact, driverNamed } from "../../functions";
import { driverMeaning, firstQuarterOf, LINE_BY_ID, PERIODS } from "../../companies/kingsoftCloud";
import {
  domainOf,
  keptValues,
  type Assumptions,
  type DriverRow,
  type FastValues,
  type Model,
} from "../../model";
import type { Fact } from "../../seeds";
import { askedFigure } from "./askedCells";
import type { Answer } from "./answer";
import { overridesInput, periodInput, scenarioInput, textInput } from "./inputs";
import { factRecord, proofOf, proofOfFacts } from "./proof";
import { chosenBy, tool } from "./tool";
import type { ChosenScenario } from "../openProject";
import { CommandError } from "../commandError";

/** Where a figure or an assumption comes from. */
export const explainTool = tool({
  name: "explain",
  title: "Explain a figure or a driver",
  description:
    "Says where a figure comes from: its formula in words with every quantity it reads and its value, or the document, place and printed text of a fact, its tier, and how a conflict between sources was settled. Of a driver: its value, range, source or reason; give its id as line and leave the period out.",
  input: z.object({
    line: textInput("line must be a text such as revenue or capXiaomi2027").describe(
      "A line of the model, a figure of the facts, or a driver.",
    ),
    period: periodInput.optional(),
    scenario: scenarioInput,
    overrides: overridesInput,
  }),
  run({ line, period, scenario, overrides }, desk) {
    const chosen = chosenBy(desk, scenario, overrides);
    if (period === undefined) {
      const row = driverNamed(chosen.model, line);
      if (row !== null) return ofDriver(chosen, row);
      askedFigure(chosen.model, line, "FY2025");
      throw new CommandError(
        `Give a period for ${line}, e.g. FY2027 or 2026Q2; only a driver is explained without one.`,
      );
    }
    return ofFigure(chosen, line, period);
  },
});

function ofDriver(chosen: ChosenScenario, row: DriverRow): Answer {
  const { model, scenario } = chosen;
  const { driver, assumption } = row;
  const shown = domainOf(row).shown(model.assumptions(scenario.id).get(driver.id)!);
  const facts = assumption.facts.flatMap((id) => model.seeds.fact(id) ?? []);
  return {
    text: [
      `${driver.label} (${driver.id}), ${scenario.name}: ${shown}; ${domainOf(row).words}.`,
      driverMeaning(driver),
      `Tier ${assumption.tier}. ${assumption.reason}`,
      ...facts.map((fact) => factLine(model, fact)),
    ].join("\n"),
    data: {
      driver: driver.id,
      label: driver.label,
      scenario: scenario.name,
      value: Number(model.assumptions(scenario.id).get(driver.id)),
      shown,
      unit: driver.unit,
      allowed: domainOf(row).words,
      meaning: driverMeaning(driver),
      tier: assumption.tier,
      reason: assumption.reason,
      facts: facts.map((fact) => factRecord(model, fact)),
    },
    proof: proofOfFacts(chosen, facts),
  };
}

function ofFigure(chosen: ChosenScenario, named: string, period: string | number): Answer {
  const { model, scenario } = chosen;
  const { subject, period: asked, cells } = askedFigure(model, named, period);
  if (subject.kind === "metric") {
    const fact = chosenFact(model, subject.metric.id, asked);
    if (fact === undefined) throw new CommandError(`${subject.metric.label}: no fact for ${asked.label}.`);
    return {
      text: [
        `${subject.metric.label}, ${asked.label}: a figure of the facts.`,
        ...factWords(model, fact),
      ].join("\n"),
      data: {
        line: subject.metric.id,
        label: subject.metric.label,
        period: asked.label,
        kind: "fact",
        fact: wholeFact(model, fact),
      },
      proof: proofOfFacts(chosen, [fact]),
    };
  }
  const { line } = subject;
  const [cell, ...others] = cells;
  if (cell === undefined || others.length > 0)
    throw new CommandError(
      `${asked.label} is no column of the model: ask for a quarter like 2026Q2 or a year like FY2027, or for its quarters one by one.`,
    );
  const assumptions = model.assumptions(scenario.id);
  const values = keptValues(model.spec, model.fast(assumptions));
  const origin = cellOrigin(model, line, cell.column, values, assumptions);
  const value = values.value(line.id, cell.column);
  const reads = origin.kind === "formula" ? quantities(model, origin, cell.column, values, assumptions) : [];
  const fact = factOf(origin);
  return {
    text: [
      `${line.label}, ${asked.label}, ${scenario.name}: ${Number.isNaN(value) ? "not disclosed" : value} (${line.unit}). ${line.meaning}`,
      ...originWords(origin),
      ...reads.map(
        ({ label, period: at, value: read, unit }) =>
          `  ${label}${at === null ? "" : `, ${at}`} = ${read ?? "not disclosed"} (${unit})`,
      ),
      ...(fact === null ? [] : factWords(model, fact)),
    ].join("\n"),
    data: {
      line: line.id,
      label: line.label,
      period: asked.label,
      scenario: scenario.name,
      value: Number.isNaN(value) ? null : value,
      unit: line.unit,
      meaning: line.meaning,
      kind: origin.kind,
      formula: origin.kind === "formula" ? toWords(origin.expression) : null,
      precedents: reads,
      fact: fact === null ? null : wholeFact(model, fact),
    },
    proof: proofOf(chosen, cells),
  };
}

interface Quantity {
  readonly id: string;
  readonly kind: "line" | "driver";
  readonly label: string;
  readonly period: string | null;
  readonly value: number | null;
  readonly unit: string;
}

/** What a formula reads, each with its value; of a series over all quarters each quarter that has one. */
function quantities(
  model: Model,
  { expression }: CellOrigin & { kind: "formula" },
  column: number,
  values: FastValues,
  assumptions: Assumptions,
): readonly Quantity[] {
  const at = (id: string, columns: readonly number[]): readonly Quantity[] => {
    const line = LINE_BY_ID.get(id);
    return columns.flatMap((place): readonly Quantity[] => {
      const [period, value] = [PERIODS[place], values.value(id, place)];
      if (line === undefined || period === undefined) return [];
      const { label, unit } = line;
      return [
        { id, kind: "line", label, period: period.label, value: Number.isNaN(value) ? null : value, unit },
      ];
    });
  };
  const first = firstQuarterOf(PERIODS[column]!.year);
  return precedents(expression).flatMap((each): readonly Quantity[] => {
    switch (each.kind) {
      case "scalar": {
        const { driver } = model.rows.find((row) => row.driver.id === each.scalar.id)!;
        const value = Number(assumptions.get(driver.id));
        return [
          { id: driver.id, kind: "driver", label: driver.label, period: null, value, unit: driver.unit },
        ];
      }
      case "series":
        return at(each.series.id, [column + each.shift]);
      case "fact":
        return at(each.series.id, [column]);
      case "quartersOfYear":
        return at(each.series.id, [first, first + 1, first + 2, first + 3]);
      case "range":
        return at(
          each.series.id,
          PERIODS.flatMap(({ kind }, place) => (kind === "quarter" ? [place] : [])),
        ).filter(({ value }) => value !== null && value !== 0);
    }
  });
}

function factOf(origin: CellOrigin): Fact | null {
  if (origin.kind === "fact") return origin.fact;
  return origin.kind === "formula" && origin.beside?.kind === "fact" ? origin.beside.fact : null;
}

function originWords(origin: CellOrigin): readonly string[] {
  switch (origin.kind) {
    case "calendar":
      return ["It follows from the calendar."];
    case "typed":
      return [`It was ${TYPED_WORDS}.`];
    case "notDisclosed":
      return ["It is not disclosed."];
    case "fact":
      return ["It is a fact."];
    case "formula":
      return [`Formula: ${toWords(origin.expression)}`];
  }
}

function wholeFact(model: Model, fact: Fact): object {
  const conflict = model.seeds.conflicts.find(({ id }) => id === fact.resolution);
  return {
    ...factRecord(model, fact),
    ...factOrigin(model, fact),
    quality: fact.quality,
    rejected: (conflict?.rejected ?? []).flatMap((id) => {
      const other = model.seeds.fact(id);
      return other === undefined ? [] : [factRecord(model, other)];
    }),
  };
}

function factWords(model: Model, fact: Fact): readonly string[] {
  const origin = factOrigin(model, fact);
  const parts: readonly (readonly [keyof FactOrigin, string])[] = [
    ["asPrinted", "As printed"],
    ["place", "Place"],
    ["formula", "Arithmetic"],
    ["interval", "Interval that rounding leaves"],
    ["conflict", "Conflict"],
  ];
  return [
    factLine(model, fact),
    ...parts.flatMap(([part, words]) => (origin[part] === "" ? [] : [`${words}: ${origin[part]}`])),
  ];
}

function factLine(model: Model, fact: Fact): string {
  const { document, publisher, date, stated } = factOrigin(model, fact);
  const where = [document, publisher, date].filter((part) => part !== "").join(", ");
  return `Fact ${fact.id}: ${stated} for ${fact.period}, tier ${fact.tier}, in ${where}.`;
}
