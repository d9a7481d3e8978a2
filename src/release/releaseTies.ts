import { say } from "../words";
import { FIGURE_TIES, FIGURE_TOLERANCE, LINE_BY_ID, REQUIRED } from "../companies/kingsoftCloud";

/** A sum that figures of one quarter must satisfy, by ids of lines. */
interface Tie {
  readonly words: string;
  readonly whole: readonly string[];
  readonly plus: readonly string[];
  readonly less: readonly string[];
  /** Taken off where they are among the figures. */
  readonly lessIfKnown?: readonly string[];
  readonly tolerance: number;
}

/** A sum that figures miss. */
export interface BrokenTie {
  /** What misses what by how much, in words. */
  readonly words: string;
  readonly lines: readonly string[];
}

const ids = (lines: readonly { readonly id: string }[]): readonly string[] => lines.map(({ id }) => id);

const TIES: readonly Tie[] = [
  ...FIGURE_TIES.map(({ label, whole, plus, less = [], lessIfKnown = [] }) => ({
    words: label,
    whole: [whole.id],
    plus: ids(plus),
    less: ids(less),
    lessIfKnown: ids(lessIfKnown),
    tolerance: FIGURE_TOLERANCE,
  })),
  {
    words: "Result before tax less operating result, interest, exchange and other income",
    whole: ["pretaxResult"],
    plus: ["operatingResult", "interestIncome", "foreignExchange", "otherIncome"],
    less: ["interestExpense"],
    tolerance: FIGURE_TOLERANCE,
  },
  {
    words: "Assets less liabilities and equity",
    whole: REQUIRED.assets,
    plus: REQUIRED.claims,
    less: [],
    tolerance: REQUIRED.tolerance,
  },
];

/** Every sum among these figures: whether it holds; sums of which a figure is missing are left out. */
function judged(
  figure: (line: string) => number | undefined,
): readonly (Tie & { readonly difference: number })[] {
  const sum = (lines: readonly string[] = [], otherwise = Number.NaN): number =>
    lines.reduce((total, line) => total + (figure(line) ?? otherwise), 0);
  return TIES.map((tie) => ({
    ...tie,
    difference: sum(tie.whole) - sum(tie.plus) + sum(tie.less) + sum(tie.lessIfKnown, 0),
  })).filter(({ difference }) => !Number.isNaN(difference));
}

const linesOf = ({ whole, plus, less, lessIfKnown = [] }: Tie): readonly string[] => [
  ...whole,
  ...plus,
  ...less,
  ...lessIfKnown,
];

/** Sums that figures of a quarter miss by more than the rounding of what is printed; `figure` gives RMB m, or undefined. */
export function brokenTies(figure: (line: string) => number | undefined): readonly BrokenTie[] {
  return judged(figure)
    .filter(({ difference, tolerance }) => Math.abs(difference) > tolerance)
    .map((tie) => ({
      words: say`${tie.words}: ${Number(tie.difference.toFixed(1)).toLocaleString("en-US")} RMB m are left.`,
      lines: linesOf(tie),
    }));
}

/** Lines whose figures take part in a sum that holds. */
export function tiedLines(figure: (line: string) => number | undefined): ReadonlySet<string> {
  return new Set(
    judged(figure)
      .filter(({ difference, tolerance }) => Math.abs(difference) <= tolerance)
      .flatMap(linesOf)
      .filter((id) => LINE_BY_ID.has(id)),
  );
}
