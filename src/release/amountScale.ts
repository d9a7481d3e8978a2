/** A unit in which a release prints amounts. */
export interface AmountScale {
  readonly id: "single" | "thousands" | "tenThousands" | "millions" | "hundredMillions" | "billions";
  readonly words: string;
  /** Power of ten of RMB. */
  readonly power: number;
}

/** The units that a table may be in. */
export const AMOUNT_SCALES: readonly AmountScale[] = [
  { id: "thousands", words: "RMB thousands", power: 3 },
  { id: "millions", words: "RMB millions", power: 6 },
  { id: "single", words: "single RMB", power: 0 },
  { id: "tenThousands", words: "RMB ten thousands (万元)", power: 4 },
  { id: "hundredMillions", words: "RMB hundred millions (亿元)", power: 8 },
  { id: "billions", words: "RMB billions", power: 9 },
];

/** How each unit is stated; earlier ones win, since 百万元 ends in 万元. */
const STATED: readonly (readonly [RegExp, AmountScale["id"]])[] = [
  [
    /IN THOUSANDS|THOUSANDS OF|(?:RMB|CNY)\s*(?:IN\s+)?THOUSANDS?|(?:RMB|CNY)\s*['’]?\s*000|千元|以千[计計]|[千仟]为单位/,
    "thousands",
  ],
  [
    /IN MILLIONS|MILLIONS OF|(?:RMB|CNY)\s*(?:IN\s+)?(?:MILLIONS?|MN|M)\b|百[万萬]元|以百[万萬][计計]/,
    "millions",
  ],
  [/IN BILLIONS|(?:RMB|CNY)\s*(?:BILLIONS?|BN)\b|十[亿億]元/, "billions"],
  [/[亿億]元/, "hundredMillions"],
  [/[万萬]元/, "tenThousands"],
];

/** The unit that a text states for amounts, or null. */
export function statedScale(text: string): AmountScale | null {
  const plain = text.normalize("NFKC").toUpperCase();
  const id = STATED.find(([pattern]) => pattern.test(plain))?.[1];
  return AMOUNT_SCALES.find((scale) => scale.id === id) ?? null;
}
