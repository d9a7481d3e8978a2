import { cellAddress, parseCell } from "../../workbook/address";
import type { Feature } from "./feature";
import { attributesOf } from "./walkXml";

/** What the cells of a sheet say beside their values, formulas and looks. */
export interface CellFindings {
  /** Cells that are written as numbers and hold none. */
  readonly notNumbers: readonly { readonly cell: string; readonly text: string }[];
  /** Numbers as they are written, of the cells asked for, and days that are written as texts; by "row,column" from 0. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Areas that a formula fills beyond its own cell. */
  readonly filled: readonly { readonly cell: string; readonly range: string }[];
}

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/;

/** Walks along the cells of a sheet with its visitor. */
export class CellSurvey {
  readonly features: Feature[] = [];
  readonly found = {
    notNumbers: [] as { cell: string; text: string }[],
    numbers: new Map<string, number>(),
    filled: [] as { cell: string; range: string }[],
  };
  private row = 0;
  private column = 0;
  private kind = "";
  private words = "";
  private isValue = false;
  private isRich = false;

  constructor(
    private readonly exactly: (row: number, column: number) => boolean,
    private readonly richTexts: ReadonlySet<number>,
  ) {}

  open(element: string, text: string): void {
    if (element === "row") {
      const [, row] = /\sr\s*=\s*["'](\d+)/.exec(text) ?? [];
      this.row = row === undefined ? this.row + 1 : Number(row);
      this.column = 0;
    } else if (element === "c") this.enter(text);
    else if (element === "f" && text.trim().length > 1) this.formula(text);
    else if (element === "v") [this.isValue, this.words] = [true, ""];
    else if (element === "rPr") this.isRich = true;
  }

  text(words: string): void {
    if (this.isValue) this.words += words;
  }

  close(element: string): void {
    if (element === "v" && this.isValue) {
      this.isValue = false;
      this.value();
    } else if (element === "c" && this.isRich) {
      this.isRich = false;
      this.features.push({ kind: "richText", where: this.cell });
    }
  }

  private get cell(): string {
    return cellAddress(this.row, this.column);
  }

  private enter(text: string): void {
    const [, place] = /\sr\s*=\s*["']\$?([A-Z]{1,3}\$?\d{1,7})["']/i.exec(text) ?? [];
    if (place === undefined) this.column += 1;
    else ({ row: this.row, column: this.column } = parseCell(place.toUpperCase()));
    [, this.kind = ""] = /\st\s*=\s*["'](\w+)/.exec(text) ?? [];
    if (/\svm\s*=/.test(text)) this.features.push({ kind: "richData", where: this.cell });
  }

  private formula(text: string): void {
    const { t, ref } = attributesOf(text);
    if (t === "dataTable") this.features.push({ kind: "dataTable", where: ref ?? this.cell });
    if (t === "array" && ref?.includes(":") === true) this.found.filled.push({ cell: this.cell, range: ref });
  }

  private value(): void {
    const words = this.words;
    if (this.kind === "s") {
      if (this.richTexts.has(Number(words))) this.features.push({ kind: "richText", where: this.cell });
    } else if (this.kind === "d") {
      const day = dayNumber(words);
      if (day !== null) this.keep(day);
    } else if ((this.kind === "" || this.kind === "n") && words.trim() !== "") {
      if (!NUMBER.test(words))
        this.found.notNumbers.push({ cell: this.cell, text: words.trim().slice(0, 40) });
      else if (this.exactly(this.row - 1, this.column - 1)) this.keep(Number(words));
    }
  }

  private keep(number: number): void {
    this.found.numbers.set(`${this.row - 1},${this.column - 1}`, number);
  }
}

/** Serial number of a day and time in ISO form, counted from 1900; null for anything else. */
function dayNumber(text: string): number | null {
  const [, year, month, day, hours = 0, minutes = 0, seconds = 0] = DAY.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
  return days + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}
