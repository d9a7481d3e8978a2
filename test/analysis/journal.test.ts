import {
  changesSince,
  exactInput,
  JOURNAL_ROOM,
  withChanges,
  type InputChange,
  type JournalInputs,
  type JournalLine,
} from "../../src/analysis";
import { periodIndex, SHIPPED_NAMES } from "../../src/companies/kingsoftCloud";
import { lineKey, type Model } from "../../src/model";
import { seededModel } from "../support/seededModel";

const model: Model = seededModel();

/** The inputs as shipped, with what a test changes. */
function inputs(changed: Partial<JournalInputs> = {}, own: Record<string, string> = {}): JournalInputs {
  return {
    own: (driver, scenario) => {
      const row = model.rows.find((each) => each.driver.id === driver)!;
      return own[`${driver} ${scenario}`] ?? (scenario === "base" ? row.base : row.own[scenario]);
    },
    quarters: {},
    typed: new Map(),
    names: SHIPPED_NAMES,
    ...changed,
  };
}

const found = (lines: readonly JournalLine[], now: JournalInputs): readonly InputChange[] =>
  changesSince(model, lines, now);
const at = (when: string, door = "Pane", why = "") => ({ when, door: () => door, why });
const change = (from: string, to: string, key = "x base"): InputChange => ({
  ...{ key, what: "X", scenario: "Base", from, to },
});

test("as shipped there is nothing to tell", () => {
  expect(found([], inputs())).toEqual([]);
});

test("an assumption is told with all of its digits, from what ships to what it holds", () => {
  const now = inputs({}, { "capexEnvelope2026 base": "9000.25", "taxRate upside": "0.155" });
  const seeded = model.rows.find(({ driver }) => driver.id === "capexEnvelope2026")!;
  expect(found([], now)).toContainEqual({
    key: "capexEnvelope2026 base",
    what: seeded.driver.label,
    scenario: "Base",
    from: exactInput(seeded.base, "RMB m"),
    to: "9,000.25 RMB m",
  });
  expect(exactInput("0.155", "%")).toBe("15.5%");
  expect(exactInput("0.07", "%")).toBe("7%");
  expect(exactInput("20263", "quarter")).toBe("2026Q3");
});

test("quarters, typed figures and a name are told in words", () => {
  const quarter = periodIndex("2026Q2");
  const typed = new Map([
    [lineKey("revenue", quarter), "2950"],
    [lineKey("grossProfit", quarter), "330.5"],
    [lineKey("adjustedEbitda", quarter), "880"],
  ]);
  const now = inputs({
    typed,
    quarters: { upside: new Map([["capexEnvelope@2026Q3", "2000"]]) },
    names: new Map(SHIPPED_NAMES).set("custom", "Cap is lifted"),
  });
  const told = new Map(found([], now).map(({ key, from, to, scenario }) => [key, [scenario, from, to]]));
  expect(told.get("capexEnvelope@ upside")).toEqual(["Upside", "nothing typed", "2026Q3 2,000 RMB m"]);
  expect(told.get("figures 2026Q2")).toEqual(["", "nothing typed", "3 figures, sum 4,160.5"]);
  expect(told.get("name custom")).toEqual(["Cap is lifted", "Custom", "Cap is lifted"]);
  const one = new Map([[lineKey("revenue", quarter), "2950"]]);
  expect(found([], inputs({ typed: one }))[0]!.to).toBe("Total revenue 2,950 RMB m");
});

test("what the journal tells is not told again; what goes back to what ships is", () => {
  const now = inputs({}, { "capexEnvelope2026 base": "9000" });
  const lines = withChanges([], found([], now), at("2026-11-01"));
  expect(lines).toHaveLength(1);
  expect(found(lines, now)).toEqual([]);
  const [back] = found(lines, inputs());
  expect(back).toMatchObject({ from: "9,000 RMB m", key: "capexEnvelope2026 base" });
  const two = withChanges(lines, [back!], at("2026-11-02"));
  expect(two.map(({ when, from, to }) => [when, from, to])).toEqual([
    ["2026-11-01", back!.to, "9,000 RMB m"],
    ["2026-11-02", "9,000 RMB m", back!.to],
  ]);
});

test("changes of one input on one day by one door are one line, and one taken back leaves none", () => {
  const day = at("2026-11-01");
  const one = withChanges([], [change("1", "2")], day);
  const moved = withChanges(one, [change("2", "3")], day);
  expect(moved.map(({ from, to }) => [from, to])).toEqual([["1", "3"]]);
  expect(withChanges(moved, [change("3", "1")], day)).toEqual([]);
  const reasoned = moved.map((line) => ({ ...line, why: "call with the company" }));
  expect(withChanges(reasoned, [change("3", "1")], day)).toMatchObject([
    { from: "1", to: "1", why: "call with the company" },
  ]);
  // Another door, another day or another input has a line of its own.
  expect(withChanges(one, [change("2", "3")], at("2026-11-01", "Sheet"))).toHaveLength(2);
  expect(withChanges(one, [change("2", "3")], at("2026-11-02"))).toHaveLength(2);
  expect(withChanges(one, [change("1", "3", "y base")], day)).toHaveLength(2);
});

test("a reason given with figures goes with them when they are taken back", () => {
  const day = at("2026-11-01", "Pane", "2Q26 results, 2026-08-20");
  const lines = withChanges([], [change("nothing typed", "3 figures, sum 9")], day);
  expect(lines[0]!.why).toBe("2Q26 results, 2026-08-20");
  expect(withChanges(lines, [change("3 figures, sum 9", "nothing typed")], day)).toEqual([]);
});

test("a full journal folds earlier lines of an input into its next one, and keeps what each input was last", () => {
  let lines: readonly JournalLine[] = [];
  for (let day = 0; day < JOURNAL_ROOM + 5; day++)
    lines = withChanges(
      lines,
      [change(`${day}`, `${day + 1}`)],
      at(`day ${day}`, "Pane", day === 1 ? "first" : ""),
    );
  expect(lines).toHaveLength(JOURNAL_ROOM);
  expect(lines[0]).toMatchObject({ from: "0", why: "first" });
  expect(lines.at(-1)!.to).toBe(`${JOURNAL_ROOM + 5}`);
  lines.slice(1).forEach((line, place) => expect(line.from).toBe(lines[place]!.to));
});

test("what finds no room is left out, and nothing that stands is lost", () => {
  const many = Array.from({ length: JOURNAL_ROOM }, (_, place) => change("1", "2", `input ${place}`));
  const full = withChanges([], many, at("2026-11-01"));
  expect(withChanges(full, [change("1", "2", "one more")], at("2026-11-02"))).toEqual(full);
  // A line that a person wrote is never folded.
  const note: JournalLine = { ...full[0]!, key: "", what: "My own note" };
  const noted = [note, note, ...full.slice(2)];
  expect(withChanges(noted, [change("2", "3", "input 5")], at("2026-11-02")).slice(0, 2)).toEqual([
    note,
    note,
  ]);
});
