/** Functions that take whole ranges; any other is given one cell of a range where a formula is not one of arrays. */
const TAKES_RANGES =
  /^(?:KC\..+|SUM|SUMSQ|SUMPRODUCT|(?:SUM|AVERAGE|COUNT|MAX|MIN)IFS?|AVERAGEA?|COUNTA?|COUNTBLANK|MAXA?|MINA?|PRODUCT|MEDIAN|MODE.*|STDEV.*|VAR.*|AVEDEV|DEVSQ|LARGE|SMALL|RANK.*|PERCENT.*|QUARTILE.*|SUBTOTAL|AGGREGATE|INDEX|X?MATCH|[VHX]?LOOKUP|OFFSET|ROWS|COLUMNS|AND|OR|XOR|CONCAT|TEXTJOIN|NPV|IRR|MIRR|XNPV|XIRR|CORREL|COVAR.*|SLOPE|INTERCEPT|RSQ|PEARSON|STEYX|FORECAST.*|TREND|GROWTH|LINEST|LOGEST|FREQUENCY|GEOMEAN|HARMEAN|TRIMMEAN|SKEW.*|KURT|Z\.?TEST|[TF]\.?TEST|ISREF|SHEET|AREAS|CELL|N|T)$/;

const CELL = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
/** Quoted texts, ranges and arrays, functions with their bracket, and the signs between arguments. */
const WORDS = new RegExp(
  [
    `(?<text>"(?:[^"]|"")*")`,
    String.raw`(?<area>(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:${CELL}:${CELL}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![\w(])|\$?\d+:\$?\d+)|\{[^}]*\})`,
    String.raw`(?<call>[\p{L}_][\p{L}\p{N}_.]*)?\(`,
    String.raw`(?<end>\))`,
    String.raw`(?<next>,)`,
    String.raw`(?<blank>\s+)`,
    String.raw`[\s\S]`,
  ].join("|"),
  "giu",
);

/** Whether a formula (with or without "=") calculates with a range as a whole where a program without arrays would take one cell of it. */
export function isArrayFormula(formula: string): boolean {
  const open: string[] = [];
  /** What stands before a range: the beginning of an argument, or something else. */
  let begins = false;
  let waiting = false;
  for (const { groups, 0: word } of formula.replace(/^=/, "").matchAll(WORDS)) {
    const { area, call, end, next, blank } = groups!;
    if (blank !== undefined) continue;
    // What follows a range that began an argument must end it.
    if (waiting && end === undefined && next === undefined) return true;
    waiting = false;
    if (area !== undefined) {
      if (!begins || !TAKES_RANGES.test(open.at(-1) ?? "")) return true;
      waiting = true;
    } else if (word.endsWith("(")) open.push((call ?? "").toUpperCase());
    else if (end !== undefined) open.pop();
    begins = word.endsWith("(") || next !== undefined;
  }
  return waiting;
}
