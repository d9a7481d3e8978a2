import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cellAddress } from "../../../src/workbook/address";
import { readWorkbook } from "../../../src/hosts/xlsx/readXlsx";
import { planToXlsx } from "../../../src/hosts/xlsx/writeXlsx";
import type { CellPlan, WorkbookPlan } from "../../../src/workbook/plan";
import { recalculateAll, renderPages } from "../../support/libreOffice";
import { smallPlan } from "./smallPlan";

/** The plan with every cached number and text of a formula made wrong; the formulas stay. */
function withWrongCaches(plan: WorkbookPlan): WorkbookPlan {
  const spoil = (cell: CellPlan | null): CellPlan | null =>
    cell?.formula === undefined
      ? cell
      : { ...cell, value: typeof cell.value === "number" ? cell.value + 12345 : "wrong" };
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(spoil) })),
    })),
  };
}

/** The plan with one operator changed: revenue of the last quarter subtracts. */
function withWrongFormula(plan: WorkbookPlan): WorkbookPlan {
  return JSON.parse(JSON.stringify(plan).replace('"E3+E4"', '"E3-E4"')) as WorkbookPlan;
}

/** Addresses of formula cells whose recalculated value is not the planned one (1e-9 relative). */
function differences(plan: WorkbookPlan, read: Awaited<ReturnType<typeof readWorkbook>>): string[] {
  return plan.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row, r) =>
      row.cells.flatMap((cell, c) => {
        if (cell?.formula === undefined) return [];
        const { value } = read.sheet(sheet.name).cell(cellAddress(r + 1, c + 1));
        const same =
          typeof cell.value === "number" && typeof value === "number"
            ? Math.abs(value - cell.value) <= 1e-9 * Math.max(1, Math.abs(cell.value))
            : value === cell.value;
        return same ? [] : [`${sheet.name}!${cellAddress(r + 1, c + 1)}`];
      }),
    ),
  );
}

test("LibreOffice recalculates every formula to the value worked out by hand, whatever was cached", async () => {
  const spoilt = await planToXlsx(withWrongCaches(smallPlan));
  expect((await readWorkbook(spoilt)).sheet("Revenue & caps").cell("E7").value).toBe(1850.5 + 12345);

  const files = await Promise.all([smallPlan, withWrongFormula(smallPlan)].map(planToXlsx));
  const [right, healed, planted] = await recalculateAll([files[0]!, spoilt, files[1]!]);
  expect(differences(smallPlan, right!)).toEqual([]);
  expect(differences(smallPlan, healed!)).toEqual([]);
  const struck = ["Revenue & caps!E5", "Revenue & caps!E6", "Revenue & caps!E7"];
  expect(differences(smallPlan, planted!)).toEqual(struck);
  expect(healed!.sheet("Revenue & caps").cell("E7").value).toBe(1850.5);
  expect(healed!.sheet("Revenue & caps").cell("B7").value).toBeCloseTo(1 / 3, 15);
  expect(healed!.sheet("Summary").cell("C2").value).toBe("as planned");
});

test("the printed pages can be drawn", async () => {
  const dir = await mkdtemp(join(tmpdir(), "kc-pages-"));
  try {
    const pages = await renderPages(await planToXlsx(smallPlan), dir);
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect((await readFile(pages[0]!)).subarray(1, 4).toString()).toBe("PNG");
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});
