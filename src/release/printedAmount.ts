import { readNumber, type DecimalSign } from "../functions";

/** A figure as it is printed: decimal digits, whether a dash stands for it, and the power of ten of a unit beside it, as in 27亿. */
export interface PrintedAmount {
  readonly text: string;
  readonly digits: string;
  readonly dash: boolean;
  readonly power: number | null;
}

const CURRENCY = /^(?:RMB|CNY|US\$|USD|HK\$|HKD|[$¥]|人民币|人民幣|美元)\s*/i;
const DASH = /^[-\u2010-\u2015\u2212\uff0d]{1,2}$/;
const DIGITS = /^[-+(\s\u2212]*\d[\d.,' \u00a0’]*\s*(?:万|萬|亿|億|million|mn|m|bn|billion)?\s*\)?%?$/i;
const LONGEST = 40;

function plain(text: string): string {
  return text.normalize("NFKC").trim().replace(CURRENCY, "").trim();
}

/** Whether a cell holds a figure, a percentage or the dash that stands for nil. */
export function isAmountText(text: string): boolean {
  const body = text.length > LONGEST ? "" : plain(text);
  return DASH.test(body) || DIGITS.test(body);
}

/** Reads a printed figure; null where the cell holds none, a percentage, or one that can be read in two ways. */
export function printedAmount(text: string, decimals: DecimalSign): PrintedAmount | null {
  if (text.length > LONGEST) return null;
  const body = plain(text);
  if (DASH.test(body)) return { text: text.trim(), digits: "0", dash: true, power: null };
  const { readings, percent, power } = readNumber(
    body.replaceAll("萬", "万").replaceAll("億", "亿"),
    decimals,
  );
  const [digits, ...others] = readings;
  if (digits === undefined || others.length > 0 || percent) return null;
  return { text: text.trim(), digits, dash: false, power };
}

/**
 * The sign before decimals that a table writes: what its own figures prove, else the one given. 2,703,712 and 2,703.7
 * have a point before decimals, 2.703,7 a comma.
 */
export function decimalSignIn(texts: Iterable<string>, otherwise: DecimalSign): DecimalSign {
  let [point, comma] = [0, 0];
  for (const text of texts) {
    const body = text.length > LONGEST ? "" : plain(text).replace(/[()\s+-]/g, "");
    if (/^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/.test(body)) point += 1;
    if (/^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/.test(body)) comma += 1;
  }
  if (point === comma) return otherwise;
  return point > comma ? "." : ",";
}
