import { FIGURE_TIES, LINES } from "../../src/companies/kingsoftCloud";
import { SHEETS } from "../../src/workbook/sheetNames";
import { cellAt, cellsOf, cellsOfSheet, sheetOf } from "./placedCells";
import { model, plan, SCENARIO_SHEETS, STATEMENT_SHEETS } from "./realPlan";

/** Units that count or name something: zero is a figure there, and none is negative. */
const COUNTED = ["quarters", "switch", "choice", "quarter", "year", "digits", "flag"];

const numbers = cellsOf(plan).filter(({ cell }) => typeof cell.value === "number");
const formatOf = (style: string): string => plan.styles[style]!.numberFormat ?? "General";

test("every number has a format", () => {
  expect(
    numbers
      .filter(({ cell }) => formatOf(cell.style) === "General")
      .map(({ at, cell }) => `${at} ${cell.style}`),
  ).toEqual([]);
});

test("formats put negatives in parentheses and show zero as a dash, but for counts, codes, dates and flags", () => {
  const amounts = Object.keys(plan.styles).filter(
    (style) =>
      style.includes("|") && !COUNTED.includes(style.split("|")[0]!) && style.split("|")[0] !== "date",
  );
  expect(amounts.length).toBeGreaterThan(60);
  for (const style of [...amounts, "percentInput", "percentFollowing", "tieDifference"]) {
    const [positive, negative, zero] = formatOf(style).split(";");
    expect([style, negative, zero]).toEqual([style, `(${positive!.replace(/_\)$/, "")})`, '"–"_)']);
  }
});

test("a negative number never shows a bare minus sign", () => {
  const bare = numbers.filter(
    ({ cell }) => Number(cell.value) < 0 && !/^[("]/.test(formatOf(cell.style).split(";")[1] ?? ""),
  );
  expect(bare.map(({ at, cell }) => `${at} ${cell.style}`)).toEqual([]);
});

test("no whole number shows a decimal point with nothing behind it", () => {
  const hanging = numbers.filter(
    ({ cell }) => /\.#/.test(formatOf(cell.style)) && Number.isInteger(cell.value),
  );
  expect(hanging.map(({ at, cell }) => `${at} ${formatOf(cell.style)}`).slice(0, 10)).toEqual([]);
});

test("an assumption of a quarter of a percent shows as 0.25%, not as 0.3%, on every scenario sheet", () => {
  const fine = SCENARIO_SHEETS.flatMap((name) =>
    cellsOfSheet(sheetOf(plan, name)).filter(
      ({ row, cell }) =>
        cell.style.startsWith("%|crossSheet") &&
        model.rows.some(({ driver }) => driver.id === cellAt(sheetOf(plan, name), row, 33)?.value),
    ),
  );
  expect(fine.length).toBeGreaterThan(100);
  expect([...new Set(fine.map(({ cell }) => formatOf(cell.style)))]).toEqual(['0.0#%_);(0.0#%);"–"_)']);
});

test("a typed figure of a source is shown with all its decimals", () => {
  const cut = numbers
    .filter(
      ({ sheet, cell }) =>
        cell.formula === undefined && (sheet.name === SHEETS.facts || sheet.name === SHEETS.reconciliation),
    )
    .filter(({ cell }) => {
      const format = formatOf(cell.style).split(";")[0]!;
      const shown = (/\.([0#]+)/.exec(format)?.[1]?.length ?? 0) + (format.includes("%") ? 2 : 0);
      return (
        Math.abs(Number(cell.value) - Number(Number(cell.value).toFixed(shown))) >
        1e-12 * Math.abs(Number(cell.value))
      );
    });
  expect(cut.map(({ at, cell }) => `${at} ${String(cell.value)} ${formatOf(cell.style)}`)).toEqual([]);
});

test.each([...SCENARIO_SHEETS, ...STATEMENT_SHEETS, SHEETS.history])(
  "every row of figures on %s shows its unit, and its format is that of the unit",
  (name) => {
    const sheet = sheetOf(plan, name);
    const units = new Map<string, string>([
      ...LINES.map((line) => [line.id, line.unit] as const),
      ...model.rows.map(({ driver }) => [driver.id, driver.unit] as const),
      ...FIGURE_TIES.map(({ whole }) => [`tie:${whole.id}`, whole.unit] as const),
    ]);
    for (const { row, cell } of cellsOfSheet(sheet).filter(
      ({ column, row: at, cell: { style } }) => column === 33 && at > 6 && style === "name",
    )) {
      const unit = units.get(String(cell.value))!;
      expect([cell.value, cellAt(sheet, row, 2)?.value]).toEqual([cell.value, unit]);
      // What Actuals types beside a tie is a tolerance with its own decimals.
      const from = name === SHEETS.history ? 3 : 2;
      const styles = sheet.rows[row - 1]!.cells.slice(from, 32).flatMap((each) =>
        each !== null && typeof each.value === "number" ? [each.style.split("|")[0]] : [],
      );
      expect([cell.value, ...new Set(styles)]).toEqual(
        styles.length === 0 ? [cell.value] : [cell.value, unit],
      );
    }
  },
);

test("the sign convention stands on the README and on each statement", () => {
  const words = cellsOfSheet(sheetOf(plan, SHEETS.readme))
    .map(({ cell }) => String(cell.value))
    .join("\n");
  expect(words).toMatch(/losses and outflows are negative, in parentheses; zero is a dash/);
  for (const name of [SHEETS.capex, SHEETS.income, SHEETS.balance, SHEETS.cash])
    expect(String(cellAt(sheetOf(plan, name), 3, 1)?.value)).toMatch(/[Pp]ositive/);
});
