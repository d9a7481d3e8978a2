import type { CellReader } from "../../analysis";
import { kingsoft, periodIndex, revenue, xiaomi, type LineItem } from "../../model";

/** One part of a stacked column; its look is a class of the style sheet, so that colour is never the only difference. */
export interface ColumnPart {
  readonly label: string;
  readonly look: "first" | "second" | "third" | "room" | "lost";
  readonly value: number;
}

/** One column of a chart; `mark` is a line across it, such as the Base total. */
export interface ChartColumn {
  readonly label: string;
  readonly parts: readonly ColumnPart[];
  readonly mark: number | null;
  /** Short text above the column. */
  readonly caption: string;
}

/** The party whose cap is drawn. */
export type Party = "xiaomi" | "kingsoft";

/** How revenue is cut. */
export type Lens = "product" | "customer";

const PARTIES = { xiaomi, kingsoft } as const;
const round = (value: number): string => (Math.round(value) + 0).toLocaleString("en-US");

/** Cap of each year: used, headroom, and demand that the cap keeps out on top; the mark is the cap in force at the year's end. */
export function capColumns(
  party: Party,
  values: CellReader,
  years: readonly number[],
): readonly ChartColumn[] {
  const lines = PARTIES[party];
  return years.map((year) => {
    const read = (line: LineItem): number => zeroIfUnknown(values.value(line.id, periodIndex(`FY${year}`)));
    const [limit, used] = [read(lines.cap), read(lines.used)];
    const room = Math.max(0, limit - used);
    return {
      label: `FY${year % 100}`,
      parts: [
        { label: "Used", look: "first", value: used },
        { label: "Headroom", look: "room", value: room },
        { label: "Demand above the cap", look: "lost", value: read(lines.lost) },
      ],
      mark: limit,
      caption: round(room),
    };
  });
}

/** Says in which quarter of each year a party's cap starts to bind. */
export function bindingWords(party: Party, values: CellReader, years: readonly number[]): string {
  const name = party === "xiaomi" ? "Xiaomi" : "Kingsoft";
  const quarters = years.flatMap((year) => {
    const quarter = values.value(PARTIES[party].bindingQuarter.id, periodIndex(`FY${year}`));
    return quarter > 0 ? [`${year}Q${quarter}`] : [];
  });
  if (quarters.length === 0) return `The ${name} cap does not bind.`;
  const last = quarters.pop()!;
  return `The ${name} cap binds from ${quarters.length === 0 ? last : `${quarters.join(", ")} and ${last}`} to the end of the year.`;
}

/** Revenue of each year by product or by customer; the mark is the total that it is compared with. */
export function revenueColumns(
  lens: Lens,
  values: CellReader,
  reference: CellReader,
  years: readonly number[],
): readonly ChartColumn[] {
  const cuts: readonly (readonly [LineItem, string, ColumnPart["look"]])[] =
    lens === "product"
      ? [
          [revenue.aiGrossBilling, "AI billing", "first"],
          [revenue.basicCloud, "Basic cloud", "second"],
          [revenue.enterprise, "Enterprise cloud", "third"],
        ]
      : [
          [revenue.ecosystem, "Ecosystem", "first"],
          [revenue.external, "External", "third"],
        ];
  return years.map((year) => {
    const column = periodIndex(`FY${year}`);
    return {
      label: `FY${year % 100}`,
      parts: cuts.map(([line, label, look]) => ({
        label,
        look,
        value: zeroIfUnknown(values.value(line.id, column)),
      })),
      mark: zeroIfUnknown(reference.value(revenue.total.id, column)),
      caption: round(values.value(revenue.total.id, column)),
    };
  });
}

function zeroIfUnknown(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
