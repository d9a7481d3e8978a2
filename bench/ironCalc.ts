/** Run in a process of its own by engines.ts: recalculates the workbook in IronCalc (WebAssembly), and prints JSON. */

import { loadIronCalc } from "../test/officeHost/ironCalc";
import type { CellPlan, WorkbookPlan } from "../src/workbook/plan";
import type { EngineTimes } from "./engines";
import { openYardstick } from "./yardstick";

/** Puts the cells of the plan into the engine and recalculates all of them some times, after once to warm up; it has no partial recalculation. */
function calculate(
  { sheets, names }: WorkbookPlan,
  sheet: string,
  row: number,
  column: number,
  rounds: number,
): EngineTimes {
  const Model = loadIronCalc();
  const began = performance.now();
  const model = new Model("bench", "en", "UTC", "en");
  try {
    model.pauseEvaluation();
    sheets.forEach(({ name }, index) => {
      if (index > 0) model.newSheet();
      model.renameSheet(index, name);
    });
    for (const { name, sheet: on, range } of names)
      model.newDefinedName(name, null, `'${on}'!${range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`);
    sheets.forEach(({ rows }, index) =>
      rows.forEach(({ cells }, r) =>
        cells.forEach((cell, c) => {
          if (cell !== null) model.setUserInput(index, r + 1, c + 1, inputOf(cell));
        }),
      ),
    );
    model.resumeEvaluation();
    const load = performance.now() - began;
    const calculations = Array.from({ length: rounds + 1 }, () => {
      const start = performance.now();
      model.evaluate();
      return performance.now() - start;
    });
    const place = sheets.findIndex(({ name }) => name === sheet);
    model.updateRangeStyle(
      { sheet: place, row, column, width: 1, height: 1 },
      "num_fmt",
      "0.00000000000000E+00",
    );
    return {
      load,
      calculations: calculations.slice(1),
      value: Number(model.getFormattedCellValue(place, row, column)),
    };
  } finally {
    model.free();
  }
}

function inputOf({ value, formula }: CellPlan): string {
  if (formula !== undefined) return `=${formula}`;
  return typeof value === "string" && value !== "" ? `'${value}` : String(value ?? "");
}

const [sheet = "", row, column, rounds] = process.argv.slice(2);
process.stdout.write(
  `\n${JSON.stringify(calculate(openYardstick().plan, sheet, Number(row), Number(column), Number(rounds)))}\n`,
);
