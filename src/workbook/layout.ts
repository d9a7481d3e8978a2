import { familyOf, type Model, type QuarterDriver, type Scenarios } from "../model";
import { FIGURE_TIES } from "../companies/kingsoftCloud";
import { axisOf, HEADER, type Axis } from "./axis";
import { keptForFacts } from "./keptForFacts";

/** Rows of everything that formulas refer to, and the columns of periods, fixed before any sheet is written. */
export interface Layout {
  readonly axis: Axis;
  /** The scenarios of the model, in the order of their sheets. */
  readonly scenarios: Scenarios;
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
    /** Rows below the assumptions with the quarters that count, by name (`capexEnvelope@2026Q3`). */
    readonly quarters: {
      readonly headerRow: number;
      readonly row: ReadonlyMap<string, number>;
    };
    /** Rows below the assumptions that repeat the figures of quarters after the opening, by line and year (`typedKey`). */
    readonly known: {
      readonly headerRow: number;
      readonly row: ReadonlyMap<string, number>;
      readonly lastRow: number;
    };
  };
  /** First row of each assumption on the Quarterly inputs sheet, by the name that its years share; a row for each scenario. */
  readonly quarterly: { readonly row: ReadonlyMap<string, number> };
  /** Rows of the lines whose figures are known or may be typed, and of what is known of each quarter. */
  readonly history: {
    readonly line: ReadonlyMap<string, number>;
    readonly known: Readonly<Record<KnowledgeRow, number>>;
    /** Rows of the ties among known figures, in the order of FIGURE_TIES. */
    readonly ties: readonly number[];
    readonly lastRow: number;
  };
  /** Row of each fact. */
  readonly facts: {
    readonly headerRow: number;
    readonly row: ReadonlyMap<string, number>;
    readonly lastRow: number;
  };
}

/** Rows that say how much of a quarter is known: results, lines of the balance sheet, whether it is whole, whether its parts count, any figure, and the state they give. */
export const KNOWLEDGE_ROWS = ["results", "lines", "whole", "counts", "figures", "state"] as const;

/** One of them. */
export type KnowledgeRow = (typeof KNOWLEDGE_ROWS)[number];

/** Row of the first tie among known figures; a title stands above. */
const TIES_ROW = HEADER.rows + 2 + KNOWLEDGE_ROWS.length + 1;

/** Row of the scenario number on a scenario sheet. */
const SCENARIO_NUMBER_ROW = HEADER.rows + 1;

/** Row of the column titles of the assumption table. */
const INPUTS_HEADER_ROW = 7;

/** Row of the column titles of the fact table. */
const FACTS_HEADER_ROW = 5;

/** Lays out the sheets of a model. */
export function layoutOf(model: Model): Layout {
  return keptForFacts(model.data, "layout", () => laidOut(model));
}

function laidOut(model: Model): Layout {
  const { driverGroups, quarterDrivers, quarterlyLines, scenarios, sections, timeline } = model.spec;
  const inputs = numbered(
    INPUTS_HEADER_ROW + 1,
    driverGroups.map((group) => group.drivers.map(({ id }) => id)),
  );
  const drivers = numbered(
    SCENARIO_NUMBER_ROW + 2,
    driverGroups.map((group) => group.drivers.map(({ id }) => id)),
  );
  const lines = numbered(
    drivers.next + 1,
    sections.map((section) => section.lines.map(({ id }) => id)),
  );
  const history = numbered(
    TIES_ROW + FIGURE_TIES.length,
    sections
      .map((section) => section.lines.map(({ id }) => id).filter((id) => standsOnActuals(model, id)))
      .filter((ids) => ids.length > 0),
  );
  const facts = new Map(model.seeds.facts.map((fact, index) => [fact.id, FACTS_HEADER_ROW + 1 + index]));
  return {
    axis: axisOf(timeline),
    scenarios,
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
      quarters: quarterRows(inputs.next, quarterDrivers),
      known: knownRows(inputs.next + LINK_HEAD + quarterDrivers.length, model),
    },
    quarterly: {
      row: new Map(
        quarterlyLines.map((line, place) => [
          familyOf(line),
          HEADER.rows + 2 + place * (1 + scenarios.length),
        ]),
      ),
    },
    history: {
      line: history.rows,
      known: Object.fromEntries(KNOWLEDGE_ROWS.map((row, place) => [row, HEADER.rows + 2 + place])) as Record<
        KnowledgeRow,
        number
      >,
      ties: FIGURE_TIES.map((_, place) => TIES_ROW + place),
      lastRow: history.next - 1,
    },
    facts: { headerRow: FACTS_HEADER_ROW, row: facts, lastRow: FACTS_HEADER_ROW + facts.size },
  };
}

/** Rows above the links of the Inputs sheet: an empty one, a title, names of the columns. */
const LINK_HEAD = 3;

function quarterRows(firstFree: number, drivers: readonly QuarterDriver[]): Layout["inputs"]["quarters"] {
  const first = firstFree + LINK_HEAD;
  return {
    headerRow: first - 1,
    row: new Map(drivers.map(({ id }, place) => [id, first + place])),
  };
}

/** Key of a line's figures of one year on the Inputs sheet. */
export function typedKey(lineId: string, year: number): string {
  return `${lineId}:${year}`;
}

/** A title, a row of quarter numbers, then a row for each typed line and year after the opening. */
function knownRows(firstFree: number, { spec, data }: Model): Layout["inputs"]["known"] {
  const { quarters } = spec.timeline;
  const headerRow = firstFree + 2;
  const years = [...new Set(quarters.slice(data.opening + 1).map(({ year }) => year))];
  const keys = spec.typedLines.flatMap(({ id }) => years.map((year) => typedKey(id, year)));
  return {
    headerRow,
    row: new Map(keys.map((key, place) => [key, headerRow + 1 + place])),
    lastRow: headerRow + keys.length,
  };
}

/** Whether a line has a row on the Actuals sheet: a figure of it is known, or may be typed. */
export function standsOnActuals(model: Model, lineId: string): boolean {
  return (
    model.spec.lineById.get(lineId)!.typed !== undefined ||
    model.spec.timeline.periods.some((_, column) => model.data.figure(lineId, column) !== undefined)
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
