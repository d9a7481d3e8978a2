import { canonical } from "../../src/hosts/grid/cellContent";
import { cellAddress } from "../../src/workbook/address";
import type { CellPlan, CellStyle, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";

/** Differences of width, in characters, that come from rounding to pixels. */
const WIDTH = 0.2;

/** What differs between two workbooks, place by place: contents, values, looks, sizes, notes, rules and names. */
export function planChanges(before: WorkbookPlan, after: WorkbookPlan): readonly string[] {
  const names = ({ sheets }: WorkbookPlan): string => sheets.map(({ name }) => name).join(", ");
  if (names(before) !== names(after)) return [`sheets ${names(before)} became ${names(after)}`];
  const sheets = before.sheets.flatMap((sheet, index) =>
    sheetChanges(sheet, after.sheets[index]!, before.styles, after.styles),
  );
  const anchors = ({ names: all }: WorkbookPlan): string =>
    JSON.stringify(all.map(({ name, sheet, range }) => [name, sheet, range]));
  return anchors(before) === anchors(after)
    ? sheets
    : [...sheets, `names ${anchors(before)} became ${anchors(after)}`];
}

function sheetChanges(
  before: SheetPlan,
  after: SheetPlan,
  stylesBefore: Readonly<Record<string, CellStyle>>,
  stylesAfter: Readonly<Record<string, CellStyle>>,
): readonly string[] {
  const changes: string[] = [];
  const note = (place: string, a: string, b: string): void => {
    if (a !== b) changes.push(`${before.name}!${place}: ${a} became ${b}`);
  };
  const height = Math.max(before.rows.length, after.rows.length);
  for (let row = 0; row < height; row++) {
    const [a, b] = [before.rows[row]?.cells ?? [], after.rows[row]?.cells ?? []];
    for (let column = 0; column < Math.max(a.length, b.length); column++) {
      const place = cellAddress(row + 1, column + 1);
      const [was, is] = [a[column] ?? null, b[column] ?? null];
      note(place, contentOf(was), contentOf(is));
      if (!sameValue(was, is)) note(`${place} value`, String(was?.value), String(is?.value));
      note(`${place} look`, lookOf(was, stylesBefore), lookOf(is, stylesAfter));
    }
  }
  before.columns.forEach(({ width }, column) => {
    const now = after.columns[column]?.width;
    if (now === undefined || Math.abs(now - width) > WIDTH)
      changes.push(`${before.name} column ${column + 1}: ${width} became ${now}`);
  });
  const rules = ({ validations, conditionalFormats, notes }: SheetPlan): readonly string[] => [
    ...validations.map(({ range, rule }) => `${range} ${JSON.stringify(rule)}`),
    ...conditionalFormats.map(
      ({ range, formula, colour, fill, bold }) => `${range} ${formula} ${colour} ${fill} ${bold === true}`,
    ),
    ...notes.map(({ cell, text }) => `${cell} ${text}`),
  ];
  note("rules and notes", [...rules(before)].sort().join("; "), [...rules(after)].sort().join("; "));
  return changes;
}

function contentOf(cell: CellPlan | null): string {
  if (cell?.formula !== undefined) return canonical(`=${cell.formula}`);
  return cell === null || cell.value === null ? "" : String(cell.value);
}

function sameValue(a: CellPlan | null, b: CellPlan | null): boolean {
  const [was, is] = [a?.value ?? "", b?.value ?? ""];
  if (typeof was === "number" && typeof is === "number")
    return Math.abs(was - is) <= 1e-9 * Math.max(1, Math.abs(was));
  return was === is;
}

/** Looks that were worked out before, by style. */
const looks = new WeakMap<CellStyle, string>();
const PLAIN: CellStyle = {};

/** A look without what it shares with a cell that has none. */
function lookOf(cell: CellPlan | null, styles: Readonly<Record<string, CellStyle>>): string {
  const style = styles[cell?.style ?? ""] ?? PLAIN;
  const known = looks.get(style) ?? lookOfStyle(style);
  looks.set(style, known);
  return known;
}

function lookOfStyle(style: CellStyle): string {
  const { unlocked: _, size, colour, vertical, numberFormat, ...rest } = style;
  const look = {
    ...rest,
    ...(size !== undefined && size !== 10 && { size }),
    ...(colour !== undefined && colour !== "000000" && { colour }),
    ...(vertical !== undefined && vertical !== "bottom" && { vertical }),
    ...(numberFormat !== undefined && {
      numberFormat: numberFormat.replaceAll("\\", "").replaceAll(/"(.)"/g, "$1"),
    }),
  };
  return JSON.stringify(Object.entries(look).sort(([a], [b]) => (a < b ? -1 : 1)));
}
