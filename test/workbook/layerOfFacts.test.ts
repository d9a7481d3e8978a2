/** Figures typed by hand into Actuals of a built file roll every scenario, without the add-in, as a build with the same figures does. */

import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import type { ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { FIGURE_TIES, PERIODS } from "../../src/companies/kingsoftCloud";
import type { TypedFigures } from "../../src/model";
import { cellAddress } from "../../src/workbook/address";
import { HEADER } from "../../src/workbook/axis";
import { BEAT_ROWS, BEAT_VALUE } from "../../src/workbook/beatPlaces";
import { KNOWLEDGE_WORDS } from "../../src/workbook/knowledgeRows";
import { layoutOf } from "../../src/workbook/layout";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { SHEETS } from "../../src/workbook/sheetNames";
import { axis } from "../support/axis";
import { reportFigure } from "../support/figure";
import { recalculateAll } from "../support/libreOffice";
import { PROVES } from "../support/runs";
import { planOf } from "../support/seededModel";
import { CONTRADICTION, FACT_STATES, modelWith, NEXT, typedCells, typedInto } from "./factStates";
import { cellsOf, cellsOfSheet, formulasOf, sheetOf } from "./placedCells";
import { model, plan, SCENARIO_SHEETS, STATEMENT_SHEETS } from "./realPlan";
import { differences, errorCells, onlySheets, withoutValues } from "./recalculatedCells";
import { yearStates } from "./yearStates";

/** Sheets with which a state is tried where all of them are not needed. */
const SOME = [SHEETS.history, SHEETS.timeline, SHEETS.inputs, "Base", "Renewal lapses"];
const ALL = plan.sheets.map(({ name }) => name);

/** States in the sheets in which they are recalculated: every scenario in one of them, and at the end of the year below. */
const TRIED: readonly (readonly [state: string, sheets: readonly string[]])[] = [
  ["one figure", SOME],
  ["results only", SOME],
  ["a whole quarter", SOME],
  ["four quarters", SOME],
  ["a contradiction", ALL],
];

/** A made-up year, step by step. */
const YEAR = yearStates();
/** Its end, which holds all that was entered before: recalculated whole. */
const END = YEAR.at(-1)!;
/** Sheets in which the steps before it are recalculated: Base, Estimates and Beat or miss, and what these read. */
const YEAR_SHEETS = [
  ...[SHEETS.summary, SHEETS.inputs, SHEETS.quarterly, SHEETS.revenue, SHEETS.capex, SHEETS.income],
  ...[SHEETS.cash, SHEETS.valuation, SHEETS.beat, SHEETS.estimates, SHEETS.history, SHEETS.timeline],
  ...SCENARIO_SHEETS,
];
/** The sheets of scenarios that nobody looks at stand empty. */
const EMPTY = SCENARIO_SHEETS.filter((name) => name !== "Base");

/** The part of a plan in which a step of the year is recalculated. */
function yearPart(of: WorkbookPlan, state: (typeof YEAR)[number]): WorkbookPlan {
  if (PROVES || state === END) return of;
  const part = onlySheets(of, YEAR_SHEETS);
  return {
    ...part,
    sheets: part.sheets.map((sheet) => (EMPTY.includes(sheet.name) ? { ...sheet, rows: [] } : sheet)),
  };
}

/** Places of the line that weighs the scenarios against each other: the only one that reads all of them. */
const WEIGHED = new Set(
  ["Base", ...STATEMENT_SHEETS].flatMap((name) => {
    const cells = cellsOfSheet(sheetOf(plan, name));
    const line = cells.find(
      ({ column, cell }) => column === axis.lineName && cell.value === "targetPriceByProbability",
    );
    return cells.flatMap(({ row, at }) => (row === line?.row ? [at] : []));
  }),
);

const built = new Map(
  Object.entries(FACT_STATES).map(([state, typed]) => [state, planOf(modelWith(typed))] as const),
);
const part = (of: WorkbookPlan, sheets: readonly string[]): WorkbookPlan =>
  sheets === ALL ? of : onlySheets(of, sheets);

/** The file of a plan without any value beside its formulas, its Actuals typed over. */
async function fileOf(of: WorkbookPlan, cells: ReadonlyMap<string, number | null>): Promise<Uint8Array> {
  return typedInto(await planToXlsx(withoutValues(of)), of, cells);
}

/** The files of the year: one built workbook, in which the figures of each step and the estimates before it are typed. */
async function yearFiles(): Promise<readonly Uint8Array[]> {
  const files = new Map<string, Promise<Uint8Array>>();
  return Promise.all(
    YEAR.map(async (state) => {
      const part = yearPart(plan, state);
      const sheets = String(part.sheets.length);
      const file = files.get(sheets) ?? planToXlsx(withoutValues(part));
      files.set(sheets, file);
      const estimates = new Map(
        [...state.kept].map(([place, value]) => [place.split("!")[1]!, value as string | number]),
      );
      const typed = typedInto(await file, part, typedCells(state.typed));
      return typedInto(typed, part, estimates, SHEETS.estimates);
    }),
  );
}

const none = (typed: TypedFigures): ReadonlyMap<string, null> =>
  new Map([...typedCells(typed).keys()].map((at) => [at, null]));

const stateOf = (workbook: ReadWorkbook, period: string): unknown =>
  workbook
    .sheet(SHEETS.timeline)
    .cell(cellAddress(HEADER.flag, axis.column(PERIODS.findIndex(({ label }) => label === period)))).value;

test.each([...built.keys()])(
  "with %s, the workbook has the formulas and looks of the one without",
  (state) => {
    const shape = (of: WorkbookPlan): string[] =>
      formulasOf(of).map(({ at, cell }) => `${at} =${cell.formula} [${cell.style}]`);
    const wanted = new Set(shape(plan));
    expect(shape(built.get(state)!).filter((cell) => !wanted.has(cell))).toEqual([]);
    expect(formulasOf(built.get(state)!)).toHaveLength(wanted.size);
  },
);

test("a build with figures types them into the cells that wait for them, and into no other", () => {
  for (const [state, typed] of Object.entries(FACT_STATES)) {
    const waiting = new Set(
      cellsOf(plan)
        .filter(({ cell }) => cell.value === null)
        .map(({ at }) => at),
    );
    const filled = cellsOf(built.get(state)!).filter(
      ({ at, cell }) => waiting.has(at) && cell.value !== null,
    );
    expect([state, new Map(filled.map(({ at, cell }) => [at.split("!")[1], cell.value]))]).toEqual([
      state,
      typedCells(typed),
    ]);
  }
});

describe("recalculated by LibreOffice", () => {
  let answers: ReadonlyMap<string, ReadWorkbook>;
  let year: readonly ReadWorkbook[];

  beforeAll(async () => {
    const given = TRIED.map(([state, sheets]) => fileOf(part(plan, sheets), typedCells(FACT_STATES[state]!)));
    const emptied = fileOf(part(built.get("four quarters")!, SOME), none(FACT_STATES["four quarters"]!));
    const read = await recalculateAll([...(await Promise.all([...given, emptied])), ...(await yearFiles())]);
    year = read.slice(TRIED.length + 1);
    answers = new Map(
      [...TRIED.map(([state]) => state), "deleted again"].map((state, i) => [state, read[i]!]),
    );
  }, 900_000);

  let compared = 0;

  it.each(TRIED)(
    "typed by hand, %s is what a build with the same figures says, in every formula cell",
    (state, sheets) => {
      const found = differences(part(built.get(state)!, sheets), answers.get(state)!);
      expect(found.different.slice(0, 10)).toEqual([]);
      expect(errorCells(answers.get(state)!)).toEqual([]);
      expect(found.compared).toBeGreaterThan(sheets === ALL ? 50_000 : 15_000);
      compared += found.compared;
      const moved = differences(part(plan, sheets), answers.get(state)!).different;
      for (const name of sheets.filter((sheet) => SCENARIO_SHEETS.includes(sheet)))
        expect([name, moved.some((at) => at.startsWith(`${name}!`))]).toEqual([name, true]);
    },
  );

  it.each(YEAR.map((state, place) => [state.what, state, place] as const))(
    "in a made-up year, after %s, Base, Estimates and Beat or miss, and at its end every sheet, are what the engine says",
    (_, state, place) => {
      const answer = year[place]!;
      const part = yearPart(state.built(), state);
      const found = differences(part, answer);
      const isWhole = part.sheets.length === plan.sheets.length;
      const weighed = (each: string): boolean => !isWhole && WEIGHED.has(each.slice(0, each.indexOf(" =")));
      expect(found.different.filter((each) => !weighed(each)).slice(0, 10)).toEqual([]);
      expect(errorCells(answer)).toEqual([]);
      expect(found.compared).toBeGreaterThan(isWhole ? 80_000 : 15_000);
      compared += found.compared;
      const shown = answer.sheet(SHEETS.beat).cell(cellAddress(BEAT_ROWS.shownQuarter, BEAT_VALUE)).value;
      const against = answer.sheet(SHEETS.beat).cell(cellAddress(BEAT_ROWS.shownEstimate, BEAT_VALUE)).value;
      expect([shown, against]).toEqual([state.results, `Before ${state.results}`]);
    },
  );

  it("deleted again, the workbook is as it was", () => {
    const found = differences(part(plan, SOME), answers.get("deleted again")!);
    expect(found.different.slice(0, 10)).toEqual([]);
    expect(found.compared).toBeGreaterThan(15_000);
  });

  it("says over each period how much of it is known", () => {
    const words = (state: string): unknown[] =>
      ["2026Q1", "2026Q2", "2026Q3", "2026Q4", "2027Q1", "FY2026"].map((period) =>
        stateOf(answers.get(state)!, period),
      );
    const [forecast, estimate, results, actual] = KNOWLEDGE_WORDS;
    expect(words("deleted again")).toEqual([results, forecast, forecast, forecast, forecast, forecast]);
    expect(words("one figure")).toEqual([results, forecast, estimate, forecast, forecast, forecast]);
    expect(words("results only")).toEqual([results, results, forecast, forecast, forecast, forecast]);
    expect(words("a whole quarter")).toEqual([results, actual, forecast, forecast, forecast, forecast]);
    expect(words("four quarters")).toEqual([actual, actual, actual, actual, forecast, actual]);
    expect(words("a contradiction")).toEqual([results, estimate, forecast, forecast, forecast, forecast]);
  });

  it("raises the check that a contradiction breaks, by name and with its difference, and those that follow from it", () => {
    const answer = answers.get("a contradiction")!;
    const [tie] = FIGURE_TIES;
    const checks = cellsOfSheet(sheetOf(plan, SHEETS.checks));
    const flags = checks.filter(({ cell }) => cell.style.startsWith("checkFlag"));
    const raised = flags.filter(
      ({ row, column }) => answer.sheet(SHEETS.checks).cell(cellAddress(row, column)).value !== 0,
    );
    // What the reported parts leave of the reported total stands as other revenue, in sight.
    expect(raised.map(({ row }) => checks.find((label) => label.row === row)?.cell.value)).toEqual([
      tie!.label,
    ]);
    expect(answer.sheet(SHEETS.checks).cell("C4").value).toBe(1);
    const { ties } = layoutOf(model).history;
    const { revenue, revenuePublic, revenueEnterprise } = CONTRADICTION;
    expect(answer.sheet(SHEETS.history).cell(`${axis.letters(NEXT)}${ties[0]!}`).value).toBeCloseTo(
      revenue - revenuePublic - revenueEnterprise,
      9,
    );
    expect(year.at(-1)!.sheet(SHEETS.checks).cell("C4").value).toBe(0);
  });

  afterAll(() =>
    reportFigure(
      "Figures typed into Actuals recalculate as a build with them does",
      `${compared} formula cells to 1e-9 in ${TRIED.length} states of facts and ${YEAR.length} steps of a year`,
    ),
  );
});
