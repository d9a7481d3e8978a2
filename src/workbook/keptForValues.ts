import type { ModelData } from "../model";
import { keptForFacts } from "./keptForFacts";
import type { SheetPlan } from "./plan";
import type { ScenarioValues, WorkbookValues } from "./workbookValues";

/** A value that went into a sheet. */
interface Asked {
  readonly scenario: number;
  readonly of: "line" | "row" | "driver" | "quarter" | "name";
  readonly id: string;
  readonly index: number;
  readonly answer: unknown;
}

interface Kept {
  readonly inputs: readonly unknown[];
  readonly asked: readonly Asked[];
  readonly sheet: SheetPlan;
}

/**
 * A sheet that is made of values of scenarios and of other inputs: the last one, while the inputs and each value that
 * went into it are as they were. A step of a lever in one scenario leaves most sheets as they are.
 */
export function keptForValues(
  data: ModelData,
  name: string,
  inputs: readonly unknown[],
  values: WorkbookValues,
  make: (values: WorkbookValues) => SheetPlan,
): SheetPlan {
  const all = keptForFacts(data, "sheets made of values", () => new Map<string, Kept>());
  const before = all.get(name);
  if (
    before !== undefined &&
    before.inputs.length === inputs.length &&
    before.inputs.every((input, place) => Object.is(input, inputs[place])) &&
    before.asked.every((asked) => isStill(asked, values))
  )
    return before.sheet;
  const asked: Asked[] = [];
  const sheet = make(noting(values, asked));
  all.set(name, { inputs, asked, sheet });
  return sheet;
}

function isStill({ scenario, of, id, index, answer }: Asked, values: WorkbookValues): boolean {
  const now = values(scenario);
  if (of === "line") return Object.is(now.line(id, index), answer);
  if (of === "name") return now.name === answer;
  if (of !== "row") return Object.is(now[of](id), answer);
  const row = now.row(id);
  return (answer as Float64Array).every((value, place) => Object.is(value, row[place]));
}

/** The same values, each of which is noted when it is asked for. */
function noting(values: WorkbookValues, asked: Asked[]): WorkbookValues {
  const known = new Map<number, ScenarioValues>();
  return (scenario) => {
    const before = known.get(scenario);
    if (before !== undefined) return before;
    const from = values(scenario);
    const note = <T>(of: Asked["of"], id: string, index: number, answer: T): T => {
      asked.push({ scenario, of, id, index, answer });
      return answer;
    };
    const made: ScenarioValues = {
      get name() {
        return note("name", "", 0, from.name);
      },
      line: (id, index) => note("line", id, index, from.line(id, index)),
      // A copy: a view would hold on to the values of the whole scenario.
      row: (id) => note("row", id, 0, from.row(id).slice()),
      driver: (id) => note("driver", id, 0, from.driver(id)),
      quarter: (id) => note("quarter", id, 0, from.quarter(id)),
    };
    known.set(scenario, made);
    return made;
  };
}
