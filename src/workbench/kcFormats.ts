import {
  findDriver,
  findSubject,
  KC_FUNCTIONS,
  type KcArgument,
  type KcFunctionName,
  type KcResult,
} from "../functions";
import type { Model, Unit } from "../model";
import { NUMBER_FORMATS } from "../workbook/styles";

/** Number formats of a KC function's cells, rows and columns from 0: those of the units that the workbook's own sheets use. */
export type KcFormats = (row: number, column: number) => string | undefined;

type Named = Readonly<Record<string, KcArgument>>;

/** The number formats of a call that has answered; cells without a number or a known unit have none. */
export function kcFormats(
  model: Model,
  name: KcFunctionName,
  args: readonly KcArgument[],
  result: KcResult,
): KcFormats {
  const given: Named = Object.fromEntries(
    KC_FUNCTIONS[name].parameters.map(({ name: at }, index) => [at, args[index]]),
  );
  const of = (unit: string | undefined): string | undefined =>
    NUMBER_FORMATS[unit as Unit] as string | undefined;
  const line = (): string | undefined => of(unitOfLine(model, given["line"]));
  const driver = (at: string): string | undefined =>
    of(given[at] == null ? undefined : findDriver(model, given[at]).driver.unit);
  const everywhere =
    (format: string | undefined): KcFormats =>
    () =>
      format;
  switch (name) {
    case "REVENUE":
      return everywhere(of("RMB m"));
    case "ECOSYSTEM_SHARE":
    case "GROWTH":
      return everywhere(of("%"));
    case "CAP":
      return everywhere(
        of(/^(?:utili[sz]ation|(?:上限)?使用率)$/i.test(String(given["measure"]).trim()) ? "%" : "RMB m"),
      );
    case "LINE":
    case "SERIES":
      return everywhere(line());
    case "BREAKEVEN":
      return everywhere(driver("driver"));
    case "SENSITIVITY": {
      const [across, down, body] = [driver("driver2"), driver("driver"), line()];
      return (row, column) => (row === 0 ? across : column === 0 ? down : body);
    }
    case "SOURCE": {
      const value = Array.isArray(result) ? result.findIndex(([label]) => label === "Value") : -1;
      const format = line();
      return (row, column) => (row === value && column === 1 ? format : undefined);
    }
    default:
      return everywhere(undefined);
  }
}

function unitOfLine(model: Model, argument: KcArgument): string {
  const subject = findSubject(model, argument);
  return subject.kind === "line" ? subject.line.unit : subject.metric.unit;
}
