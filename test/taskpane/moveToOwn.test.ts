import {
  changedFromSeeds,
  entryOf,
  seededTable,
  valueOf,
  withEdits,
  type InputEdit,
} from "../../src/taskpane/state/inputTable";
import { moveToOwn, workInOwn } from "../../src/taskpane/state/moveToOwn";
import { seededModel } from "../support/seededModel";

const seeded = seededTable(seededModel());
const own = (scenario: InputEdit["scenario"], driver: string, value: string): InputEdit => ({
  ...{ scenario, driver, entry: { kind: "own", value } },
});
/** What a scenario assumes; how likely it is stays with it. */
const assumed = [...seeded.base.keys()].filter((driver) => driver !== "scenarioProbability");
const FLEX = ["capXiaomi2026", "capXiaomi2027", "capexEnvelope2026", "leasedShare"] as const;
const flexed = withEdits(
  seeded,
  FLEX.map((driver) => own("base", driver, String(Number(valueOf(seeded, "base", driver)) * 0.9))),
);

test("four values flexed in Base move to Custom: four differ there, and Base is as shipped", () => {
  const moved = withEdits(flexed, moveToOwn(flexed, seeded, "base", "custom"));
  expect(changedFromSeeds(moved, seeded, "base")).toEqual([]);
  expect(
    changedFromSeeds(moved, seeded, "custom")
      .map(({ driver }) => driver)
      .sort(),
  ).toEqual([...FLEX].sort());
  for (const driver of assumed)
    expect(Number(valueOf(moved, "custom", driver))).toBe(Number(valueOf(flexed, "base", driver)));
});

test("Custom stays as likely as it was", () => {
  const moved = withEdits(flexed, moveToOwn(flexed, seeded, "base", "custom"));
  expect([
    valueOf(moved, "base", "scenarioProbability"),
    valueOf(moved, "custom", "scenarioProbability"),
  ]).toEqual(["0.45", "0"]);
});

test("another scenario's own values come along, and it keeps those it was shipped with", () => {
  const table = withEdits(seeded, [own("upside", "capXiaomi2027", "4321")]);
  const moved = withEdits(table, moveToOwn(table, seeded, "upside", "custom"));
  expect(changedFromSeeds(moved, seeded, "upside")).toEqual([]);
  expect(entryOf(moved, "custom", "capXiaomi2027")).toEqual({ kind: "own", value: "4321" });
  for (const driver of assumed)
    expect(Number(valueOf(moved, "custom", driver))).toBe(Number(valueOf(table, "upside", driver)));
});

test("work in Custom is counted, and a formula of the analyst's there stays", () => {
  expect(workInOwn(seeded, seeded, "custom")).toBe(0);
  const table = withEdits(flexed, [
    own("custom", "renewalDelay", "2"),
    { scenario: "custom", driver: "leasedShare", entry: { kind: "calculated", value: "0.3" } },
  ]);
  expect(workInOwn(table, seeded, "custom")).toBe(1);
  const moved = withEdits(table, moveToOwn(table, seeded, "base", "custom"));
  expect(entryOf(moved, "custom", "leasedShare").kind).toBe("calculated");
  expect(entryOf(moved, "custom", "renewalDelay")).toEqual({ kind: "follows" });
});
