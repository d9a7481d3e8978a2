import type { IRange } from "@univerjs/core";
import type { ConditionalFormatPlan, ValidationPlan } from "../../workbook/plan";
import { cellAddress, rectangleAddress, type Rectangle } from "../../workbook/address";

/** A validation of the grid, as far as a plan can say it. */
export interface GridValidation {
  readonly type: string;
  readonly ranges: readonly IRange[];
  readonly operator?: string;
  readonly formula1?: string;
  readonly formula2?: string;
  readonly error?: string;
  readonly errorTitle?: string;
  readonly prompt?: string;
  readonly promptTitle?: string;
}

/** A conditional format of the grid, as far as a plan can say it. */
export interface GridFormat {
  readonly ranges: readonly IRange[];
  readonly rule: {
    readonly type: string;
    readonly subType?: string;
    readonly operator?: string;
    readonly value?: unknown;
    readonly style?: {
      readonly cl?: { readonly rgb?: string };
      readonly bg?: { readonly rgb?: string };
      readonly bl?: number;
    };
  };
}

/** Rows and columns that a sheet of a file has. */
const ALL = { rows: 1_048_576, columns: 16_384 } as const;

/** How many rows and columns the grid shows of a sheet. */
export interface ShownLines {
  readonly rows: number;
  readonly columns: number;
}

/** Longest list of choices that a workbook's file can hold, in characters. */
const LONGEST_LIST = 255;

/** A person's validation as a plan says it, one for each range; null where a plan can't say it. */
export function planValidations(
  { type, ranges, operator = "between", formula1 = "", formula2 = "", ...words }: GridValidation,
  shown: ShownLines = ALL,
): readonly ValidationPlan[] | null {
  const rule = ((): ValidationPlan["rule"] | null => {
    if (type === "list" && formula1.startsWith("=")) return { kind: "listRange", formula: formula1.slice(1) };
    if (type === "custom" && formula1.startsWith("=")) return { kind: "formula", formula: formula1.slice(1) };
    if (type === "list")
      return formula1 === "" || formula1.length > LONGEST_LIST
        ? null
        : { kind: "list", values: formula1.split(",") };
    const [min, max] = [Number(formula1), Number(formula2)];
    if (
      (type !== "decimal" && type !== "whole") ||
      operator !== "between" ||
      formula1 === "" ||
      formula2 === "" ||
      !(min <= max)
    )
      return null;
    return { kind: type, min, max };
  })();
  if (rule === null) return null;
  const cut = (text: string | undefined, length: number): string => (text ?? "").slice(0, length);
  const texts = {
    promptTitle: cut(words.promptTitle, 32),
    prompt: cut(words.prompt, 255),
    errorTitle: cut(words.errorTitle, 32),
    error: cut(words.error, 225),
  };
  return ranges.map((range) => ({ range: rectangleAddress(wholeRange(range, shown)), rule, ...texts }));
}

const SIGNS: Readonly<Record<string, string>> = {
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
  equal: "=",
  notEqual: "<>",
};

/** A person's conditional format as a plan says it, one for each range; null where a plan can't say it. */
export function planFormats(
  { ranges: given, rule }: GridFormat,
  shown: ShownLines = ALL,
): readonly ConditionalFormatPlan[] | null {
  const ranges = given.map((range) => wholeRange(range, shown));
  const look = {
    colour: hex(rule.style?.cl?.rgb) ?? "000000",
    fill: hex(rule.style?.bg?.rgb) ?? "FFFFFF",
    ...(rule.style?.bl === 1 && { bold: true }),
  };
  const formulas = ranges.map(({ row, column }) => formulaOf(rule, cellAddress(row, column)));
  if (formulas.some((formula) => formula === null)) return null;
  return ranges.map((range, index) => ({
    range: rectangleAddress(range),
    formula: formulas[index]!,
    ...look,
  }));
}

function formulaOf({ type, subType, operator = "", value }: GridFormat["rule"], cell: string): string | null {
  if (type !== "highlightCell") return null;
  if (subType === "formula") return String(value).replace(/^=/, "");
  const sign = SIGNS[operator];
  if (subType === "number" && sign !== undefined && typeof value === "number")
    return `AND(ISNUMBER(${cell}),${cell}${sign}${value})`;
  if (subType === "number" && Array.isArray(value)) {
    const [low, high] = value as [number, number];
    if (operator === "between") return `AND(ISNUMBER(${cell}),${cell}>=${low},${cell}<=${high})`;
    if (operator === "notBetween") return `AND(ISNUMBER(${cell}),OR(${cell}<${low},${cell}>${high}))`;
  }
  if (subType !== "text" || typeof value !== "string") return null;
  const text = `"${value.replaceAll('"', '""')}"`;
  if (operator === "equal" || operator === "notEqual") return `${cell}${SIGNS[operator]!}${text}`;
  return operator === "containsText" ? `ISNUMBER(SEARCH(${text},${cell}))` : null;
}

/** The rule's range with the beginnings and ends that the grid leaves out where it is of whole rows or columns; one that reaches over all that the grid shows is one of these. */
function wholeRange({ startRow, startColumn, endRow, endColumn }: IRange, shown: ShownLines): Rectangle {
  const [row, column] = [Number(startRow) || 0, Number(startColumn) || 0];
  const end = (given: number | null, first: number, most: number, all: number): number =>
    given == null || Number.isNaN(given) || (first === 0 && given >= most - 1) ? all - 1 : given;
  return {
    row: row + 1,
    column: column + 1,
    rows: end(endRow, row, shown.rows, ALL.rows) - row + 1,
    columns: end(endColumn, column, shown.columns, ALL.columns) - column + 1,
  };
}

function hex(colour: string | undefined): string | undefined {
  return /^#?([0-9a-f]{6})/i.exec(colour ?? "")?.[1]?.toUpperCase();
}
