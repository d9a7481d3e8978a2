import { LINE_BY_ID } from "../companies/kingsoftCloud";
import { AMOUNT_SCALES, type AmountScale } from "./amountScale";
import type { KnownBefore } from "./readRelease";
import { expectations } from "./unitSlip";

/** Factor either way within which a figure fits what is expected. */
const REACH = 3;
/** Share of the figures that must fit. */
const SHARE = 0.6;

/** The unit in which most figures are near the forecast or the year before; null where there is no such unit, or more than one. */
export function scaleThatFits(
  { expected }: KnownBefore,
  quarter: number,
  amounts: readonly { readonly line: string; readonly digits: string }[],
): AmountScale | null {
  const sized = amounts
    .map(({ line, digits }) => ({
      size: Math.max(...expectations(LINE_BY_ID.get(line)!, quarter, expected).map(Math.abs), 0),
      value: Math.abs(Number(digits)),
    }))
    .filter(({ size, value }) => size >= 1 && value > 0);
  const fitting = AMOUNT_SCALES.filter(({ power }) => {
    const near = sized.filter(({ size, value }) => {
      const ratio = (value * 10 ** (power - 6)) / size;
      return ratio > 1 / REACH && ratio < REACH;
    });
    return sized.length > 0 && near.length >= SHARE * sized.length;
  });
  return fitting.length === 1 ? fitting[0]! : null;
}
