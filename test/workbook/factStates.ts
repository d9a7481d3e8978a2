import { editZipParts } from "../../src/hosts/xlsx/zipParts";
import { LINES, periodIndex, REQUIRED, WIDTH } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel, type Model, type TypedFigures } from "../../src/model";
import { layoutOf } from "../../src/workbook/layout";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { SHEETS } from "../../src/workbook/sheetNames";
import { model } from "./realPlan";
import { axis } from "../support/axis";

/** Column of the first quarter after the opening, of which results are known, and of the first one of which nothing is. */
export const [AFTER_OPENING, NEXT] = [periodIndex("2026Q1"), periodIndex("2026Q2")];

const base = Float64Array.from(model.fast(model.assumptions("base")).all);
const rows = new Map(LINES.map(({ id }, row) => [id, row * WIDTH]));
const forecast = (line: string, column: number): number => base[rows.get(line)! + column]!;
const cents = (value: number): number => Math.round(value * 10) / 10;

/** Figures of one quarter by line. */
type Figures = Readonly<Record<string, number>>;

const typedFor = (column: number, figures: Figures): readonly (readonly [string, string])[] =>
  Object.entries(figures).map(([line, value]) => [lineKey(line, column), String(value)]);

/** Results somewhat apart from the forecast, whose parts make their wholes. */
function results(column: number): Figures {
  const near = (line: string, factor: number): number => cents(forecast(line, column) * factor);
  const [publicCloud, enterprise, costs] = [
    near("revenuePublic", 1.03),
    near("revenueEnterprise", 0.96),
    near("costOfRevenue", 1.01),
  ];
  const revenue = cents(publicCloud + enterprise);
  return {
    revenue,
    revenuePublic: publicCloud,
    revenueEnterprise: enterprise,
    revenueEcosystem: near("revenueEcosystem", 1.05),
    aiGrossBilling: near("aiGrossBilling", 0.98),
    costOfRevenue: costs,
    grossProfit: cents(revenue - costs),
    depreciationAmortisation: near("depreciationAmortisation", 1.02),
    capexCompanyBasis: near("capexCompanyBasis", 1.2),
    shareBasedPay: 80,
    interestExpense: 160,
    netResult: near("netResult", 0.9),
    netResultAttributable: near("netResultAttributable", 0.9),
    adjustedEbitda: near("adjustedEbitda", 1.04),
  };
}

/** A whole balance sheet near the forecast; cash makes both sides agree. */
function balanceSheet(column: number): Figures {
  const lines = [...REQUIRED.assets, ...REQUIRED.claims].map((line, place) => [
    line,
    cents(forecast(line, column) * (1 + (place % 3) / 100)),
  ]) as [string, number][];
  const sum = (ids: readonly string[]): number =>
    lines.reduce((total, [line, value]) => (ids.includes(line) ? total + value : total), 0);
  const others = REQUIRED.assets.filter((line) => line !== "cash");
  return { ...Object.fromEntries(lines), cash: cents(sum(REQUIRED.claims) - sum(others)) };
}

const quarter = (column: number): readonly (readonly [string, string])[] =>
  typedFor(column, { ...results(column), ...balanceSheet(column) });

/** Revenue that public and enterprise cloud miss by a hundred. */
export const CONTRADICTION = { revenue: 2900, revenuePublic: 2100, revenueEnterprise: 700 } as const;

/** What an analyst may have typed on Actuals, by name; the figures of 2026Q1's results are facts already. */
export const FACT_STATES: Readonly<Record<string, TypedFigures>> = {
  "nothing typed": new Map(),
  "one figure": new Map(typedFor(NEXT + 1, { revenueEcosystem: 1100 })),
  "results only": new Map(typedFor(NEXT, { revenue: 3000, grossProfit: 420, adjustedEbitda: 900 })),
  "a whole quarter": new Map(quarter(NEXT)),
  "four quarters": new Map([
    ...typedFor(AFTER_OPENING, balanceSheet(AFTER_OPENING)),
    ...[0, 1, 2].flatMap((later) => quarter(NEXT + later)),
  ]),
  "a contradiction": new Map(typedFor(NEXT, CONTRADICTION)),
};

/** The model with figures typed beside the project's facts. */
export const modelWith = (typed: TypedFigures): Model => openModel(model.spec, model.seeds, typed);

/** Numbers by cell of Actuals for typed figures. */
export function typedCells(typed: TypedFigures): ReadonlyMap<string, number> {
  const { line } = layoutOf(model).history;
  return new Map(
    [...typed].map(([key, digits]) => {
      const [id, column] = key.split(":") as [string, string];
      return [`${axis.letters(Number(column))}${line.get(id)!}`, Number(digits)];
    }),
  );
}

/** The file of a plan as it is once numbers or texts are typed into cells of its Actuals sheet, or another one, or deleted from them (null); nothing else in it changes. */
export function typedInto(
  file: Uint8Array,
  plan: WorkbookPlan,
  cells: ReadonlyMap<string, number | string | null>,
  sheet: string = SHEETS.history,
): Uint8Array {
  const part = `xl/worksheets/sheet${plan.sheets.findIndex(({ name }) => name === sheet) + 1}.xml`;
  const edit = (text: string): string =>
    [...cells].reduce((xml, [at, value]) => {
      const cell = new RegExp(`<c r="${at}"( s="\\d+")?(?:/>|><v>[^<]*</v></c>)`);
      if (!cell.test(xml)) throw new Error(`The file has no input cell ${at} on ${sheet}`);
      return xml.replace(cell, (_, style = "") => {
        if (value === null) return `<c r="${at}"${style}/>`;
        return typeof value === "number"
          ? `<c r="${at}"${style}><v>${value}</v></c>`
          : `<c r="${at}"${style} t="inlineStr"><is><t>${value}</t></is></c>`;
      });
    }, text);
  return editZipParts(file, new Map([[part, edit]]));
}
