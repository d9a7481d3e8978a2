import { columnLetters } from "../../src/workbook/address";
import { INPUT_COLUMNS } from "../../src/workbook/inputColumns";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import { SHEETS } from "../../src/workbook/sheetNames";
import { relativeForm } from "./formulaWords";
import { areaOf } from "./placedCells";
import { axis } from "../support/axis";

/** Sheets that are written out cell by cell; the others repeat their patterns. */
const IN_FULL: readonly string[] = [SHEETS.readme, SHEETS.summary, SHEETS.inputs, SHEETS.checks, "Base"];

/** Columns of Inputs with the words of seeds, which change with the facts. */
const SOURCED = 12;

/** Sheets whose rows follow the list of facts. */
const LISTS: readonly string[] = [SHEETS.facts, SHEETS.history, SHEETS.reconciliation];

/** The shape of a workbook as text for reviews: formulas, styles and set-up, without values that follow from facts or assumptions. */
export function goldenText(plan: WorkbookPlan): string {
  const names = new Map(plan.sheets.map((sheet) => [sheet.name, rowNames(sheet)]));
  const styles = [
    ...new Set(
      plan.sheets.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell === null ? [] : [cell.style]))),
      ),
    ),
  ].sort();
  return [
    `workbook "${plan.title}" by ${plan.creator}, opens on ${plan.activeSheet}`,
    ...plan.names.map(({ name, sheet, range, comment }) => `name ${name} = ${sheet}!${range}: ${comment}`),
    ...styles.map((style) => `style ${style} ${JSON.stringify(plan.styles[style])}`),
    ...plan.sheets.flatMap((sheet) => ["", ...sheetLines(sheet, names)]),
    "",
  ].join("\n");
}

type RowNames = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** Names of lines and assumptions by row, so that a row more or less changes no other one's text. */
function rowNames(sheet: SheetPlan): ReadonlyMap<number, string> {
  const column = sheet.name === SHEETS.inputs ? INPUT_COLUMNS.driver : axis.lineName;
  return new Map(
    sheet.rows.flatMap(({ cells }, r) =>
      cells[column - 1]?.style === "name" ? [[r + 1, `[${String(cells[column - 1]!.value)}]`] as const] : [],
    ),
  );
}

function sheetLines(sheet: SheetPlan, names: RowNames): readonly string[] {
  const {
    name,
    tabColour,
    columns,
    freeze,
    gridlines,
    zoom,
    print,
    validations,
    conditionalFormats,
    notes,
    links,
    charts,
  } = sheet;
  const { area: _, ...page } = print;
  return [
    `sheet ${name}, tab ${tabColour}, frozen ${freeze.rows} rows ${freeze.columns} columns, gridlines ${String(gridlines)}, zoom ${zoom}`,
    `  widths ${columns.map(({ width }) => width).join(" ")}`,
    `  print ${JSON.stringify(page)}`,
    ...validations.map(
      ({ range, rule }) => `  validation ${names.get(name)!.get(areaOf(range).top) ?? range} ${rule.kind}`,
    ),
    ...conditionalFormats.map(
      ({ formula, colour, fill, bold }) =>
        `  look where ${formula.replaceAll(/\d+/g, "~")}: ${colour} on ${fill}${bold ? " bold" : ""}`,
    ),
    ...notes.map(({ cell, text }) => `  note ${cell} ${text}`),
    ...links.map(({ sheet: to, target }) => `  link to ${to}!${target}`),
    ...charts.map((chart) => `  chart ${JSON.stringify(chart)}`),
    ...(IN_FULL.includes(name)
      ? sheet.rows.flatMap(({ cells }, r) => rowLine(sheet, cells, r + 1, names))
      : []),
  ];
}

/** One line a row; neighbours with the same formula and style are one part of it. */
function rowLine(
  sheet: SheetPlan,
  cells: readonly (CellPlan | null)[],
  row: number,
  names: RowNames,
): readonly string[] {
  const runs: { from: number; to: number; what: string }[] = [];
  cells.forEach((cell, c) => {
    const column = c + 1;
    if (cell === null) return;
    const what = `${cell.style} ${contents(sheet, cell, row, column, names)}`.trimEnd();
    const last = runs.at(-1);
    if (last?.to === column - 1 && last.what === what) last.to = column;
    else runs.push({ from: column, to: column, what });
  });
  const parts = runs.map(
    ({ from, to, what }) => `${columnLetters(from)}${to > from ? `:${columnLetters(to)}` : ""} ${what}`,
  );
  return parts.length === 0 ? [] : [`  ${parts.join(" ¦ ")}`];
}

function contents(sheet: SheetPlan, cell: CellPlan, row: number, column: number, names: RowNames): string {
  if (cell.formula !== undefined) {
    return `=${relativeForm(cell.formula, row, column, { row: (to, other) => (LISTS.includes(other ?? "") ? "[…]" : names.get(other ?? sheet.name)?.get(to)) })}`;
  }
  if (typeof cell.value === "number" || cell.style === "selector") return "#";
  const words = JSON.stringify(cell.value);
  if (
    sheet.name === SHEETS.inputs &&
    column >= SOURCED &&
    cell.style !== "headingRight" &&
    cell.style !== "heading"
  )
    return cell.value === "" ? "" : "words";
  return sheet.name === SHEETS.readme ? words.replaceAll(/\d+/g, "#") : words;
}
