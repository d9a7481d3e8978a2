import type { Addressing, Scalar, Series } from "../../src/formula";
import { columnLetters, columnNumber } from "../../src/workbook/address";
import { DRIVERS, firstQuarterOf, LINES, PERIODS, QUARTERS } from "../../src/companies/kingsoftCloud";

const FIRST_COLUMN = 5;
const ROW = new Map(LINES.map((line, index) => [line.id, index + 6]));
const DRIVER_ROW = new Map(DRIVERS.map((driver, index) => [driver.id, index + 6]));

/** Addresses of a plain worksheet: one row a line, one column a period, assumptions on a sheet of their own. */
export function addressingOf(column: number, opening: number): Addressing {
  const letters = (at: number): string => columnLetters(FIRST_COLUMN + at);
  const row = (series: Series): number => ROW.get(series.id)!;
  const range = (series: Series, from: number, to: number): string =>
    `$${letters(from)}${row(series)}:$${letters(to)}${row(series)}`;
  const scalar = ({ id }: Scalar): string => `'Inputs'!$C$${DRIVER_ROW.get(id)!}`;
  const first = firstQuarterOf(PERIODS[column]!.year);
  return {
    series: (series, shift) => `${letters(column + shift)}${row(series)}`,
    fact: (series) => `'Actuals'!${letters(column)}${row(series)}`,
    known: (series) => `ISNUMBER('Actuals'!${letters(column)}${row(series)})`,
    scalar,
    scalars: (scalars) =>
      `${scalar(scalars[0]!)}:${scalar(scalars[scalars.length - 1]!).replace("'Inputs'!", "")}`,
    allQuarters: (series) => range(series, 0, QUARTERS.length - 1),
    forecastQuarters: (series) => range(series, opening + 1, QUARTERS.length - 1),
    quartersOfYear: (series) => `${letters(first)}${row(series)}:${letters(first + 3)}${row(series)}`,
    lastQuarterOfYear: (series) => `${letters(first + 3)}${row(series)}`,
  };
}

/** Formula text with every cell reference written relative to a cell, as R1C1: L20 seen from M22 is R[-2]C[-1]. */
export function toR1C1(a1: string, row: number, column: number): string {
  return a1.replace(
    /'[^']*'|\b[A-Z]+(?=\()|(\$?)([A-Z]{1,3})(\$?)(\d+)/g,
    (
      text,
      fixedColumn: string | undefined,
      letters: string | undefined,
      fixedRow: string,
      digits: string,
    ) => {
      if (letters === undefined) return text;
      const at = columnNumber(letters);
      const r = fixedRow === "$" ? `R${digits}` : relative("R", Number(digits) - row);
      return r + (fixedColumn === "$" ? `C${at}` : relative("C", at - column));
    },
  );
}

/** Worksheet row and column of a line in a period. */
export function placeOf(lineId: string, column: number): { readonly row: number; readonly column: number } {
  return { row: ROW.get(lineId)!, column: FIRST_COLUMN + column };
}

function relative(letter: string, by: number): string {
  return by === 0 ? letter : `${letter}[${by}]`;
}
