import { locateCell } from "../../src/taskpane/sheet/locateCell";
import { followingFormula, inputAddress, readInputSheet } from "../../src/taskpane/sheet/readInputSheet";
import { entryOf, seededTable } from "../../src/taskpane/state/inputTable";
import type { CellValue, RangeReading } from "../../src/hosts/port";
import { planOf, seededModel } from "../support/seededModel";
import { memoryPort } from "./memoryPort";

const model = seededModel();
const plan = planOf(model);
const seeded = seededTable(model);

async function builtPort() {
  const port = memoryPort();
  await port.write(plan);
  return port;
}

/** The Inputs sheet as read, with rows put in above and cells replaced. */
async function reading(
  rowsAbove = 0,
  change: (values: CellValue[][], formulas: CellValue[][]) => void = () => undefined,
): Promise<RangeReading> {
  const port = await builtPort();
  const [read] = await port.read(["'Inputs'!A1:R230"]);
  const copy = (rows: RangeReading["values"]): CellValue[][] => [
    ...Array.from({ length: rowsAbove }, () => [""] as CellValue[]),
    ...rows.map((row) => [...row]),
  ];
  const [values, formulas] = [copy(read!.values), copy(read!.formulas)];
  change(values, formulas);
  return { address: read!.address, values, formulas };
}

const rowNamed = (rows: CellValue[][], driver: string): CellValue[] => rows.find((row) => row[1] === driver)!;

test("the sheet as built reads back as the seeded table", async () => {
  const read = readInputSheet(model, "Inputs", await reading(), seeded)!;
  expect(read.faults).toEqual([]);
  for (const scenario of ["downside", "base", "upside", "custom"] as const) {
    for (const { driver } of model.rows)
      expect([driver.id, entryOf(read.table, scenario, driver.id)]).toEqual([
        driver.id,
        entryOf(seeded, scenario, driver.id),
      ]);
  }
});

test("inserted rows and a renamed sheet move the places", async () => {
  const before = readInputSheet(model, "Inputs", await reading(), seeded)!;
  const after = readInputSheet(
    model,
    "My inputs",
    await reading(3, (values, formulas) => {
      // Excel moves the references too.
      for (const row of [...values, ...formulas])
        row.forEach((cell, at) => {
          row[at] =
            typeof cell === "string"
              ? cell.replace(/^=\$G(\d+)$/, (_, line: string) => `=$G${Number(line) + 3}`)
              : cell;
        });
    }),
    seeded,
  )!;
  expect(after.places.rows.get("capXiaomi2026")).toBe(before.places.rows.get("capXiaomi2026")! + 3);
  expect(inputAddress(after.places, "base", "capXiaomi2026")).toMatch(/^'My inputs'!G\d+$/);
  expect(entryOf(after.table, "custom", "capXiaomi2026")).toEqual({ kind: "follows" });
  expect(followingFormula(after.places, "capXiaomi2026")).toBe(
    `=$G${after.places.rows.get("capXiaomi2026")!}`,
  );
});

test("text, blanks and values outside the range are reported and never become zero", async () => {
  const read = readInputSheet(
    model,
    "Inputs",
    await reading(0, (values, formulas) => {
      rowNamed(values, "capXiaomi2026")[6] = "about 3,000";
      rowNamed(values, "capXiaomi2027")[6] = "";
      rowNamed(values, "upliftXiaomi2026")[6] = 9;
      rowNamed(formulas, "upliftXiaomi2026")[6] = 9;
    }),
    seeded,
  )!;
  expect(read.faults.map(({ driver, scenario }) => [driver, scenario])).toEqual([
    ["capXiaomi2026", "base"],
    ["capXiaomi2027", "base"],
    ["upliftXiaomi2026", "base"],
  ]);
  expect(read.faults[0]!.message).toContain("“about 3,000”, which is not a number");
  expect(entryOf(read.table, "base", "capXiaomi2026")).toEqual({ kind: "own", value: "3140" });
});

test("a formula of the analyst's is recognised", async () => {
  const read = readInputSheet(
    model,
    "Inputs",
    await reading(0, (values, formulas) => {
      rowNamed(values, "capXiaomi2026")[6] = 3000;
      rowNamed(formulas, "capXiaomi2026")[6] = "=1000*3";
    }),
    seeded,
  )!;
  expect(entryOf(read.table, "base", "capXiaomi2026")).toEqual({ kind: "calculated", value: "3000" });
});

test("a sheet without the table is no table", async () => {
  const port = await builtPort();
  const [read] = await port.read(["'Sheet1'!A1:R230"]);
  expect(readInputSheet(model, "Sheet1", read!, seeded)).toBeNull();
});

describe("a selected cell", () => {
  const at = async (sheet: string, label: string, heading: string) => {
    const port = await builtPort();
    const { rows } = plan.sheets.find(({ name }) => name === sheet)!;
    const row = rows.findIndex(({ cells }) => cells.some((cell) => cell?.value === label));
    const column =
      rows
        .map(({ cells }) => cells.findIndex((cell) => cell?.value === heading))
        .find((place) => place >= 0) ?? 0;
    return locateCell(model, port, sheet, sheet, { row: row + 1, column: column + 1 }, "upside");
  };

  test("is found on statements, scenario sheets, actuals and the summary", async () => {
    expect(await at("Income statement", "adjustedEbitda", "FY2027")).toMatchObject({
      kind: "line",
      line: "adjustedEbitda",
      scenario: "upside",
    });
    expect(await at("Renewal lapses", "revenue", "2028Q1")).toMatchObject({
      kind: "line",
      line: "revenue",
      scenario: "renewalLapses",
    });
    expect(await at("Actuals", "revenue", "2025Q3")).toMatchObject({ kind: "line", line: "revenue" });
    expect(await at("Summary", "Total revenue", "FY2026")).toMatchObject({
      kind: "line",
      line: "revenue",
      scenario: "upside",
    });
  });

  test("is found among inputs and facts; elsewhere there is nothing", async () => {
    expect(await at("Inputs", "upliftXiaomi2026", "Downside")).toEqual({
      kind: "driver",
      driver: "upliftXiaomi2026",
      scenario: "downside",
    });
    const [fact] = model.seeds.facts;
    expect(await at("Facts", fact!.id, "Figure")).toEqual({ kind: "fact", fact: fact!.id });
    expect(await at("README", "Version", "none")).toBeNull();
  });
});
