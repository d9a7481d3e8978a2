import { shownDecimals } from "../../analysis";
import type { Unit } from "../../model";

/** Units that stand behind the digits. */
const SUFFIX: Partial<Record<Unit, string>> = { "%": "%", x: "x" };

/** A figure with the decimals of its unit whatever its size, so that a column of them adds up to the digit shown. */
export function formatFixed(value: number, unit: Unit): string {
  const decimals = shownDecimals(unit) - (unit === "%" ? 2 : 0);
  const text = Math.abs(unit === "%" ? value * 100 : value).toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return `${value < 0 && /[1-9]/.test(text) ? "−" : ""}${text}${SUFFIX[unit] ?? ""}`;
}

/** A part of a change with its sign; of a percentage in points. */
export function formatPart(value: number, unit: Unit): string {
  return `${value > 0 ? "+" : ""}${formatFixed(value, unit).replace("%", " pp")}`;
}
