import { SCENARIOS } from "../../src/companies/kingsoftCloud";
import { INPUT_COLUMNS, inputColumnsOf } from "../../src/workbook/inputColumns";
import { namesInUse } from "../../src/workbook/scenarioNameCells";
import { SHEETS } from "../../src/workbook/sheetNames";
import { COLOURS } from "../../src/workbook/styles";
import { areaOf, cellAt, cellAtAddress, cellsOf, covers, sheetOf } from "./placedCells";
import { model, plan } from "./realPlan";

const inputs = sheetOf(plan, SHEETS.inputs);
const rowOfDriver = new Map(
  inputs.rows.flatMap((row, r) =>
    row.cells[1]?.style === "name" ? [[String(row.cells[1].value), r + 1] as const] : [],
  ),
);
/** A bound as its words say it. */
const said = (words = ""): number => parseFloat(words) / (words.endsWith("%") ? 100 : 1);
const lastScenario = INPUT_COLUMNS.firstScenario + SCENARIOS.length - 1;

describe.each(model.rows.map((row) => [row.driver.id, row] as const))(
  "input %s",
  (id, { driver, min, max, own, base }) => {
    const row = rowOfDriver.get(id)!;
    const cell = (column: number): ReturnType<typeof cellAt> => cellAt(inputs, row, column);

    it("has label, unit, range, tier, source and reason", () => {
      expect([
        cell(INPUT_COLUMNS.label)?.value,
        cell(INPUT_COLUMNS.unit)?.value,
        cell(INPUT_COLUMNS.min)?.value,
        cell(INPUT_COLUMNS.max)?.value,
      ]).toEqual([driver.label, driver.unit, Number(min), Number(max)]);
      for (const column of [
        inputColumnsOf(SCENARIOS).tier,
        inputColumnsOf(SCENARIOS).source,
        inputColumnsOf(SCENARIOS).reason,
      ])
        expect(String(cell(column)?.value).trim()).toMatch(/\w/);
    });

    it("is blue, filled and unlocked where typed, black where it follows Base", () => {
      for (const { id: scenario, number } of SCENARIOS) {
        const found = cell(INPUT_COLUMNS.firstScenario + number - 1)!;
        const style = plan.styles[found.style]!;
        const typed = scenario === "base" ? base : own[scenario];
        if (typed === null) {
          expect([found.formula, style.colour, style.fill, style.unlocked]).toEqual([
            `$G${row}`,
            COLOURS.ink,
            undefined,
            undefined,
          ]);
        } else {
          expect([found.formula, found.value, style.colour, style.fill, style.unlocked]).toEqual([
            undefined,
            Number(typed),
            COLOURS.input,
            COLOURS.inputFill,
            true,
          ]);
        }
      }
    });

    it("has one validation over all scenarios that allows exactly its range and says so", () => {
      const over = inputs.validations.filter(({ range }) =>
        covers(areaOf(range), row, INPUT_COLUMNS.firstScenario),
      );
      expect(over).toHaveLength(1);
      const [{ range, rule, prompt, error, promptTitle, errorTitle }] = over as [(typeof over)[number]];
      expect(areaOf(range)).toEqual({
        top: row,
        bottom: row,
        left: INPUT_COLUMNS.firstScenario,
        right: lastScenario,
      });
      if (rule.kind === "list")
        expect(
          rule.values.every(
            (code) =>
              Number(code) >= Number(min) && Number(code) <= Number(max) && /^20\d\d[1-4]$/.test(code),
          ),
        ).toBe(true);
      else
        expect(rule).toEqual({
          kind: driver.whole ? "whole" : "decimal",
          min: Number(min),
          max: Number(max),
        });
      for (const words of [prompt, error]) {
        const [, from, to] = /[Aa]llowed(?:: | is )(\S+) to (\S+)\.$/.exec(words)!;
        expect([from, to].map(said)).toEqual([min, max].map((bound) => expect.closeTo(Number(bound), 9)));
      }
      expect([promptTitle.length, errorTitle.length].every((length) => length > 0 && length <= 32)).toBe(
        true,
      );
    });
  },
);

test("the scenario selector is a blue, filled, unlocked cell with a list of the scenarios", () => {
  const summary = sheetOf(plan, SHEETS.summary);
  const selector = cellAtAddress(summary, plan.names.find(({ name }) => name === "KC_Scenario")!.range)!;
  expect(plan.styles[selector.style]).toMatchObject({
    colour: COLOURS.input,
    fill: COLOURS.inputFill,
    unlocked: true,
  });
  expect(summary.validations).toEqual([
    expect.objectContaining({
      range: "B4",
      rule: { kind: "listRange", formula: namesInUse(SCENARIOS) },
    }),
  ]);
  const [, names] = namesInUse(SCENARIOS).split("!");
  const area = areaOf(names!.replaceAll("$", ""));
  expect(
    SCENARIOS.map((_, place) => cellAt(sheetOf(plan, SHEETS.inputs), area.top, area.left + place)!.value),
  ).toEqual(SCENARIOS.map(({ name }) => name));
});

test("every unlocked number can be typed over within a validation", () => {
  const free = cellsOf(plan).filter(
    ({ sheet, row, column, cell }) =>
      plan.styles[cell.style]!.unlocked === true &&
      typeof cell.value === "number" &&
      !sheet.validations.some(({ range }) => covers(areaOf(range), row, column)),
  );
  expect(free.map(({ at }) => at)).toEqual([]);
});

test("a formula is never in an input cell, and blue is kept for what is typed", () => {
  const formulas = cellsOf(plan).filter(
    ({ cell }) =>
      cell.formula !== undefined &&
      [plan.styles[cell.style]!.colour === COLOURS.input, plan.styles[cell.style]!.unlocked].includes(true),
  );
  expect(formulas.map(({ at }) => at)).toEqual([]);
});
