import type { CellReader } from "../../analysis";
import type { LineItem, Model } from "../../model";
import { COST_LINES } from "../../release";
import { moreIsBetter } from "../../workbook/beatLines";
import { QUARTER_BLOCKS } from "./quarterLines";

/** A reported figure beside what it is compared with, in the unit of its line. */
export interface BeatOrMiss {
  readonly line: LineItem;
  readonly reported: number;
  /** The estimate as it stood before the quarter was known. */
  readonly estimate: number;
  readonly quarterBefore: number;
  readonly yearBefore: number;
  /** Whether the difference is welcome; null where there is none to a tenth, or none can be told. */
  readonly better: boolean | null;
}

/** Known figures of a quarter against the estimate; what belongs to the balance sheet is left out. */
export function beatOrMiss(
  { data }: Pick<Model, "data">,
  estimate: CellReader,
  quarter: number,
): readonly BeatOrMiss[] {
  return QUARTER_BLOCKS.filter(({ id }) => id !== "sheet").flatMap(({ lines }) =>
    lines.flatMap((line) => {
      const figure = data.figure(line.id, quarter)?.value;
      if (figure === undefined) return [];
      const [reported, expected] = [Number(figure), estimate.value(line.id, quarter)];
      const difference = Math.round((reported - expected) * 10);
      return [
        {
          line,
          reported,
          estimate: expected,
          quarterBefore: estimate.value(line.id, quarter - 1),
          yearBefore: estimate.value(line.id, quarter - 4),
          better:
            !moreIsBetter(line) || Number.isNaN(difference) || difference === 0
              ? null
              : difference > 0 !== COST_LINES.has(line.id),
        },
      ];
    }),
  );
}
