import type { Catalogue } from "../words";
import { formulaInWords } from "./formulaInWords";
import type {
  CellPlan,
  CellStyle,
  ChartPlan,
  RowPlan,
  SheetPlan,
  ValidationPlan,
  WorkbookPlan,
} from "./plan";

/** Sheets and rows in a language, kept while they are themselves: a step of a lever leaves most of them as they were. */
const KEPT = new WeakMap<
  Catalogue,
  { readonly rows: WeakMap<RowPlan, RowPlan>; readonly sheets: WeakMap<SheetPlan, SheetPlan> }
>();

/**
 * The workbook in another language: every text, name of a sheet, note, prompt, chart and number format in its words, and
 * the formulas with the names and words that they hold. Sheets keep their English selves beside them, defined names and ids of
 * lines and drivers stay, and so does evidence as it was printed.
 */
export function planInWords(plan: WorkbookPlan, words: Catalogue): WorkbookPlan {
  if (words.language === "en") return plan;
  return {
    ...plan,
    title: words.of(plan.title),
    activeSheet: words.of(plan.activeSheet),
    styles: Object.fromEntries(
      Object.entries(plan.styles).map(([key, style]) => [key, styleInWords(style, words)]),
    ),
    names: plan.names.map((name) => ({
      ...name,
      sheet: words.of(name.sheet),
      comment: words.of(name.comment),
    })),
    sheets: plan.sheets.map((sheet) => sheetInWords(sheet, words)),
  };
}

/** A sheet in the words of a language; it keeps the English one beside it. */
export function sheetInWords(sheet: SheetPlan, words: Catalogue): SheetPlan {
  if (words.language === "en") return sheet;
  const kept = KEPT.get(words) ?? { rows: new WeakMap(), sheets: new WeakMap() };
  KEPT.set(words, kept);
  const before = kept.sheets.get(sheet);
  if (before !== undefined) return before;
  const made = sheetMade(sheet, words, kept.rows);
  kept.sheets.set(sheet, made);
  return made;
}

function sheetMade(sheet: SheetPlan, words: Catalogue, kept: WeakMap<RowPlan, RowPlan>): SheetPlan {
  const row = (each: RowPlan): RowPlan => {
    const before = kept.get(each);
    if (before !== undefined) return before;
    const made = { ...each, cells: each.cells.map((cell) => cell && cellInWords(cell, words)) };
    kept.set(each, made);
    return made;
  };
  const { print } = sheet;
  const rows = sheet.rows.map(row);
  return {
    ...sheet,
    english: sheet,
    name: words.of(sheet.name),
    rows,
    columns: sheet.columns.map((column, index) => ({
      ...column,
      width: Math.max(column.width, widestLabel(rows, index)),
    })),
    validations: sheet.validations.map((each) => validationInWords(each, words)),
    conditionalFormats: sheet.conditionalFormats.map((each) => ({
      ...each,
      formula: formulaInWords(each.formula, words),
    })),
    notes: sheet.notes.map((note) => ({ ...note, text: words.of(note.text) })),
    links: sheet.links.map((link) => ({
      ...link,
      sheet: words.of(link.sheet),
      tooltip: words.of(link.tooltip),
    })),
    charts: sheet.charts.map((chart) => chartInWords(chart, words)),
    print: {
      ...print,
      footerLeft: words.of(print.footerLeft),
      footerCenter: words.of(print.footerCenter),
      footerRight: words.of(print.footerRight),
    },
  };
}

/** Widths against a digit, in bold: of a Chinese character, of another one, and of what a cell keeps free at its edges. */
const WIDTHS = { character: 2.07, letter: 0.96, edges: 0.9 } as const;

/** Width of the longest label, such as a unit, that its column is to have room for; longer texts run on or wrap. */
const LABEL = 13.5;

function widestLabel(rows: readonly RowPlan[], index: number): number {
  let widest = 0;
  for (const { cells } of rows) {
    const value = cells[index]?.value;
    if (typeof value !== "string" || value.length > LABEL) continue;
    const characters = (value.match(/\p{Script=Han}|[，。；：（）“”]/gu) ?? []).length;
    const width = characters * WIDTHS.character + (value.length - characters) * WIDTHS.letter + WIDTHS.edges;
    if (characters > 0 && width <= LABEL) widest = Math.max(widest, width);
  }
  return widest;
}

function cellInWords(cell: CellPlan, words: Catalogue): CellPlan {
  const value = typeof cell.value === "string" ? words.of(cell.value) : cell.value;
  if (cell.formula === undefined) return value === cell.value ? cell : { ...cell, value };
  return { ...cell, value, formula: formulaInWords(cell.formula, words) };
}

function validationInWords(validation: ValidationPlan, words: Catalogue): ValidationPlan {
  const { rule } = validation;
  return {
    range: validation.range,
    rule:
      rule.kind === "list"
        ? { ...rule, values: rule.values.map(words.of) }
        : "formula" in rule
          ? { ...rule, formula: formulaInWords(rule.formula, words) }
          : rule,
    promptTitle: words.of(validation.promptTitle),
    prompt: words.of(validation.prompt),
    errorTitle: words.of(validation.errorTitle),
    error: words.of(validation.error),
  };
}

/** A chart with its words in a language. */
export function chartInWords(chart: ChartPlan, words: Catalogue): ChartPlan {
  if (words.language === "en") return chart;
  const ranges = (text: string): string => formulaInWords(text, words);
  return {
    ...chart,
    title: words.of(chart.title),
    valueAxisTitle: words.of(chart.valueAxisTitle),
    ...(chart.secondaryAxisTitle !== undefined && { secondaryAxisTitle: words.of(chart.secondaryAxisTitle) }),
    altText: words.of(chart.altText),
    categories: ranges(chart.categories),
    series: chart.series.map((series) => ({
      ...series,
      name: words.of(series.name),
      ...(series.nameRef !== undefined && { nameRef: ranges(series.nameRef) }),
      values: ranges(series.values),
    })),
  };
}

/** Words in a number format, such as "OK" of a flag, in the language; dates as its readers write them. */
function styleInWords(style: CellStyle, words: Catalogue): CellStyle {
  if (style.numberFormat === undefined) return style;
  const numberFormat = style.numberFormat
    .replaceAll(/"([^"]*[A-Za-z]{2}[^"]*)"/g, (_, text: string) => `"${words.of(text)}"`)
    .replace(/^d mmm yy(yy)?$/, "yyyy/m/d");
  return { ...style, numberFormat };
}
