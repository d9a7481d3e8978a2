/** Marks, units of code and names that are the same in every language. */
const SAME_EVERYWHERE = [
  // What stands between braces in a proof, addresses of the web, names of files.
  /\{[^{}]*\}/g,
  /https?:\/\/\S+/g,
  /\b[\w-]+\.(xlsx|csv|json|ts|md)\b/g,
  // Ids: tie:revenue, revenueExternal, xiaomiDemandGrowth2027@2026Q3, c-2q25-unit, KC_Inputs, KC.REVENUE.
  /\bKC[._][A-Za-z_]+/g,
  /(?<![\w-])[a-z]+([.:@][\w-]+)+/g,
  /(?<![\w-])[a-z]+[A-Z0-9][\w]*([.:@_-][\w]+)*/g,
  /(?<![\w-])c(-[a-z0-9]+)+/g,
  // Periods and dates: FY2026, 2026Q1, LTM2026Q1, 3Q25, 1H25, Q1.
  /(?<!\w)(FY|LTM)?(19|20)\d\d([QH]\d)?(?!\w)/g,
  /(?<!\w)\d[QH]\d\d(?!\w)/g,
  /(?<!\w)[QH]\d(?!\w)/g,
];

/** Tells whether a text is the same in every language: no word is left of it without numbers, periods, ids and the given names. */
export function needsNoWords(names: readonly string[]): (text: string) => boolean {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  return (text) => {
    if (!/[A-Za-z]{2}/.test(text)) return true;
    let rest = text;
    for (const name of longestFirst) rest = rest.replaceAll(name, " ");
    for (const mark of SAME_EVERYWHERE) rest = rest.replaceAll(mark, " ");
    return !/[A-Za-z]{2}/.test(rest);
  };
}
