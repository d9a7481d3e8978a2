import type { KcArgument, KcFunctionName } from "../src/functions";
import type { InputRows } from "./functionCalls";

/** A cell with a KC function, every optional argument written out as Excel hands it over. */
export interface KcCell {
  readonly name: KcFunctionName;
  readonly args: readonly KcArgument[];
}

const QUARTERS = [
  "2025Q1",
  "2Q25",
  "3Q25E",
  "2026Q2",
  "4Q27",
  "1H26",
  "FY2025",
  "FY26E",
  "2027",
  "LTM 2025Q4",
];
const YEARS = ["FY2026", "FY27E", "2028"];
const LINES = ["revenue", "Gross profit", "adjustedEbitda", "cash", "revenuePublic"];

/** Cells as a worksheet of an analyst has them: of six of the functions, each with changing periods, lines and scenarios. */
export function mixedCells(count: number, inputs: InputRows | null): readonly KcCell[] {
  const at = <T>(all: readonly T[], index: number): T => all[index % all.length]!;
  return Array.from({ length: count }, (_, index): KcCell => {
    const scenario = 1 + (index % 6);
    const turn = Math.floor(index / 20);
    const place = index % 20;
    if (place < 7)
      return {
        name: "REVENUE",
        args: [at(QUARTERS, turn), at([null, "public", "ecosystem"], index), scenario, inputs],
      };
    if (place < 12) return { name: "LINE", args: [at(LINES, turn), at(QUARTERS, index), scenario, inputs] };
    if (place < 15)
      return {
        name: "GROWTH",
        args: [at(LINES.slice(0, 2), turn), at(YEARS, index), null, scenario, inputs],
      };
    if (place < 17) return { name: "ECOSYSTEM_SHARE", args: [at(QUARTERS, turn), scenario, inputs] };
    if (place < 19)
      return {
        name: "CAP",
        args: [
          at(["xiaomi", "kingsoft"], index),
          at(YEARS, turn),
          at(["headroom", "cap"], index),
          scenario,
          inputs,
        ],
      };
    return { name: "SERIES", args: ["revenue", "1Q25", "4Q26", scenario, inputs] };
  });
}
