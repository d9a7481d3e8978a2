import { measureOf, simulate, spanOfColumn } from "../src/analysis";
import { createKcFunctions, type KcArgument } from "../src/functions";
import { planToXlsx } from "../src/hosts/xlsx/writeXlsx";
import { LINE_BY_ID, periodIndex, SCENARIOS, kingsoftCloud } from "../src/companies/kingsoftCloud";
import { driverVector, fastModel, openModel, type FastModel } from "../src/model";
import { layoutOf } from "../src/workbook/layout";
import type { SheetPlan, WorkbookPlan } from "../src/workbook/plan";
import { scenarioSheetPlan } from "../src/workbook/scenarioSheetPlan";
import { workbookValues } from "../src/workbook/workbookValues";
import { figure, number, type Findings } from "./findings";
import { mixedCells } from "./mixedCells";
import { spreadOf } from "./rounds";
import type { Yardstick } from "./yardstick";

const ROUNDS = 5;
const SIZES = [1, 2, 4, 8, 16];

/** One thing whose size is varied: what its unit is, and how it is done once at a size. */
interface Grown {
  readonly name: string;
  readonly unit: string;
  readonly sizes: readonly number[];
  readonly run: (size: number) => unknown;
}

/** How the time of each part grows with its size. */
export async function measureGrowth(yardstick: Yardstick): Promise<Findings> {
  const found = [];
  for (const grown of [
    flexes(yardstick),
    planned(yardstick),
    writtenSheets(yardstick),
    writtenRows(yardstick),
    draws(yardstick),
    calls(yardstick),
  ]) {
    const milliseconds = await timesOf(grown);
    found.push({
      name: grown.name,
      unit: grown.unit,
      sizes: grown.sizes,
      milliseconds,
      exponent: exponent(grown.sizes, milliseconds),
    });
  }
  return {
    figures: found,
    tables: [
      {
        title: "Growth",
        text: `What is varied stands in the first column. The exponent is the slope of log time over log size, by least squares over ${SIZES.length} sizes, medians of ${ROUNDS} rounds: 1 means that twice the size takes twice the time. Milliseconds a unit at the least and at the largest size.`,
        head: ["", "sizes", "exponent", "ms a unit, least", "ms a unit, largest"],
        rows: found.map(({ name, unit, sizes, milliseconds, exponent: slope }) => [
          name,
          `${number(sizes[0]!, 0)} to ${number(sizes.at(-1)!, 0)} ${unit}`,
          number(slope, 2),
          figure(milliseconds[0]! / sizes[0]!),
          figure(milliseconds.at(-1)! / sizes.at(-1)!),
        ]),
      },
    ],
  };
}

async function timesOf({ sizes, run }: Grown): Promise<readonly number[]> {
  const times = sizes.map(() => [] as number[]);
  for (let round = -1; round < ROUNDS; round++) {
    for (const [index, size] of sizes.entries()) {
      const start = performance.now();
      await run(size);
      if (round >= 0) times[index]!.push(performance.now() - start);
    }
  }
  return times.map((each) => spreadOf(each).median);
}

/** Slope of a straight line through the logarithms. */
function exponent(sizes: readonly number[], times: readonly number[]): number {
  const [x, y] = [sizes.map(Math.log), times.map(Math.log)];
  const mean = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0) / all.length;
  const [middleX, middleY] = [mean(x), mean(y)];
  return (
    x.reduce((sum, each, index) => sum + (each - middleX) * (y[index]! - middleY), 0) /
    x.reduce((sum, each) => sum + (each - middleX) ** 2, 0)
  );
}

/** Every tile has all lines and periods in an array of its own, so that memory grows as it would with more lines or periods. */
function flexes({ model }: Yardstick): Grown {
  const sizes = [10, 20, 40, 80, 160];
  const tiles: readonly FastModel[] = Array.from({ length: sizes.at(-1)! }, () =>
    fastModel(kingsoftCloud, model.data, kingsoftCloud.reading(kingsoftCloud)),
  );
  const drivers = SCENARIOS.map(({ id }) => driverVector(kingsoftCloud, model.assumptions(id)));
  const passes = 20;
  return {
    name: `flex, ${passes} times: the model's lines and periods side by side, each with its own values`,
    unit: "models",
    sizes,
    run: (size) => {
      for (let pass = 0; pass < passes; pass++)
        tiles.slice(0, size).forEach((tile, index) => tile.flex(drivers[(index + pass) % drivers.length]!));
    },
  };
}

function planned({ model }: Yardstick): Grown {
  const layout = layoutOf(model);
  const values = workbookValues(model, (scenarioNumber) =>
    model.assumptions(SCENARIOS[scenarioNumber - 1]!.id),
  );
  const plan = (index: number): SheetPlan => {
    const scenario = SCENARIOS[index % SCENARIOS.length]!;
    return scenarioSheetPlan(model, layout, scenario, values(scenario.number));
  };
  return {
    name: "plan: scenario sheets planned",
    unit: "sheets",
    sizes: SIZES,
    run: (size) => Array.from({ length: size }, (_, index) => plan(index)),
  };
}

/** The workbook reduced to some sheets, without names and charts. */
function workbookOf({ plan }: Yardstick, sheets: readonly SheetPlan[]): WorkbookPlan {
  return {
    ...plan,
    names: [],
    activeSheet: sheets[0]!.name,
    sheets: sheets.map((sheet) => ({ ...sheet, links: [], charts: [] })),
  };
}

const scenarioSheets = ({ plan }: Yardstick): readonly SheetPlan[] => plan.sheets.slice(-SCENARIOS.length);

function writtenSheets(yardstick: Yardstick): Grown {
  const sheets = scenarioSheets(yardstick);
  const copies = (size: number): readonly SheetPlan[] =>
    Array.from({ length: size }, (_, index) => ({
      ...sheets[index % sheets.length]!,
      name: `Sheet ${index + 1}`,
    }));
  return {
    name: "file: scenario sheets written",
    unit: "sheets",
    sizes: SIZES,
    run: (size) => planToXlsx(workbookOf(yardstick, copies(size))),
  };
}

function writtenRows(yardstick: Yardstick): Grown {
  const sheet = scenarioSheets(yardstick)[0]!;
  const tiled = (size: number): SheetPlan => ({
    ...sheet,
    rows: Array.from({ length: size }, () => sheet.rows).flat(),
  });
  return {
    name: "file: the rows of one scenario sheet repeated below each other",
    unit: `times ${number(sheet.rows.length, 0)} rows`,
    sizes: SIZES,
    run: (size) => planToXlsx(workbookOf(yardstick, [tiled(size)])),
  };
}

function draws({ model }: Yardstick): Grown {
  const measures = [measureOf(LINE_BY_ID.get("revenue")!, spanOfColumn(periodIndex("FY2027")))];
  return {
    name: "simulation: draws",
    unit: "draws",
    sizes: SIZES.map((size) => 1000 * size),
    run: (size) => simulate(model, model.assumptions("base"), measures, { seed: 1, draws: size }),
  };
}

function calls({ model }: Yardstick): Grown {
  const sizes = SIZES.map((size) => 5000 * size);
  const cells = mixedCells(sizes.at(-1)!, null);
  return {
    name: "KC calls: cells calculated, model opened anew each time",
    unit: "cells",
    sizes,
    run: (size) => {
      const functions = createKcFunctions(openModel(model.spec, model.seeds)) as unknown as Readonly<
        Record<string, (...args: readonly KcArgument[]) => unknown>
      >;
      for (const { name, args } of cells.slice(0, size)) functions[name]!(...args);
    },
  };
}
