import { CAP_PARTIES, type CapParty, type CellReader } from "../../analysis";
import {
  capacity,
  external,
  firstQuarterOf,
  periodIndex,
  PERIODS,
  revenue,
} from "../../companies/kingsoftCloud";
import type { LineItem } from "../../model";
import { wordIn } from "../../words";

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

/** How revenue is cut. */
export type Lens = "product" | "customer";

const round = (value: number): string => (Math.round(value) + 0).toLocaleString("en-US");

/** Cap of each year: used, headroom, and demand that the cap keeps out on top; the mark is the cap in force at the year's end. */
export function capColumns(
  party: CapParty,
  values: CellReader,
  years: readonly number[],
): readonly ChartColumn[] {
  const { lines } = CAP_PARTIES[party];
  return years.map((year) => {
    const read = (line: LineItem): number => zeroIfUnknown(values.value(line.id, periodIndex(`FY${year}`)));
    const [limit, used] = [read(lines.cap), read(lines.used)];
    const room = Math.max(0, limit - used);
    return {
      label: `FY${year % 100}`,
      parts: [
        { label: wordIn("Used", "cap"), look: "first", value: used },
        { label: "Headroom", look: "room", value: room },
        { label: "Demand above the cap", look: "lost", value: read(lines.lost) },
      ],
      mark: limit,
      caption: round(room),
    };
  });
}

/** A party's demand by quarter: what the cap lets in and what it keeps out; the mark is the quarter's part of what the year may still use. */
export function pacingColumns(
  party: CapParty,
  values: CellReader,
  quarters: readonly number[],
): readonly ChartColumn[] {
  const { lines } = CAP_PARTIES[party];
  return quarters.map((quarter) => {
    const read = (line: LineItem): number => zeroIfUnknown(values.value(line.id, quarter));
    const lost = read(lines.lost);
    return {
      label: shortQuarter(quarter),
      parts: [
        { label: "Within the cap", look: "first", value: read(lines.revenue) },
        { label: "Demand above the cap", look: "lost", value: lost },
      ],
      mark: Math.min(read(lines.paced), read(lines.left)),
      // Eight columns leave room for four digits.
      caption: lost > 0.5 ? String(Math.round(lost)) : "",
    };
  });
}

/** AI capacity of each year: billed to the ecosystem and to others, idle, and demand that it turns away; the mark is what the fleet could bill. */
export function capacityColumns(values: CellReader, years: readonly number[]): readonly ChartColumn[] {
  return years.map((year) => {
    const first = firstQuarterOf(year);
    const sum = (line: LineItem): number =>
      [0, 1, 2, 3].reduce((total, offset) => total + zeroIfUnknown(values.value(line.id, first + offset)), 0);
    const [installed, ofEcosystem, ofOthers] = [
      sum(capacity.installed),
      sum(capacity.ecosystemServed),
      sum(external.aiServed),
    ];
    return {
      label: `FY${year % 100}`,
      parts: [
        { label: "Ecosystem", look: "first", value: ofEcosystem },
        { label: "External", look: "third", value: ofOthers },
        { label: "Idle", look: "room", value: Math.max(0, installed - ofEcosystem - ofOthers) },
        { label: "Turned away", look: "lost", value: sum(external.aiUnserved) },
      ],
      mark: installed,
      caption: installed === 0 ? "" : `${Math.round(((ofEcosystem + ofOthers) / installed) * 100)}%`,
    };
  });
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

/** A quarter in four characters, 3Q26. */
function shortQuarter(column: number): string {
  const [, year = "", quarter = ""] = /^20(\d\d)Q(\d)$/.exec(PERIODS[column]!.label) ?? [];
  return `${quarter}Q${year}`;
}
