/** A name of a person's own that the model has as well: the grid keeps it, and nothing is built over it. */

import { followInputs } from "../../../src/workbench/followInputs";
import { headlessGrid } from "../../hostile/headlessGrid";
import { planOf, seededModel } from "../../support/seededModel";

const grid = headlessGrid();
const model = seededModel();
const whole = planOf(model);
const plan = { ...whole, sheets: whole.sheets.filter(({ name }) => ["Summary", "Inputs"].includes(name)) };

test.each(["KC_Inputs", "kc_scenario"])(
  "%s of one's own is left as it is, with words that lead on",
  async (name) => {
    const { host, univer } = grid.headlessHost(followInputs(model, "2026-11-22T00:00:00Z", "test"));
    await host.edit([
      { address: "Sheet1!A1", contents: 7 },
      { address: "Sheet1!A2", contents: `=${name}` },
    ]);
    host.book.commands.syncExecuteCommand("sheet.command.insert-defined-name", {
      unitId: host.book.workbook().getUnitId(),
      id: "mine",
      name,
      formulaOrRefString: "Sheet1!$A$1",
      localSheetId: "AllDefaultWorkbook",
    });
    const before = JSON.stringify(host.book.snapshot());
    expect(await host.write(plan)).toMatchObject({
      outcome: "failed",
      problem: {
        title: `The name ${name} is already in this workbook (Sheet1!$A$1) and is not part of the model.`,
      },
    });
    expect(JSON.stringify(host.book.snapshot())).toBe(before);
    host.book.commands.syncExecuteCommand("sheet.command.remove-defined-name", {
      unitId: host.book.workbook().getUnitId(),
      id: "mine",
    });
    expect(await host.write(plan)).toMatchObject({ outcome: "built" });
    expect(await host.write(plan)).toMatchObject({ problem: null });
    host.settle();
    grid.end(univer);
  },
);
