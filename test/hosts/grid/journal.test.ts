/** The journal in the grid: what is typed on a sheet is told by itself, and undo and redo find it as it was. */

import type { GridHost } from "../../../src/hosts/grid/gridHost";
import { readJournalSheet } from "../../../src/taskpane/sheet/journalSheet";
import { followInputs, planWithInputs, readWorkbookInputs } from "../../../src/workbench/followInputs";
import { cellAddress, onSheet } from "../../../src/workbook/address";
import { INPUT_COLUMNS } from "../../../src/workbook/inputColumns";
import { JOURNAL_HEAD } from "../../../src/workbook/journalPlaces";
import { journalRange } from "../../../src/taskpane/sheet/journalSheet";
import { layoutOf } from "../../../src/workbook/layout";
import { SHEETS } from "../../../src/workbook/sheetNames";
import { SCENARIOS } from "../../../src/companies/kingsoftCloud";
import { headlessGrid } from "../../hostile/headlessGrid";
import { planOf, seededModel } from "../../support/seededModel";

const model = seededModel();
const plan = planOf(model);
const [created, version, day] = ["2026-11-22T00:00:00Z", "test", "2026-11-27"];
const { headlessHost, presentPlan, end } = headlessGrid();
const BASE = INPUT_COLUMNS.firstScenario + SCENARIOS.findIndex(({ id }) => id === "base");
const capex = onSheet(
  SHEETS.inputs,
  cellAddress(layoutOf(model).inputs.driver.get("capexEnvelope2026")!, BASE),
);
const lease = onSheet(
  SHEETS.inputs,
  cellAddress(layoutOf(model).inputs.driver.get("capexEnvelope2027")!, BASE),
);

async function journal(host: GridHost): Promise<readonly (readonly string[])[]> {
  host.settle();
  const [reading] = await host.read([journalRange(SHEETS.journal)]);
  return readJournalSheet(SHEETS.journal, reading!.values)!.lines.map(
    ({ when, door, from, to, why, key }) => [when, door, key, from, to, why],
  );
}

/** Takes a step back or does it again, and lets the model follow. */
function step(host: GridHost, id: string): void {
  // Without a page nothing has the focus, by which undo finds its workbook.
  host.book["instances"].focusUnit(host.book.workbook().getUnitId());
  host.book.commands.syncExecuteCommand(id);
  host.settle();
}

test("what is typed on Inputs is told, moves on in its line, goes with undo and comes back with redo; a save has it", async () => {
  const { host, univer } = headlessHost(followInputs(model, created, version, () => day));
  host.open(plan, plan, { onModel: [], sheets: [], styles: {}, names: [] });
  expect(await journal(host)).toEqual([]);
  const was = (await host.read([capex]))[0]!.values[0]![0] as number;
  const from = `${was.toLocaleString("en-US")} RMB m`;
  const line = (to: string): readonly string[] => [day, "Sheet", "capexEnvelope2026 base", from, to, ""];

  await host.edit([{ address: capex, contents: 9000 }]);
  expect(await journal(host)).toEqual([line("9,000 RMB m")]);
  await host.edit([{ address: capex, contents: 8000 }]);
  expect(await journal(host)).toEqual([line("8,000 RMB m")]);
  const two = [
    line("8,000 RMB m"),
    [day, "Sheet", "capexEnvelope2027 base", expect.any(String), "7,500 RMB m", ""],
  ];
  await host.edit([{ address: lease, contents: 7500 }]);
  expect(await journal(host)).toEqual(two);

  step(host, "univer.command.undo");
  step(host, "univer.command.undo");
  expect(await journal(host)).toEqual([line("9,000 RMB m")]);
  step(host, "univer.command.undo");
  expect(await journal(host)).toEqual([]);
  for (let times = 0; times < 3; times++) step(host, "univer.command.redo");
  expect(await journal(host)).toEqual(two);

  // A formula of a person's counts with its value.
  await host.edit([{ address: capex, contents: "=8000+250" }]);
  await host.calculated();
  expect((await journal(host))[0]).toEqual(line("8,250 RMB m"));
  // A reason typed into its column stays, and is no overwritten cell of the model.
  const why = onSheet(SHEETS.journal, `G${JOURNAL_HEAD + 1}`);
  await host.edit([{ address: why, contents: "Delayed sites" }]);
  await host.edit([{ address: capex, contents: 8500 }]);
  expect((await journal(host))[0]).toEqual([...line("8,500 RMB m").slice(0, 5), "Delayed sites"]);
  expect(await host.deviations!()).toEqual({ overwritten: [], errors: [] });
  const { plan: saved } = await presentPlan(model, host, created, version);
  const rows = saved.sheets.find(({ name }) => name === SHEETS.journal)!.rows;
  expect(rows[JOURNAL_HEAD]!.cells.map((cell) => cell?.value ?? "")).toEqual(
    expect.arrayContaining(["Delayed sites", "8,500 RMB m", "capexEnvelope2026 base"]),
  );
  expect(rows[JOURNAL_HEAD + 2]!.cells.every((cell) => (cell?.value ?? "") === "")).toBe(true);
  end(univer);
});

test("a workbook whose journal does not tell of an input is given the line when it is shown", () => {
  const { host, univer } = headlessHost(followInputs(model, created, version, () => day));
  host.open(plan, plan, { onModel: [], sheets: [], styles: {}, names: [] });
  const inputs = readWorkbookInputs(model, host.live.reader());
  if (!("rows" in inputs)) throw new Error("The inputs of the shipped plan can't be read.");
  const rows = inputs.rows.map((row) =>
    row.driver.id === "capexEnvelope2026" ? { ...row, base: "9000" } : row,
  );
  const sheet = planWithInputs(model, { ...inputs, rows }, created, version, day).sheets.find(
    ({ name }) => name === SHEETS.journal,
  )!;
  expect(sheet.rows[JOURNAL_HEAD]!.cells.map((cell) => cell?.value)).toEqual(
    expect.arrayContaining([day, "Sheet", "9,000 RMB m"]),
  );
  end(univer);
});
