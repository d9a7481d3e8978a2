import { QUARTERLY_LINES, QUARTERS, TIMELINE } from "../companies/kingsoftCloud";
import { familyLabel, familyOf, quarterKey, type DriverRow, type Model } from "../model";
import { knownPlain, plainName, unknownName } from "./didYouMean";
import { findDriver } from "./findDriver";
import { inOtherWords } from "./otherWords";
import { badArgument, type KcArgument } from "./kcValue";
import { parseQuarter } from "./parsePeriod";

/** Finds an assumption's row by id or label, one of a quarter by "capexEnvelope@2026Q3". Throws #VALUE! that says what there is. */
export function findInput(model: Model, argument: KcArgument): DriverRow {
  const [, family, quarter] = typeof argument === "string" ? (/^([^@]*)@(.*)$/s.exec(argument) ?? []) : [];
  if (family === undefined || quarter === undefined) return findDriver(model, argument);
  const exact = model.quarterRows.find(({ driver }) => driver.id === argument);
  if (exact !== undefined) return exact;
  const plain = plainName(family);
  const labelOf = (each: (typeof QUARTERLY_LINES)[number]): string =>
    familyLabel(each.quarterly!.of[0]!.label);
  const line =
    QUARTERLY_LINES.find(
      (each) => knownPlain(familyOf(each)) === plain || knownPlain(labelOf(each)) === plain,
    ) ?? inOtherWords(plain, QUARTERLY_LINES, labelOf);
  if (line === undefined)
    throw badArgument(unknownName("assumption of quarters", family, QUARTERLY_LINES.map(familyOf)));
  const code = parseQuarter(quarter);
  const column = QUARTERS.findIndex((each) => each.label === `${Math.floor(code / 10)}Q${code % 10}`);
  const key = column < 0 ? undefined : quarterKey(line, column, TIMELINE);
  const found = model.quarterRows.find(({ driver }) => driver.id === key);
  if (found !== undefined) return found;
  const [first, last] = [model.quarterRows[0]!, model.quarterRows[model.quarterRows.length - 1]!].map(
    ({ driver }) => QUARTERS[driver.column]!.label,
  );
  throw badArgument(`${familyOf(line)} takes quarters from ${first} to ${last}, not '${quarter.trim()}'.`);
}
