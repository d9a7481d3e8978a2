/** The list of how old the figures are and what is wrong with the workbook. */

import { dueQuarters } from "../../src/analysis";
import { periodIndex } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel } from "../../src/model";
import { healthOf } from "../../src/taskpane/state/health";
import { seededTable } from "../../src/taskpane/state/inputTable";
import { initialState, type PaneState } from "../../src/taskpane/state/paneState";
import { seededModel } from "../support/seededModel";

const model = seededModel();
const state = (part: Partial<PaneState> = {}): PaneState => ({
  ...initialState(seededTable(model)),
  workbook: { kind: "complete", sheets: [], faults: [] },
  checks: 0,
  ...part,
});

test("a quarter is due as late as it has come so far and a week", () => {
  // 51 days in 2024 and 2025; 50 days in both; 84 days in 2026.
  expect(dueQuarters(model).slice(0, 3)).toEqual([
    { label: "2026Q2", due: "2026-08-27" },
    { label: "2026Q3", due: "2026-11-26" },
    { label: "2026Q4", due: "2027-04-01" },
  ]);
});

test.each([
  ["2026-06-01", "good", "2026Q2 is due by 2026-08-27", null],
  ["2026-08-27", "good", "2026Q2 is due by 2026-08-27", null],
  ["2026-08-28", "note", "must have reported 2026Q2 since: 1 quarter by the calendar", "Enter 2026Q2"],
  ["2026-11-27", "note", "must have reported 2026Q2 and 2026Q3 since: 2 quarters", "Enter 2026Q2"],
])("on %s the figures are %s: %s", (day, kind, words, label) => {
  const [first] = healthOf(state(), model, day);
  expect(first).toMatchObject({ kind, detail: expect.stringContaining(words) });
  expect(first!.title).toBe("Actual to 2025Q4, results to 2026Q1");
  expect(first!.step?.label ?? null).toBe(label);
});

test("typed results move what is due", () => {
  const typed = openModel(
    model.spec,
    model.seeds,
    new Map([
      [lineKey("revenue", periodIndex("2026Q2")), "2950"],
      [lineKey("grossProfit", periodIndex("2026Q2")), "330"],
      [lineKey("adjustedEbitda", periodIndex("2026Q2")), "880"],
    ]),
  );
  const [first] = healthOf(state(), typed, "2026-11-27");
  expect(first!.detail).toContain("2026Q3 since: 1 quarter");
});

test("what is wrong is one list, each with a way out", () => {
  const items = healthOf(
    state({
      workbook: {
        kind: "damaged",
        sheets: [],
        faults: ["The sheet Balance sheet was deleted."],
        warnings: ["Excel calculates on request only: F9."],
      },
      faults: [{ scenario: "base", driver: "taxRate", address: "Inputs!G12", message: "It holds a text." }],
      typedFaults: ["Total revenue 2026Q2 holds “soon”, which is not a figure."],
      deviations: { overwritten: [], errors: [{ sheet: "Summary", cell: "C9", value: "#VALUE!" }] },
      checks: 1,
      unanswered: [{ place: "'Mine'!B2", value: "#BUSY!" }],
    }),
    model,
    "2026-06-01",
  );
  expect(items.slice(1).map(({ kind, title, step }) => [kind, title, step?.does ?? null])).toEqual([
    ["bad", "The sheet Balance sheet was deleted.", "update"],
    ["bad", "Inputs!G12 can't be used", "inputs"],
    ["bad", "A figure on Actuals can't be used", null],
    ["bad", "Summary!C9 shows #VALUE!", "show"],
    ["bad", "A check fails", "show"],
    ["note", "About this workbook", null],
    ["bad", "Mine!B2 shows #BUSY!", "show"],
  ]);
});

test("without a model there is no more to say than how far the figures reach", () => {
  const items = healthOf(state({ workbook: { kind: "none", sheets: [], faults: [] } }), model, "2026-11-27");
  expect(items).toHaveLength(1);
  expect(items[0]!.step).toBeNull();
});
