import { nameInUse } from "../../src/workbook/scenarioNameCells";
import { SHEETS } from "../../src/workbook/sheetNames";
import { INPUT_COLUMNS } from "../../src/workbook/inputColumns";
import {
  FIGURE_TOLERANCE,
  firstQuarterOf,
  LINES,
  PERIODS,
  SCENARIOS,
  REQUIRED,
} from "../../src/companies/kingsoftCloud";
import { guidancePlaces } from "../../src/workbook/guidancePlaces";
import { AXIS, HEADER } from "../../src/workbook/axis";
import { KNOWLEDGE_WORDS } from "../../src/workbook/knowledgeRows";
import {
  CHOICE_COLUMN,
  CONSENSUS_COLUMNS,
  consensusPlaces,
  SINCE_ROW,
} from "../../src/workbook/consensusPlaces";
import { layoutOf } from "../../src/workbook/layout";
import { stateOf } from "../../src/workbook/sheetFrame";
import { stateWordsRow } from "../../src/workbook/timelineRow";
import { formulaWords, referencesOf } from "./formulaWords";
import { cellAt, cellsOfSheet, formulasOf, isHindcast, isKept, sheetOf, typedNumbersOf } from "./placedCells";
import { model, plan, SCENARIO_SHEETS, STATEMENT_SHEETS } from "./realPlan";
import { axis } from "../support/axis";

const SOURCES: readonly string[] = [SHEETS.inputs, SHEETS.timeline, SHEETS.facts, SHEETS.reconciliation];
const scenarioNumber = { row: 7, column: 3 };

test("numbers are typed on Inputs, Timeline, Facts and Reconciliation, as scenario numbers, as tolerances of ties and balance sheets, as errors of the hindcast, as days of estimates and as estimates of before, and nowhere else", () => {
  const elsewhere = typedNumbersOf(plan).filter(({ sheet }) => !SOURCES.includes(sheet.name));
  const scenarios = elsewhere.filter(
    ({ sheet, row, column }) =>
      SCENARIO_SHEETS.includes(sheet.name) && row === scenarioNumber.row && column === scenarioNumber.column,
  );
  expect(scenarios.map(({ sheet, cell }) => [sheet.name, cell.value])).toEqual(
    SCENARIO_SHEETS.map((name, index) => [name, index + 1]),
  );

  const checks = cellsOfSheet(sheetOf(plan, SHEETS.checks));
  const ties = checks.find(({ cell }) => cell.value === "Rounding allows")!;
  const tolerances = elsewhere.filter(
    ({ sheet, row, column }) => sheet.name === SHEETS.checks && column === ties.column && row > ties.row,
  );
  expect(tolerances.length).toBeGreaterThan(50);
  const { known, ties: tieRows } = layoutOf(model).history;
  const limits = elsewhere.filter(
    ({ sheet, column }) => sheet.name === SHEETS.history && column === AXIS.value,
  );
  expect(limits.map(({ row, cell }) => [row, cell.value])).toEqual([
    [known.lines, REQUIRED.assets.length + REQUIRED.claims.length],
    [known.whole, REQUIRED.tolerance],
    ...tieRows.map((row) => [row, FIGURE_TOLERANCE]),
  ]);
  const hindcasts = elsewhere.filter(isHindcast);
  expect(hindcasts.length).toBeGreaterThan(50);
  const estimates = elsewhere.filter(
    ({ sheet, row, column }) =>
      sheet.name === SHEETS.consensus &&
      (row === SINCE_ROW ? column === CHOICE_COLUMN : column === CONSENSUS_COLUMNS.date),
  );
  expect(estimates.length).toBe(
    1 + consensusPlaces(model).shipped.length + guidancePlaces(model).shipped.length,
  );
  const allowed = new Set(
    [...scenarios, ...tolerances, ...limits, ...hindcasts, ...estimates, ...elsewhere.filter(isKept)].map(
      ({ at }) => at,
    ),
  );
  expect(elsewhere.filter(({ at }) => !allowed.has(at)).map(({ at }) => at)).toEqual([]);
});

test("Inputs and Timeline calculate nothing: their formulas follow the Base column, what is typed for quarters or what is known on Actuals, show the header, or are the names in use", () => {
  const base =
    /^\$G\d+$|^IF\(ISNUMBER\(('Actuals'![A-Z]+\d+)\),\1,""\)$|^INDEX\(\$D\$(\d+):\$D\$\d+,1\+(MIN\()?'Actuals'![A-Z]+\$\d+(:[A-Z]+\$\d+\))?,1\)$/;
  const quarters =
    /^COLUMNS\(\$F\$(\d+):[F-Z]\$\1\)$|^IF\(ISNUMBER\((INDEX\('Quarterly inputs'!\$([A-Z]+)\d+:\$\3\d+,[F-Z]\$\d+\))\),\2,IF\(AND\(([F-Z])(\d+)=\$G\5,ISNUMBER\(('Quarterly inputs'!\$\3\d+)\)\),\6,""\)\)$/;
  const others = formulasOf(plan).filter(
    ({ sheet, cell }) =>
      (sheet.name === SHEETS.inputs || sheet.name === SHEETS.timeline) &&
      !base.test(cell.formula) &&
      !quarters.test(cell.formula),
  );
  expect(others.map(({ sheet, cell }) => `${sheet.name}: ${cell.formula}`).sort()).toEqual(
    [
      "Inputs: 'Checks'!$C$4",
      ...SCENARIOS.map((scenario) => `Inputs: ${nameInUse(SCENARIOS, scenario)}`),
      "Inputs: INDEX($F$6:$M$6,1,'Summary'!$B$5)",
      "Timeline: 'Checks'!$C$4",
      "Timeline: INDEX('Inputs'!$F$6:$M$6,1,'Summary'!$B$5)",
    ].sort(),
  );
});

test("a state is a word of the Timeline sheet, by its number on Actuals; of a year the least of its quarters", () => {
  const sheet = sheetOf(plan, SHEETS.timeline);
  const words = KNOWLEDGE_WORDS.map(
    (_, state) => cellAt(sheet, stateWordsRow(model.spec) + state, AXIS.firstYear)?.value,
  );
  expect(words).toEqual(KNOWLEDGE_WORDS);
  const row = layoutOf(model).history.known.state;
  const range = `$D$${stateWordsRow(model.spec)}:$D$${stateWordsRow(model.spec) + KNOWLEDGE_WORDS.length - 1}`;
  PERIODS.forEach((period, index) => {
    const shown = cellAt(sheet, HEADER.flag, axis.column(index))!;
    const first = firstQuarterOf(period.year);
    const at = (column: number): string => `${axis.letters(column)}$${row}`;
    const number =
      period.kind === "quarter" ? `'Actuals'!${at(index)}` : `MIN('Actuals'!${at(first)}:${at(first + 3)})`;
    expect([period.label, shown.formula, shown.value]).toEqual(
      first < 0
        ? [period.label, undefined, "Actual"]
        : [period.label, `INDEX(${range},1+${number},1)`, KNOWLEDGE_WORDS[stateOf(index, model)]],
    );
  });
});

test("statements and Summary calculate no line: each figure is a cell of a scenario sheet or of a statement", () => {
  const chosen = `CHOOSE\\('Summary'!\\$B\\$5(?:,'[^']+'![A-Z]+\\d+){${SCENARIO_SHEETS.length}}\\)`;
  const statements = formulasOf(plan).filter(
    ({ sheet, row }) => STATEMENT_SHEETS.includes(sheet.name) && row > 6,
  );
  expect(statements.length).toBeGreaterThan(3000);
  expect(
    statements
      .filter(({ cell }) => !new RegExp(`^${chosen}$`).test(cell.formula))
      .map(({ at, cell }) => `${at} =${cell.formula}`),
  ).toEqual([]);
  const summary = formulasOf(plan).filter(({ sheet, row }) => sheet.name === SHEETS.summary && row > 6);
  const figures = summary.filter(
    ({ cell }) => !formulaWords(cell.formula).some(({ kind }) => kind === "text"),
  );
  expect(figures.length).toBeGreaterThan(150);
  expect(figures.filter(({ cell }) => formulaWords(cell.formula).length !== 1).map(({ at }) => at)).toEqual(
    [],
  );
  const sentences = summary.filter((placed) => !figures.includes(placed));
  const read = new Set(
    sentences.flatMap(({ cell }) => referencesOf(cell.formula).map(({ sheet }) => sheet ?? SHEETS.summary)),
  );
  expect([...read].filter((name) => !STATEMENT_SHEETS.includes(name))).toEqual([]);
});

test("the arithmetic of the model stands on the scenario sheets, which read no statement", () => {
  const presenting: readonly string[] = [
    ...STATEMENT_SHEETS,
    SHEETS.summary,
    SHEETS.comparison,
    SHEETS.checks,
  ];
  const wrong = formulasOf(plan)
    .filter(({ sheet, row }) => SCENARIO_SHEETS.includes(sheet.name) && row > 6)
    .filter(({ sheet, cell }) =>
      formulaWords(cell.formula).some(
        (word) =>
          word.kind === "reference" &&
          word.sheet !== null &&
          (presenting.includes(word.sheet) ||
            (SCENARIO_SHEETS.includes(word.sheet) && word.sheet !== sheet.name)),
      ),
    );
  expect(wrong.map(({ at }) => at)).toEqual([]);
});

test("every assumption is entered once: one row on Inputs, one link a scenario sheet", () => {
  const inputs = cellsOfSheet(sheetOf(plan, SHEETS.inputs)).filter(
    ({ row, column, cell }) =>
      row <= layoutOf(model).inputs.lastRow && column === INPUT_COLUMNS.driver && cell.style === "name",
  );
  const names = inputs.map(({ cell }) => String(cell.value));
  expect([...names].sort()).toEqual(model.rows.map(({ driver }) => driver.id).sort());
  const links = new Map<string, number>();
  for (const { cell } of formulasOf({ ...plan, sheets: [sheetOf(plan, "Base")] }))
    links.set(cell.formula, (links.get(cell.formula) ?? 0) + 1);
  for (const { row, cell } of inputs)
    expect([cell.value, links.get(`INDEX('Inputs'!$F${row}:$M${row},1,$C$7)`)]).toEqual([cell.value, 1]);
});

test("every figure is entered once: one row a fact, one row a period of history", () => {
  const ids = cellsOfSheet(sheetOf(plan, SHEETS.facts))
    .filter(({ row, column }) => column === 1 && row > 5)
    .map(({ cell }) => cell.value);
  expect(ids).toEqual(model.seeds.facts.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(SCENARIO_SHEETS)("every line of the model stands once on %s, with its unit", (name) => {
  const sheet = sheetOf(plan, name);
  const rows = cellsOfSheet(sheet).filter(
    ({ column, row, cell }) => column === 33 && row > 6 && cell.style === "name",
  );
  const drivers = model.rows.map(({ driver }) => driver.id);
  expect(rows.map(({ cell }) => cell.value).sort()).toEqual(
    [...drivers, ...LINES.map(({ id }) => id)].sort(),
  );
  const units = new Map([
    ...LINES.map((line) => [line.id, line.unit] as const),
    ...model.rows.map(({ driver }) => [driver.id, driver.unit] as const),
  ]);
  expect(
    rows
      .filter(({ row, cell }) => cellAt(sheet, row, 2)?.value !== units.get(String(cell.value)))
      .map(({ at }) => at),
  ).toEqual([]);
});

test("the scenario sheets are alike but for the scenario's number, its name in title and footer, and cached values", () => {
  const [first, ...others] = SCENARIO_SHEETS.map((name) => {
    const { name: _, rows, print, ...rest } = sheetOf(plan, name);
    const bare = rows.map(({ cells, height }, r) => ({
      height,
      cells: cells.map((cell, c) => {
        if (cell === null) return null;
        if (cell.formula !== undefined) return { formula: cell.formula, style: cell.style };
        const own = (r === 0 && c === 0) || (r + 1 === scenarioNumber.row && c + 1 === scenarioNumber.column);
        return own ? { style: cell.style } : cell;
      }),
    }));
    return { ...rest, rows: bare, print: { ...print, footerRight: "" } };
  });
  for (const other of others) expect(other).toEqual(first);
});
