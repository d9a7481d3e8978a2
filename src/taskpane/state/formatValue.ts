import type { Unit } from "../../model";

/** Shown where a figure is not disclosed. */
export const NOT_DISCLOSED = "n/d";

const digits = (value: number, least: number, most = least): string =>
  Math.abs(value).toLocaleString("en-US", { minimumFractionDigits: least, maximumFractionDigits: most });

const signed = (value: number, text: string): string => (value < 0 && /[1-9]/.test(text) ? `−${text}` : text);

/** Percents with one decimal; below one percent with the second, so that 0.25% is not 0.3%. */
const percentDigits = (share: number): string => digits(share * 100, 1, Math.abs(share) < 0.00995 ? 2 : 1);

/** A number as the pane shows it, with a true minus sign and its unit where that is short: 12.5%, 1.52x, 2026Q2, 9,812. */
export function formatValue(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return NOT_DISCLOSED;
  switch (unit) {
    case "%":
      return signed(value, `${percentDigits(value)}%`);
    case "points":
      return signed(value, `${digits(value, 1)} pp`);
    case "x":
      return signed(value, `${digits(value, 2)}x`);
    case "quarter":
      return `${Math.floor(value / 10)}Q${value % 10}`;
    case "RMB m":
    case "m ADS":
    case "days":
      return signed(value, digits(value, Math.abs(value) < 100 && Math.abs(value) >= 0.05 ? 1 : 0));
    case "RMB per ADS":
    case "USD per ADS":
    case "HKD per share":
    case "index":
      return signed(value, digits(value, 2));
    default:
      return signed(value, digits(value, 0, 4));
  }
}

/** A number with its unit in full, for sentences and screen readers. */
export function formatWithUnit(value: number, unit: Unit): string {
  const text = formatValue(value, unit);
  const spoken: Partial<Record<Unit, string>> = {
    "RMB m": "RMB m",
    days: "days",
    quarters: "quarters",
    "m ADS": "m ADS",
    "RMB per ADS": "RMB per ADS",
    "USD per ADS": "USD per ADS",
    "HKD per share": "HKD per share",
  };
  return spoken[unit] === undefined || text === NOT_DISCLOSED ? text : `${text} ${spoken[unit]}`;
}

/** A value of an assumption with its unit: percentages keep their second decimal. */
export function formatInput(value: number, unit: Unit): string {
  return unit === "%" && Number.isFinite(value)
    ? signed(value, `${digits(value * 100, 1, 2)}%`)
    : formatWithUnit(value, unit);
}

/** A difference: percentages in points, amounts also relative to what they are compared with, where that says something. */
export function formatChange(value: number, reference: number, unit: Unit): string {
  const difference = value - reference;
  if (!Number.isFinite(difference)) return NOT_DISCLOSED;
  const plus = difference > 0 ? "+" : "";
  if (unit === "%")
    return Math.abs(difference) < 0.00005
      ? "no change"
      : `${plus}${signed(difference, percentDigits(difference))} pp`;
  const text = formatValue(difference, unit);
  if (!/[1-9]/.test(text)) return "no change";
  const relative =
    reference <= 0 || Math.abs(difference) > reference
      ? ""
      : ` (${plus}${signed(difference, digits((difference / Math.abs(reference)) * 100, 1))}%)`;
  return `${plus}${text}${unit === "x" ? "" : relative}`;
}
