/** Chinese numerals of quarters, halves, months and of the digits of a year. */
const NUMERALS: Readonly<Record<string, string>> = {
  〇: "0",
  零: "0",
  一: "1",
  二: "2",
  两: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
  十: "10",
  十一: "11",
  十二: "12",
};

const numeral = (text: string): string => NUMERALS[text] ?? text;
const digitByDigit = (text: string): string => [...text].map(numeral).join("");

type Rewriting = readonly [habit: RegExp, plain: string | ((...parts: string[]) => string)];

/** Chinese habits, in the order in which they are rewritten; numerals first. */
const CHINESE: readonly Rewriting[] = [
  [/[〇零一二三四五六七八九]{2,4}(?=年)/g, digitByDigit],
  [/(?:十[一二]?|[一二两三四五六七八九])(?=个|季|月|至|-)/g, numeral],
  [/(?<=[至-])(?:十[一二]?|[一二三四五六七八九])/g, numeral],
  [/至/g, "-"],
  [/[前首](\d)个?季度?/g, (_, count) => ` ${Number(count) * 3}M`],
  [/[前首](\d{1,2})个?月/g, " $1M"],
  [/第?(\d)季度?/g, " Q$1"],
  [/[上前]半年/g, " 1H"],
  [/[下后]半年/g, " 2H"],
  [/(\d{1,2})月?-(\d{1,2})月/g, " $1:$2"],
  [/(\d{4})年(\d{1,2})月(\d{1,2})[日号]/g, "$1-$2-$3"],
  [/(\d{4}|\d\d)年(\d{1,2})月份?/g, (_, year, month) => `${fourDigits(year!)}-${month!.padStart(2, "0")}`],
  [/(\d)(?:年度|财年|财政年度|年全年|全年|年)/g, "$1 "],
];

/** English and continental words, in the order in which they are rewritten. */
const WORDS: readonly Rewriting[] = [
  [/\b(?:OF|THE|IN|IM|DE|DU|DEL|DES)\b/g, " "],
  [/\bFIRST\b/g, "1"],
  [/\bSECOND\b/g, "2"],
  [/\bTHIRD\b/g, "3"],
  [/\bFOURTH\b/g, "4"],
  [/\bTHREE\b/g, "3"],
  [/\bSIX\b/g, "6"],
  [/\bNINE\b/g, "9"],
  [/\bTWELVE\b/g, "12"],
  [/\b(?:LAST|TRAILING)[\s-]*12[\s-]*MONTHS?\b/g, "LTM"],
  [/\bNEXT[\s-]*12[\s-]*MONTHS?\b/g, "NTM"],
  [/(?<!\d)(\d{1,2})[\s-]*(?:MONTHS?|MOS?|MONATE?|MOIS)\b/g, "$1M"],
  [/(?<!\d)([1-4])(?:ST|ND|RD|TH|[ºª.]|ER|E)?\s*(?:QUARTERS?|QTR|QUARTAL|TRIMESTRE|TRIM)\b/g, "$1Q"],
  [/\b(?:QUARTER|QTR|QUARTAL|TRIMESTRE|TRIM)\s*([1-4])(?!\d)/g, "Q$1"],
  [/(?<!\d)([12])(?:ST|ND|[ºª.]|ER|E)?\s*(?:HALF(?:[\s-]*YEAR)?|HY|HALBJAHR|SEMESTRE|SEMESTER)\b/g, "$1H"],
  [/\b(?:HALF|HY|HALBJAHR|SEMESTRE|SEMESTER)\s*([12])(?!\d)/g, "H$1"],
  [/\b(?:FULL|FISCAL|FINANCIAL)?[\s-]*YEAR\b/g, "FY"],
  [/\b(?:GESCHÄFTSJAHR|JAHR|EXERCICE|ANNÉE)\b/g, "FY"],
];

/**
 * A period as typed, in one spelling: upper case, plain digits, dashes and blanks, and the words of English, Chinese
 * and continental habits as the letters Q, H, M and FY. A stretch of months reads "1:9".
 */
export function periodText(typed: string): string {
  let text = typed
    .normalize("NFKC")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
    .replace(/[\u2010-\u2015\u2212~\u301C]/g, "-")
    .replace(/[‘’´`]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toUpperCase();
  if (/^(?:\S )+\S$/.test(text)) text = text.replaceAll(" ", "");
  const rewritings = /[\u4e00-\u9fff〇]/.test(text) ? CHINESE : WORDS;
  if (rewritings === CHINESE)
    text = text.replace(/(?<=[\u4e00-\u9fff〇]) | (?=[\u4e00-\u9fff])/g, "").replaceAll("個", "个");
  for (const [habit, plain] of rewritings) text = text.replace(habit, plain as string);
  return text.replace(/\s+/g, " ").trim();
}

/** The year that two or four digits mean. */
export function fullYear(digits: string): number {
  return Number(fourDigits(digits));
}

function fourDigits(digits: string): string {
  return digits.length === 2 ? `20${digits}` : digits;
}
