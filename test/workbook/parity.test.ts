import { SCENARIOS } from "../../src/model";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import type { ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { reportFigure } from "../support/figure";
import { recalculateAll } from "../support/libreOffice";
import { planOf, seededModel } from "../support/seededModel";
import { differences, errorCells } from "./recalculatedCells";

describe("every formula of the built workbook, recalculated by LibreOffice", () => {
  const model = seededModel();
  const plans = SCENARIOS.map(({ id }) => planOf(model, id));
  const base = plans[SCENARIOS.findIndex(({ id }) => id === "base")]!;
  let answers: readonly ReadWorkbook[];

  beforeAll(async () => {
    answers = await recalculateAll(await Promise.all([...plans, withChangedOperator(base)].map(planToXlsx)));
  }, 600_000);

  it.each(SCENARIOS.map(({ name }, index) => [name, index] as const))(
    "equals the engine within 1e-9 with %s selected",
    (_, index) => {
      const { compared, different } = differences(plans[index]!, answers[index]!);
      expect(different.slice(0, 20)).toEqual([]);
      expect(compared).toBeGreaterThan(30_000);
      expect(errorCells(answers[index]!)).toEqual([]);
      reportFigure(
        "LibreOffice calculates every formula as the engine does",
        `${compared} formula cells to 1e-9, each of ${SCENARIOS.length} scenarios`,
      );
    },
  );

  it("differs where one operator of one formula is changed", () => {
    expect(differences(base, answers.at(-1)!).different.length).toBeGreaterThan(0);
  });
});

/** The plan with one plus of one formula of Base made a minus. */
function withChangedOperator(plan: WorkbookPlan): WorkbookPlan {
  const planted = structuredClone(plan) as unknown as {
    sheets: { name: string; rows: { cells: ({ formula?: string } | null)[] }[] }[];
  };
  const cell = planted.sheets
    .find(({ name }) => name === "Base")!
    .rows.flatMap(({ cells }) => cells)
    .find((each) => each?.formula?.match(/^[A-Z]+\d+\+[A-Z]+\d+$/));
  cell!.formula = cell!.formula!.replace("+", "-");
  return planted as unknown as WorkbookPlan;
}
