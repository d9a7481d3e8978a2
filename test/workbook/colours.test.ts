import { isEstimated } from "../../src/workbook/estimatedCells";
import { COLOURS } from "../../src/workbook/styles";
import { LINE_BY_ID, PERIODS, periodIndex } from "../../src/companies/kingsoftCloud";
import { HEADER } from "../../src/workbook/axis";
import { SHEETS } from "../../src/workbook/sheetNames";
import { referencesOf } from "./formulaWords";
import { FACT_COLUMNS } from "../../src/workbook/factsSheetPlan";
import { KNOWLEDGE_WORDS } from "../../src/workbook/knowledgeRows";
import { cellAt, cellsOf, formulasOf, isHindcast, isKept, sheetOf, typedNumbersOf } from "./placedCells";
import { model, plan } from "./realPlan";
import { axis } from "../support/axis";

/** Looks with a colour of their own, which say another thing: heads of periods and scenarios, marks, sentences. */
const OWN_LOOK = /^(period|periodEnd|state|notDisclosed|subtitle|headingName)$/;

const colourOf = (style: string): string => plan.styles[style]!.colour ?? COLOURS.ink;

test("every cell has a known style, and every style is there to be used", () => {
  expect(
    cellsOf(plan)
      .filter(({ cell }) => plan.styles[cell.style] === undefined)
      .map(({ at }) => at),
  ).toEqual([]);
});

/** Whether a cell shows what nobody reported: a fact that is guidance or a broker's figure, or a past period's figure that an assumption moves. */
function isEstimate({
  sheet,
  row,
  column,
  cell: { formula },
}: ReturnType<typeof formulasOf>[number]): boolean {
  const line = cellAt(sheet, row, axis.lineName)?.value;
  const index = PERIODS.findIndex((_, each) => axis.column(each) === column);
  const item = LINE_BY_ID.get(String(line));
  return (item !== undefined && isEstimated(model, item, index)) || bringsGuidance(formula);
}

function bringsGuidance(formula: string): boolean {
  const [, row] = /^'Facts'!\$I\$(\d+)$/.exec(formula) ?? [];
  if (row === undefined) return false;
  const basis = cellAt(sheetOf(plan, SHEETS.facts), Number(row), FACT_COLUMNS.basis)?.value;
  return basis === "guidance" || basis === "broker";
}

test("a formula with a reference to another sheet is green, any other is black, and guidance, a broker's figure or an estimate has a colour of its own", () => {
  const wrong = formulasOf(plan)
    .filter(({ cell }) => !OWN_LOOK.test(cell.style))
    .flatMap((placed) => {
      const { at, cell } = placed;
      const abroad = referencesOf(cell.formula).some(({ sheet }) => sheet !== null);
      const colour = abroad ? COLOURS.crossSheet : COLOURS.ink;
      const expected = isEstimate(placed) ? COLOURS.estimate : colour;
      return colourOf(cell.style) === expected ? [] : [`${at} ${cell.style} =${cell.formula}`];
    });
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(formulasOf(plan).filter(({ cell }) => bringsGuidance(cell.formula)).length).toBeGreaterThan(0);
});

test.each([
  ["revenueXiaomi", "2024Q1", true],
  ["revenueKingsoft", "2025Q3", true],
  ["externalAi", "2025Q1", true],
  ["costIdc", "2025Q4", true],
  ["revenueXiaomi", "2026Q2", false],
  ["revenueEcosystem", "2024Q1", false],
  ["revenue", "FY2024", false],
  ["cash", "2025Q4", false],
  ["totalAssets", "2025Q4", false],
  ["expensesReported", "2025Q4", false],
  ["netResult", "FY2025", false],
])("%s of %s is an estimate inside what is reported: %s", (line, period, expected) => {
  expect(isEstimated(model, LINE_BY_ID.get(line)!, periodIndex(period))).toBe(expected);
});

test("a typed number is blue, but for what only describes: allowed ranges and the calendar", () => {
  const describing = ({ sheet, column }: ReturnType<typeof typedNumbersOf>[number]): boolean =>
    sheet.name === SHEETS.timeline || (sheet.name === SHEETS.inputs && (column === 4 || column === 5));
  const wrong = typedNumbersOf(plan).filter(
    (placed) =>
      !describing(placed) &&
      !isHindcast(placed) &&
      !isKept(placed) &&
      colourOf(placed.cell.style) !== COLOURS.input,
  );
  expect(wrong.map(({ at, cell }) => `${at} ${cell.style}`).slice(0, 20)).toEqual([]);
});

test("colour is never alone: inputs are filled, heads say how much is known in word and fill, alarms show a word or a number", () => {
  const bare = typedNumbersOf(plan).filter(
    ({ cell }) =>
      colourOf(cell.style) === COLOURS.input && plan.styles[cell.style]!.fill !== COLOURS.inputFill,
  );
  expect(bare.map(({ at, cell }) => `${at} ${cell.style}`).slice(0, 20)).toEqual([]);
  const heads = cellsOf(plan).filter(({ row, cell }) => row === HEADER.flag && cell.style === "state");
  expect(heads.length).toBeGreaterThan(100);
  for (const { at, sheet, cell } of heads) {
    const looks = sheet.conditionalFormats.filter(({ formula }) =>
      formula.endsWith(`="${String(cell.value)}"`),
    );
    expect([at, looks.length]).toEqual([at, 1]);
  }
  const fills = sheetOf(plan, SHEETS.income).conditionalFormats.filter(({ formula }) =>
    KNOWLEDGE_WORDS.some((word) => formula.endsWith(`="${word}"`)),
  );
  expect(new Set(fills.map(({ fill }) => fill)).size).toBe(KNOWLEDGE_WORDS.length);
  for (const { colour, fill } of plan.sheets.flatMap(({ conditionalFormats }) => conditionalFormats))
    expect(fill).not.toBe(colour);
});

test("text and fill are far enough apart to be read", () => {
  const faint = Object.entries(plan.styles).filter(
    ([, { colour, fill }]) => contrast(colour ?? COLOURS.ink, fill ?? COLOURS.white) < 4.5,
  );
  expect(faint.map(([name]) => name)).toEqual([]);
  const faintAlarms = plan.sheets.flatMap(({ name, conditionalFormats }) =>
    conditionalFormats
      .filter(({ colour, fill }) => contrast(colour, fill) < 4.5)
      .map(({ range }) => `${name}!${range}`),
  );
  expect(faintAlarms).toEqual([]);
});

/** Contrast ratio of two colours as the Web Content Accessibility Guidelines define it. */
function contrast(one: string, other: string): number {
  const light = (hex: string): number =>
    [0, 2, 4]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index]!, 0);
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}
