import { Exact } from "../formula";

/** The sign that a person's locale writes before decimals; null where the locale is not known. */
export type DecimalSign = "." | "," | null;

/** A typed number: what it can be, in decimal digits. No reading means that it is no number, several that it must be asked about. */
export interface NumberReading {
  readonly readings: readonly string[];
  /** Whether a percent sign stands beside it; the digits are as written. */
  readonly percent: boolean;
  /** Power of ten of a stated unit of count, e.g. 4 for 万, 6 for million, 8 for 亿; null where none is stated. */
  readonly power: number | null;
}

const LONGEST = 60;
const NONE: NumberReading = { readings: [], percent: false, power: null };

const POWERS: Readonly<Record<string, number>> = {
  万: 4,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  万亿: 12,
  M: 6,
  MN: 6,
  MM: 6,
  MILLION: 6,
  MILLIONS: 6,
  BN: 9,
  BILLION: 9,
  BILLIONS: 9,
};
const POWER = Object.keys(POWERS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const MONEY = "RMB|CNY|CN¥|¥|人民币|元";
const WHOLE = new RegExp(
  `^(\\()?\\s*([-+])?\\s*(?:${MONEY})?\\s*([-+])?\\s*` +
    `([\\d.,' ]*\\d[.,]?|\\d+(?:\\.\\d*)?E[-+]?\\d{1,2})\\s*(${POWER})?\\s*(?:${MONEY})?\\s*(%)?\\s*(\\))?\\s*(%)?\\s*(-)?$`,
);

/**
 * Reads a number as people type and paste it: 3,000 and 3 000, (3,030) and −45 for negatives, ￥3,000 and RMB 30亿,
 * 12.5 %, full-width digits and signs. A comma before decimals is read where the locale writes it so and asked about
 * elsewhere, and so is a point that may stand before thousands: "3.000" is 3 or 3000, "1,5" is 1.5 or 15.
 */
export function readNumber(typed: string, locale: DecimalSign = null): NumberReading {
  const text = typed
    .normalize("NFKC")
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, "")
    .replace(/[\u2010-\u2015\u2212\uFE58]/g, "-")
    .replace(/[’‘´`]/g, "'")
    .replaceAll("。", ".")
    .replace(/\s+/g, " ")
    .trim()
    .toUpperCase();
  const match = text.length > LONGEST ? null : WHOLE.exec(text);
  if (match === null) return NONE;
  const [, open, sign, signAfter, body, power, percent, close, percentAfter, signLast] = match;
  const minus = [open, sign, signAfter, signLast].filter((each) => each !== undefined && each !== "+");
  const broken = (open === undefined) !== (close === undefined) || minus.length > 1;
  const twice = percent !== undefined && percentAfter !== undefined;
  const isPercent = percent !== undefined || percentAfter !== undefined;
  if (broken || twice || (isPercent && power !== undefined)) return NONE;
  const readings = magnitudes(body!.trim(), locale).map((digits) =>
    new Exact(minus.length === 1 ? `-${digits}` : digits).plus(0).toFixed(),
  );
  return {
    readings: [...new Set(readings)],
    percent: isPercent,
    power: power === undefined ? null : POWERS[power]!,
  };
}

/** The decimal sign of a locale such as "de-DE"; null for one that writes neither point nor comma. */
export function decimalSignOf(locale: string): DecimalSign {
  try {
    const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
    const sign = parts.find(({ type }) => type === "decimal")?.value;
    return sign === "." || sign === "," ? sign : null;
  } catch {
    return null;
  }
}

/** What digits with separators can be, the likelier first. */
function magnitudes(body: string, locale: DecimalSign): readonly string[] {
  if (/E/.test(body)) return [body];
  const [english, continental] = [written(body, "."), written(body, ",")];
  if (!/[.,]/.test(body)) return english?.exact === true ? [english.digits] : [];
  if (english?.exact && continental?.exact && english.digits !== continental.digits) {
    // One separator before three digits: thousands to those who write it so, else the start of decimals.
    const isGroup = body.includes(locale === "," ? "." : ",");
    const [own, other] = locale === "," ? [continental, english] : [english, continental];
    return isGroup ? [own.digits] : [own.digits, other.digits];
  }
  if (english?.exact) return [english.digits];
  if (!continental?.exact) return [];
  return locale === "," || english === null ? [continental.digits] : [continental.digits, english.digits];
}

interface Written {
  readonly digits: string;
  /** Whether every group has its three digits. */
  readonly exact: boolean;
}

/** Digits when a sign stands before decimals and every other separator between thousands; null where the sign stands twice. */
function written(body: string, decimal: "." | ","): Written | null {
  const parts = body.split(decimal);
  if (parts.length > 2) return null;
  const [whole = "", decimals = ""] = parts;
  const plain = (part: string): string => part.replace(/\D/g, "");
  const groups = whole.split(/[.,' ]/);
  const separators = new Set(whole.replace(/\d/g, ""));
  const grouped =
    groups.length === 1 ||
    (/^[1-9]\d{0,2}$/.test(groups[0]!) && groups.slice(1).every((group) => /^\d{3}$/.test(group)));
  const digits = `${plain(whole) || "0"}.${plain(decimals) || "0"}`;
  return { digits, exact: grouped && separators.size <= 1 && /^\d*$/.test(decimals) };
}
