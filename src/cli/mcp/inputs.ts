import { z } from "zod";

/** Characters of the longest text that is read. */
const LONGEST = 300;
const MOST_VALUES = 40;

/** A text of a bounded length; `say` is what it must be, e.g. "line must be a text such as revenue". */
export function textInput(say: string): z.ZodString {
  return z.string({ error: `${say}.` }).max(LONGEST, { error: `${say} of at most ${LONGEST} characters.` });
}

/** The line that is asked about. */
export const lineInput = textInput("line must be a text such as revenue").describe(
  "A line of the model by id, label or common name, e.g. revenue, adjustedEbitda, 净利润; list_lines finds them.",
);

/** The period that is asked about. */
export const periodInput = z
  .union([z.string().max(LONGEST), z.int()], { error: "period must be a text such as FY2027 or 2026Q2." })
  .describe("In any habit: 2026Q2, 3Q25, FY2027, 1H26, LTM 2025Q4, 2026年一季度.");

/** The scenario that is asked about. */
export const scenarioInput = textInput("scenario must be the name of a scenario such as Base")
  .optional()
  .describe(
    "Downside, Base (when left out), Upside, Renewal delayed, Renewal lapses, Custom, Custom 2 or Custom 3; read from a workbook, also the name in use there.",
  );

/** Values for drivers, changed for this answer alone. */
export const overridesInput = z
  .record(
    z.string().max(LONGEST),
    z.union([z.number(), z.string().max(LONGEST)], {
      error: "a value must be a number in the model's unit or a text as a person types it, e.g. 15% or 3Q26.",
    }),
    { error: 'overrides must be an object of drivers and values, e.g. {"capXiaomi2027": 3500}.' },
  )
  .refine((given) => Object.keys(given).length <= MOST_VALUES, {
    error: `overrides takes at most ${MOST_VALUES} drivers.`,
  })
  .optional()
  .describe(
    'Driver values for this answer alone, e.g. {"capXiaomi2027": 3500, "renewalDelay": 2}. Numbers in the model\'s unit (0.15 is 15 %); texts as a person types them ("15%", "3,000", "3Q26"). list_drivers finds them.',
  );

/** Which part of a long list is asked for. */
export const pageInputs = {
  search: textInput("search must be a text")
    .optional()
    .describe("Words that the entry must hold, in any order."),
  offset: z
    .int({ error: "offset must be a whole number from 0." })
    .min(0, { error: "offset must be a whole number from 0." })
    .optional()
    .describe("Entries to leave out from the start; 0 when left out."),
  limit: z
    .int({ error: "limit must be a whole number from 1 to 100." })
    .min(1, { error: "limit must be a whole number from 1 to 100." })
    .max(100, { error: "limit must be a whole number from 1 to 100." })
    .optional()
    .describe("Entries to give at most; 40 when left out."),
};

/** A part of a list, and where the next begins. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly total: number;
  /** Offset of the next part, or null at the end. */
  readonly next: number | null;
}

/** The entries that hold every word searched for, from the offset on. */
export function pageOf<Entry>(
  entries: readonly Entry[],
  wordsOf: (entry: Entry) => string,
  asked: {
    readonly search?: string | undefined;
    readonly offset?: number | undefined;
    readonly limit?: number | undefined;
  },
): Page<Entry> {
  const words = (asked.search ?? "").normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries.filter((entry) => {
    const text = wordsOf(entry).normalize("NFKC").toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const [from, most] = [asked.offset ?? 0, asked.limit ?? 40];
  const next = from + most < found.length ? from + most : null;
  return { entries: found.slice(from, from + most), total: found.length, next };
}

/** Where a part of a list stands, in words. */
export function pageWords({ entries, total, next }: Page<unknown>, what: string): string {
  const more = next === null ? "" : `; the next from offset ${next}`;
  return `${entries.length} of ${total} ${what}${more}.`;
}
