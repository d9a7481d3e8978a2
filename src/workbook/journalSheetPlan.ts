import { JOURNAL_ROOM, type JournalLine } from "../analysis";
import type { Scenarios } from "../model";
import { columnLetters } from "./address";
import { emptyRow, formula, rowOf, text } from "./cells";
import { cellsOfLine, JOURNAL_COLUMNS, JOURNAL_HEAD, JOURNAL_LAST, JOURNAL_TITLES } from "./journalPlaces";
import type { CellPlan, RowPlan, SheetPlan } from "./plan";
import { selectedScenario } from "./scenarioNameCells";
import { flagFormat, masterFlag, printPlan } from "./sheetFrame";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { numberStyle } from "./styles";

const WIDTHS: Readonly<Record<keyof JournalLine, number>> = {
  when: 16,
  door: 12,
  what: 64,
  scenario: 22,
  from: 34,
  to: 34,
  why: 56,
  key: 34,
};

const STYLES: Readonly<Record<keyof JournalLine, string>> = {
  when: "text",
  door: "text",
  what: "text",
  scenario: "text",
  from: "text",
  to: "text",
  why: "text",
  key: "name",
};

/** The journal: every change of an assumption, a typed figure or a scenario's name, oldest first. */
export function journalSheetPlan(
  scenarios: Scenarios,
  lines: readonly JournalLine[],
  scenarioName: string,
): SheetPlan {
  const what = columnLetters(JOURNAL_COLUMNS.indexOf("what") + 1);
  return {
    name: SHEETS.journal,
    tabColour: TAB_COLOURS.input,
    columns: JOURNAL_COLUMNS.map((name) => ({ width: WIDTHS[name] })),
    rows: [
      rowOf({ 1: text("Journal: what was changed, from what, to what and why", "title") }, 24),
      rowOf({
        1: text("Scenario shown", "subtitle"),
        3: selectedScenario(scenarios, scenarioName),
        4: text("Checks", "subtitle"),
        5: masterFlag(),
      }),
      rowOf({
        1: text(
          "The pane and kc write a line for each change; what was typed on a sheet without them is found when the pane next looks. A reason may be typed in the column Why.",
          "subtitle",
        ),
      }),
      rowOf({
        1: text(`Lines, of ${JOURNAL_ROOM}`, "subtitle"),
        3: formula(
          `SUMPRODUCT(($${what}$${JOURNAL_HEAD + 1}:$${what}$${JOURNAL_LAST}<>"")+0)`,
          lines.filter(({ what }) => what !== "").length,
          numberStyle("number", "calculation"),
        ),
      }),
      emptyRow,
      rowOf(
        Object.fromEntries(
          JOURNAL_COLUMNS.map((name, column) => [column + 1, text(JOURNAL_TITLES[name], "heading")]),
        ),
        20,
      ),
      ...Array.from({ length: JOURNAL_ROOM }, (_, place) => lineRow(lines[place])),
    ],
    freeze: { rows: JOURNAL_HEAD, columns: 0 },
    gridlines: false,
    zoom: 85,
    validations: [],
    conditionalFormats: [flagFormat("E2")],
    notes: [],
    links: [],
    charts: [],
    print: printPlan(
      JOURNAL_COLUMNS.length,
      JOURNAL_HEAD + Math.max(LEAST_PRINTED, lines.length),
      "Journal",
      JOURNAL_HEAD,
      false,
    ),
  };
}

/** Rows that are printed even where fewer hold lines, so that those written later are. */
const LEAST_PRINTED = 40;

function lineRow(line: JournalLine | undefined): RowPlan {
  const contents = line === undefined ? [] : cellsOfLine(line);
  return {
    cells: JOURNAL_COLUMNS.map((name, column): CellPlan => {
      const content = contents[column] ?? "";
      return { value: content === "" ? null : content, style: STYLES[name] };
    }),
  };
}
