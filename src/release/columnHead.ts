/** What the head of a column of figures says. */
export interface ColumnHead {
  /** The quarter that its period ends with, e.g. 2026Q2; null where it names none. */
  readonly quarter: string | null;
  /** Months that its period spans; null where it does not say, as over a balance sheet. */
  readonly months: number | null;
  /** Whether it is in another currency than RMB. */
  readonly foreign: boolean;
  /** Whether it holds changes or notes instead of figures. */
  readonly aside: boolean;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const MONTH = `(${MONTHS.join("|")})[A-Z]*\\.?`;
const YEAR = "(20\\d\\d)";
const ORDER: Readonly<Record<string, string>> = {
  FIRST: "1",
  SECOND: "2",
  THIRD: "3",
  FOURTH: "4",
  一: "1",
  二: "2",
  三: "3",
  四: "4",
};

/** Every way to name the end of a quarter; each gives year and quarter, or null where it ends in another month. */
const PERIODS: readonly (readonly [string, (...parts: string[]) => string | null])[] = [
  [`${MONTH}\\s*\\d{1,2}\\s*,?\\s*${YEAR}`, (month, year) => ofMonth(year!, MONTHS.indexOf(month!) + 1)],
  [`\\d{1,2}\\s*${MONTH}\\s*,?\\s*${YEAR}`, (month, year) => ofMonth(year!, MONTHS.indexOf(month!) + 1)],
  [`${MONTH}[-\\s']*${YEAR}`, (month, year) => ofMonth(year!, MONTHS.indexOf(month!) + 1)],
  [`${YEAR}\\s*年?\\s*第?\\s*([一二三四1-4])\\s*季度?`, (year, quarter) => ofQuarter(year!, quarter!)],
  [`${YEAR}\\s*年\\s*(\\d{1,2})\\s*月`, (year, month) => ofMonth(year!, Number(month))],
  [`${YEAR}[-/.](\\d{1,2})[-/.]\\d{1,2}`, (year, month) => ofMonth(year!, Number(month))],
  [`${YEAR}\\s*Q\\s*([1-4])`, (year, quarter) => ofQuarter(year!, quarter!)],
  [`Q\\s*([1-4])\\s*'?${YEAR}`, (quarter, year) => ofQuarter(year!, quarter!)],
  [`Q\\s*([1-4])\\s*'?(\\d\\d)(?!\\d)`, (quarter, year) => ofQuarter(`20${year}`, quarter!)],
  [`([1-4])\\s*Q\\s*'?${YEAR}`, (quarter, year) => ofQuarter(year!, quarter!)],
  [`([1-4])\\s*Q\\s*'?(\\d\\d)(?!\\d)`, (quarter, year) => ofQuarter(`20${year}`, quarter!)],
  [
    `(FIRST|SECOND|THIRD|FOURTH)\\s+QUARTER\\s+(?:OF\\s+)?(?:FISCAL\\s+)?${YEAR}`,
    (quarter, year) => ofQuarter(year!, quarter!),
  ],
];
const ANY = new RegExp(PERIODS.map(([source]) => source.replace(/\((?!\?)/g, "(?:")).join("|"), "g");
const EACH = PERIODS.map(([source, build]) => [new RegExp(`^(?:${source})$`), build] as const);

function ofMonth(year: string, month: number): string | null {
  return month >= 3 && month <= 12 && month % 3 === 0 ? `${year}Q${month / 3}` : null;
}

function ofQuarter(year: string, quarter: string): string {
  return `${year}Q${ORDER[quarter] ?? quarter}`;
}

/** Letters of a head as they are compared: upper case, half width, Chinese numerals of years and days as digits. */
function plainHead(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[〇零一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year].map((sign) => "零一二三四五六七八九".indexOf(sign === "〇" ? "零" : sign)).join(""),
    )
    .replace(/十二月/g, "12月")
    .replace(/([三六九])月/g, (_, month: string) => `${{ 三: 3, 六: 6, 九: 9 }[month]}月`)
    .replace(/(?<=月)\s*[一二三十]{1,3}\s*日/g, "30日")
    .replace(/[‘’`´]/g, "'");
}

/** Ends of periods that a text names, in order. */
export function periodsIn(text: string): readonly (string | null)[] {
  return [...plainHead(text).matchAll(ANY)].map(([found]) => {
    for (const [pattern, build] of EACH) {
      const match = pattern.exec(found);
      if (match) return build(...match.slice(1));
    }
    return null;
  });
}

/** Months that a text speaks of, or null. */
export function monthsIn(text: string): number | null {
  const plain = plainHead(text);
  if (
    /TWELVE\s+MONTHS|YEARS?\s+ENDED|FISCAL\s+YEAR|12\s*M(?:ONTHS)?\b|[十12]{1,2}二?个月|年度|全年|\bFY\s*\d/.test(
      plain,
    ) &&
    !/[三六九369]\s*[个個]月/.test(plain)
  )
    return 12;
  if (/NINE\s+MONTHS|9\s*M(?:ONTHS)?\b|[九9]\s*[个個]月|前三季度/.test(plain)) return 9;
  if (/SIX\s+MONTHS|6\s*M(?:ONTHS)?\b|HALF|[12]H\s*'?\d\d|[六6]\s*[个個]月|半年/.test(plain)) return 6;
  return /THREE\s+MONTHS|3\s*M(?:ONTHS)?\b|QUARTER|\dQ|Q\d|[三3]\s*[个個]月|季度/.test(plain) ? 3 : null;
}

/** Currencies that a text names, in order: whether each is another than RMB. */
export function currenciesIn(text: string): readonly boolean[] {
  return [...plainHead(text).matchAll(/US\$|USD|HK\$|HKD|美元|港元|RMB|CNY|人民[币幣]/g)].map(
    ([found]) => !/RMB|CNY|人民/.test(found),
  );
}

/** Whether nothing but periods, currencies and the words between them stands in a text. */
export function isHead(text: string): boolean {
  const plain = plainHead(text);
  const left = plain
    .replace(ANY, " ")
    .replace(new RegExp(`${MONTH}\\s*\\d{1,2}\\s*,?`, "g"), " ")
    .replace(/\b20\d\d\b|\b[12]H\s*'?\d\d\b|\d+\s*日/g, " ")
    .replace(
      /US\$|USD|HK\$|RMB|CNY|人民[币幣]|[百万千萬]*美元|千元|百万元|百萬元|未经审计|未經審計|未经审核|未經審核|截至|止|[三六九十]+[个個]月|年度|季度|于|於|\b(?:FOR|THE|THREE|SIX|NINE|TWELVE|MONTHS?|QUARTERS?|YEARS?|ENDED|AS|AT|OF|AND|UNAUDITED|AUDITED|NOTES?|IN|THOUSANDS|MILLIONS?|YOY|QOQ|CHANGE)\b|同比|环比|附注|附註/g,
      " ",
    );
  return plain.trim() !== "" && !/[\p{L}\d]/u.test(left);
}

/** Head of a column from the texts above it. */
export function columnHead(text: string): ColumnHead {
  const periods = periodsIn(text).filter((each) => each !== null);
  const plain = plainHead(text);
  return {
    quarter: periods.at(-1) ?? null,
    months: monthsIn(text),
    foreign: currenciesIn(text).includes(true) && !currenciesIn(text).includes(false),
    aside: /%|YOY|QOQ|CHANGE|VARIANCE|\bNOTES?\b|同比|[环環]比|变动|變動|附[注註]/.test(plain),
  };
}
