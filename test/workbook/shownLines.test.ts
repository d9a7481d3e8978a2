import { precedents } from "../../src/formula";
import { LINES } from "../../src/companies/kingsoftCloud";
import { type LineItem } from "../../src/model";
import { layoutOf } from "../../src/workbook/layout";
import { formulaWords } from "./formulaWords";
import { formulasOf } from "./placedCells";
import { model, plan, SCENARIO_SHEETS } from "./realPlan";

/** Lines that the formulas of other lines read. */
function readLines(lines: readonly LineItem[]): ReadonlySet<string> {
  const read = (line: LineItem): readonly string[] =>
    [
      line.history?.(),
      line.opening?.(),
      line.forecast?.(),
      typeof line.annual === "function" ? line.annual() : undefined,
    ]
      .flatMap((formula) => (formula === undefined ? [] : precedents(formula)))
      .flatMap((each) => ("series" in each && each.series.id !== line.id ? [each.series.id] : []));
  return new Set(lines.flatMap(read));
}

/** Lines whose rows on the scenario sheets are read by a sheet that presents them: statements, Summary, comparison, checks. */
function shownLines(): ReadonlySet<string> {
  const lineOf = new Map([...layoutOf(model).scenario.line].map(([id, row]) => [row, id]));
  const shown = formulasOf(plan)
    .filter(({ sheet }) => !SCENARIO_SHEETS.includes(sheet.name))
    .flatMap(({ cell }) => formulaWords(cell.formula))
    .flatMap((word) =>
      word.kind === "reference" && word.sheet !== null && SCENARIO_SHEETS.includes(word.sheet)
        ? [lineOf.get(Number(/\d+/.exec(word.text.slice(word.text.lastIndexOf("!")))![0]))!]
        : [],
    );
  return new Set(shown);
}

const orphans = (lines: readonly LineItem[], shown: ReadonlySet<string>): readonly string[] => {
  const read = readLines(lines);
  // A line that is typed on Actuals stands there.
  return lines.flatMap(({ id, clock, typed }) =>
    clock !== undefined || read.has(id) || shown.has(id) || typed !== undefined ? [] : [id],
  );
};

test("every line is read by another or shown on a sheet beside those of the scenarios", () => {
  expect(orphans(LINES, shownLines())).toEqual([]);
});

test("a line that nothing reads and nothing shows would be seen", () => {
  const shown = shownLines();
  expect(shown.size).toBeGreaterThan(50);
  const orphan: LineItem = { ...LINES.find(({ id }) => id === "lostDemand")!, id: "orphan" };
  expect(orphans([...LINES, orphan], shown)).toEqual(["orphan"]);
});
