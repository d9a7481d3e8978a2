/** A list of choices that names cells offers and takes what these cells hold at the moment, not what they held at the grid's last calculation. */

import { followInputs } from "../../../src/workbench/followInputs";
import { INPUT_COLUMNS } from "../../../src/workbook/inputColumns";
import { cellAddress, onSheet } from "../../../src/workbook/address";
import { SHEETS } from "../../../src/workbook/sheetNames";
import { NAME_ROWS } from "../../../src/workbook/scenarioNameCells";
import { SCENARIOS } from "../../../src/companies/kingsoftCloud";
import { headlessGrid } from "../../hostile/headlessGrid";
import { planOf, seededModel } from "../../support/seededModel";

const model = seededModel();
const plan = planOf(model);
const { headlessHost, choicesOf, end } = headlessGrid();

test("a scenario that has just been named stands in the selector's list, and is taken there", async () => {
  const { host, univer } = headlessHost(followInputs(model, "2026-11-28T00:00:00Z", "test"));
  host.open(plan, plan, { onModel: [], sheets: [], styles: {}, names: [] });
  const { sheet, area } = host.book.area("KC_Scenario");
  const at = { unitId: host.book.workbook().getUnitId(), sheetId: sheet.getSheetId() };
  const asked = (): ReturnType<typeof choicesOf> => choicesOf(univer, at, area.row - 1, area.column - 1);
  expect(await asked()).toEqual({ offered: SCENARIOS.map(({ name }) => name), verdict: "valid" });

  const own = SCENARIOS.find(({ isOwn }) => isOwn)!;
  const head = onSheet(
    SHEETS.inputs,
    cellAddress(NAME_ROWS.head, INPUT_COLUMNS.firstScenario + own.number - 1),
  );
  await host.edit([{ address: head, contents: [["Street"]] }]);
  await host.edit([{ address: "KC_Scenario", contents: [["Street"]] }]);
  expect(await asked()).toEqual({
    offered: SCENARIOS.map(({ id, name }) => (id === own.id ? "Street" : name)),
    verdict: "valid",
  });
  await host.edit([{ address: "KC_Scenario", contents: [["Nobody"]] }]);
  expect((await asked()).verdict).toBe("invalid");
  end(univer);
});
