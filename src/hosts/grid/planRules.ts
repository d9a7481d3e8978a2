import type { IRange } from "@univerjs/core";
import type { ConditionalFormatPlan, ValidationPlan } from "../../workbook/plan";
import { cellAddress, rectangleAddress } from "../../workbook/address";

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

/** Longest list of choices that a workbook's file can hold, in characters. */
const LONGEST_LIST = 255;

/** A person's validation as a plan says it, one for each range; null where a plan can't say it. */
export function planValidations({
  type,
  ranges,
  operator = "between",
  formula1 = "",
  formula2 = "",
  ...words
}: GridValidation): readonly ValidationPlan[] | null {
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
  return ranges.map((range) => ({ range: addressOf(range), rule, ...texts }));
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
export function planFormats({ ranges, rule }: GridFormat): readonly ConditionalFormatPlan[] | null {
  const look = {
    colour: hex(rule.style?.cl?.rgb) ?? "000000",
    fill: hex(rule.style?.bg?.rgb) ?? "FFFFFF",
    ...(rule.style?.bl === 1 && { bold: true }),
  };
  const formulas = ranges.map((range) =>
    formulaOf(rule, cellAddress(range.startRow + 1, range.startColumn + 1)),
  );
  if (formulas.some((formula) => formula === null)) return null;
  return ranges.map((range, index) => ({ range: addressOf(range), formula: formulas[index]!, ...look }));
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

function addressOf({ startRow, startColumn, endRow, endColumn }: IRange): string {
  return rectangleAddress({
    row: startRow + 1,
    column: startColumn + 1,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  });
}

function hex(colour: string | undefined): string | undefined {
  return /^#?([0-9a-f]{6})/i.exec(colour ?? "")?.[1]?.toUpperCase();
}
