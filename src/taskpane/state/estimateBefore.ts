import { modelBefore, type CellReader } from "../../analysis";
import { keptValues, type Model, type ModelData } from "../../model";
import type { ScenarioName } from "../../seeds";
import { assumptionsOf, type InputTable } from "./inputTable";

interface Estimate {
  readonly data: ModelData;
  readonly table: InputTable;
  readonly scenario: ScenarioName;
  readonly quarter: number;
  readonly values: CellReader;
}

let last: Estimate | null = null;

/** The model's values as they stood before a quarter was known, with the assumptions as they are now; the last ones are kept. */
export function estimateBefore(
  model: Model,
  table: InputTable,
  scenario: ScenarioName,
  quarter: number,
): CellReader {
  const same =
    last?.data === model.data &&
    last.table === table &&
    last.scenario === scenario &&
    last.quarter === quarter;
  if (last !== null && same) return last.values;
  const values = keptValues(model.spec, modelBefore(model, quarter).fast(assumptionsOf(table, scenario)));
  last = { data: model.data, table, scenario, quarter, values };
  return values;
}
