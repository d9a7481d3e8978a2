import { DRIVER_GROUPS, isActual, PERIODS, SECTIONS, type Model } from "../model";
import { HEADER } from "./axis";

/** Row numbers of everything that formulas refer to, fixed before any sheet is written. */
export interface Layout {
  /** Rows of assumptions and lines, the same on each scenario sheet. */
  readonly scenario: {
    readonly numberRow: number;
    readonly driver: ReadonlyMap<string, number>;
    readonly line: ReadonlyMap<string, number>;
    readonly lastRow: number;
  };
  /** Rows of the assumption table. */
  readonly inputs: {
    readonly headerRow: number;
    readonly firstRow: number;
    readonly lastRow: number;
    readonly driver: ReadonlyMap<string, number>;
  };
  /** Rows of the lines that have figures in history. */
  readonly history: { readonly line: ReadonlyMap<string, number>; readonly lastRow: number };
  /** Row of each fact. */
  readonly facts: {
    readonly headerRow: number;
    readonly row: ReadonlyMap<string, number>;
    readonly lastRow: number;
  };
}

/** Row of the scenario number on a scenario sheet. */
const SCENARIO_NUMBER_ROW = HEADER.rows + 1;

/** Row of the column titles of the assumption table. */
const INPUTS_HEADER_ROW = 7;

/** Row of the column titles of the fact table. */
const FACTS_HEADER_ROW = 5;

/** Lays out the sheets of a model. */
export function layoutOf(model: Model): Layout {
  const inputs = numbered(
    INPUTS_HEADER_ROW + 1,
    DRIVER_GROUPS.map((group) => group.drivers.map(({ id }) => id)),
  );
  const drivers = numbered(
    SCENARIO_NUMBER_ROW + 2,
    DRIVER_GROUPS.map((group) => group.drivers.map(({ id }) => id)),
  );
  const lines = numbered(
    drivers.next + 1,
    SECTIONS.map((section) => section.lines.map(({ id }) => id)),
  );
  const history = numbered(
    HEADER.rows + 1,
    SECTIONS.map((section) => section.lines.map(({ id }) => id).filter((id) => hasHistory(model, id))).filter(
      (ids) => ids.length > 0,
    ),
  );
  const facts = new Map(model.seeds.facts.map((fact, index) => [fact.id, FACTS_HEADER_ROW + 1 + index]));
  return {
    scenario: {
      numberRow: SCENARIO_NUMBER_ROW,
      driver: drivers.rows,
      line: lines.rows,
      lastRow: lines.next - 1,
    },
    inputs: {
      headerRow: INPUTS_HEADER_ROW,
      firstRow: INPUTS_HEADER_ROW + 1,
      lastRow: inputs.next - 1,
      driver: inputs.rows,
    },
    history: { line: history.rows, lastRow: history.next - 1 },
    facts: { headerRow: FACTS_HEADER_ROW, row: facts, lastRow: FACTS_HEADER_ROW + facts.size },
  };
}

/** Whether any period of a line is filled by a fact. */
export function hasHistory(model: Model, lineId: string): boolean {
  return PERIODS.some(
    (_, column) => isActual(column, model.data.lastActual) && model.data.known(lineId, column) !== undefined,
  );
}

/** Gives rows to blocks of ids: one title row before each block. */
function numbered(
  firstRow: number,
  blocks: readonly (readonly string[])[],
): { readonly rows: ReadonlyMap<string, number>; readonly next: number } {
  const rows = new Map<string, number>();
  let next = firstRow;
  for (const block of blocks) {
    next += 1;
    for (const id of block) {
      rows.set(id, next);
      next += 1;
    }
  }
  return { rows, next };
}
