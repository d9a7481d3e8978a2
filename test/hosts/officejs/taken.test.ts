/** Sheets and names that are another's in a workbook: neither building nor updating nor removing touches them, and words say what to do. */

import { excelHost } from "../../../src/hosts/officejs/excelHost";
import { bootOffice, type Running } from "../../officeHost/bootOffice";
import { IronCalculation } from "../../officeHost/calculation";
import { Person } from "../../officeHost/person";
import { contentOf, everything } from "./bookState";
import { smallPlan } from "./smallPlan";

let running: Running;
let person: Person;
const host = excelHost();

beforeEach(async () => {
  running = await bootOffice({ calculation: new IronCalculation() });
  person = new Person(running);
});
afterEach(() => {
  expect(running.host.missing).toEqual([]);
  running.close();
});

/** Gives a cell of a sheet of the person's own a name. */
function name(text: string, sheet: string, cell: string): void {
  const { names, worksheets } = running.host.workbook;
  names.add(text, worksheets.getItem(sheet).getRange(cell), "of another program");
}

const formulaOf = (text: string): string | undefined => running.book.names.get(text.toLowerCase())?.formula;

test.each(["KC_Inputs", "KC_Scenario", "kc_inputs"])(
  "a name %s of another program is left as it is, and nothing is built",
  async (taken) => {
    person.addSheet("Theirs");
    person.type("Theirs", "A1", 7);
    name(taken, "Theirs", "A1");
    const before = everything(running.book);
    expect(await host.inspect()).toMatchObject({ kind: "none" });
    const report = await host.write(smallPlan);
    expect(report).toMatchObject({ outcome: "failed", problem: { code: "ItemAlreadyExists" } });
    expect(report.problem?.title).toMatch(/^The name KC_\w+ is already in this workbook \(=Theirs!\$A\$1\)/);
    expect(everything(running.book)).toBe(before);
  },
);

test("another's KC_Inputs beside an own sheet called Inputs is no model: neither is touched", async () => {
  person.addSheet("Inputs");
  person.type("Inputs", "B4", 1);
  name("KC_Inputs", "Inputs", "B4");
  const before = everything(running.book);
  expect(await host.inspect()).toMatchObject({ kind: "none" });
  expect(await host.write(smallPlan)).toMatchObject({
    outcome: "failed",
    problem: { title: "A sheet called Inputs is already in this workbook and is not part of the model." },
  });
  expect(everything(running.book)).toBe(before);
});

test("an update that brings a name which is another's by now is refused; the model's own are set right", async () => {
  await host.write(smallPlan);
  person.addSheet("Theirs");
  name("KC_Consensus", "Theirs", "A1");
  const before = everything(running.book);
  const grown = {
    ...smallPlan,
    names: [...smallPlan.names, { name: "KC_Consensus", sheet: "Inputs", range: "B5", comment: "" }],
  };
  expect(await host.write(grown)).toMatchObject({
    outcome: "failed",
    problem: { code: "ItemAlreadyExists" },
  });
  expect(everything(running.book)).toBe(before);
  running.host.workbook.names.getItem("KC_Inputs").formula = "=Theirs!$A$1";
  expect(await host.write(smallPlan)).toMatchObject({ outcome: "updated" });
  expect(formulaOf("KC_Inputs")).toBe("=Inputs!$A$3:$D$5");
  expect(formulaOf("KC_Consensus")).toBe("=Theirs!$A$1");
});

test("an update that brings a sheet which is the person's own by now is refused", async () => {
  await host.write({ ...smallPlan, sheets: smallPlan.sheets.slice(0, 3), activeSheet: "Inputs" });
  person.addSheet("summary");
  person.type("summary", "A1", "mine");
  const before = everything(running.book);
  expect(await host.write(smallPlan)).toMatchObject({
    outcome: "failed",
    problem: { title: "A sheet called Summary is already in this workbook and is not part of the model." },
  });
  expect(everything(running.book)).toBe(before);
});

test("an own sheet with the name of a deleted one of the model is neither written over nor removed", async () => {
  await host.write(smallPlan);
  person.deleteSheet("Summary");
  person.addSheet("Summary");
  person.type("Summary", "A1", "mine");
  expect(await host.inspect()).toMatchObject({
    kind: "damaged",
    faults: ["The sheet Summary was deleted."],
  });
  const before = everything(running.book);
  expect(await host.write(smallPlan)).toMatchObject({
    outcome: "failed",
    problem: { title: "A sheet called Summary is already in this workbook and is not part of the model." },
  });
  expect(everything(running.book)).toBe(before);
  await host.remove();
  expect(running.book.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1", "Summary"]);
});

test("sheets to which another program gave new ids are the model's still", async () => {
  await host.write(smallPlan);
  person.type("Inputs", "B4", 3300);
  const ids = running.book.sheets.map((sheet) => sheet.id);
  running.book.sheets.forEach((sheet, index) => Object.assign(sheet, { id: `{new-${ids[index]!}}` }));
  expect(await host.inspect()).toMatchObject({ kind: "complete" });
  expect(await host.write(smallPlan)).toMatchObject({ problem: null });
  expect(contentOf(running.book, "Inputs!B4")).toBe(3300);
});

test("removing the model leaves names of others, also those that begin like ours", async () => {
  person.addSheet("Theirs");
  name("KC_Other", "Theirs", "A1");
  const before = everything(running.book);
  await host.write(smallPlan);
  await host.remove();
  expect(everything(running.book)).toBe(before);
});

test("without the record of what was written nothing is removed, and the words lead to where it can be", async () => {
  await host.write(smallPlan);
  running.book.customXml.clear();
  const before = everything(running.book);
  await expect(host.remove()).rejects.toMatchObject({ wayOut: expect.stringContaining("Update first") });
  expect(everything(running.book)).toBe(before);
  await host.write(smallPlan);
  await host.remove();
  expect(running.book.names.size).toBe(0);
});
