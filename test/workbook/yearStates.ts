import { figuresAfter, vintageOf, type EstimateCell } from "../../src/analysis";
import { periodIndex } from "../../src/companies/kingsoftCloud";
import type { TypedFigures } from "../../src/model";
import { buildPlan } from "../../src/workbook/buildPlan";
import type { KeptInputs } from "../../src/workbook/keptPlaces";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { dateSerial } from "../../src/workbook/sheetFrame";
import { modelAfter, yearOfQuarters } from "../support/yearOfQuarters";
import { model } from "./realPlan";
import { cellsOfKept } from "./typedKept";

/** What stands in the workbook after a step of the year. */
export interface YearState {
  readonly what: string;
  readonly quarter: string;
  readonly typed: TypedFigures;
  /** The estimates before each new quarter, as the pane keeps them. */
  readonly kept: KeptInputs;
  /** Label of the last quarter whose results are known. */
  readonly results: string;
  /** The plan that the engine builds with all this. */
  built(): WorkbookPlan;
}

/** The states of the year, one after each step. */
export function yearStates(): readonly YearState[] {
  let before = model;
  const kept = new Map<string, EstimateCell>();
  const names = new Set<string>();
  return yearOfQuarters(model).map((step): YearState => {
    const { results: known } = vintageOf(before.data);
    const name = `Before ${step.quarter}`;
    if (step.quarter > known && !names.has(name)) {
      const values = before.fast(before.assumptions("base"));
      const estimate = {
        name,
        scenario: "Base",
        keptOn: dateSerial("2026-08-19"),
        knownTo: known,
        fingerprint: "made up",
        figure: figuresAfter(model.spec, values, periodIndex(known)),
      };
      for (const [place, value] of cellsOfKept(model, names.size, estimate)) kept.set(place, value);
      names.add(name);
    }
    before = modelAfter(model, step);
    const [now, so] = [before, new Map(kept)];
    return {
      what: `${step.quarter}, ${step.what}`,
      quarter: step.quarter,
      typed: step.typed,
      kept: so,
      results: vintageOf(now.data).results,
      built: () =>
        buildPlan(now, {
          scenario: "base",
          overrides: new Map(),
          created: "2026-11-22T00:00:00Z",
          version: "test",
          kept: so,
        }),
    };
  });
}
