import { figuresKey, type KeptEstimate } from "../../analysis";
import { HostProblem, type RangeEdit, type RangeReading } from "../../hosts/port";
import { LINE_BY_ID, periodIndex } from "../../companies/kingsoftCloud";
import { lineKey, type TypedFigures } from "../../model";
import { cellAddress, onSheet } from "../../workbook/address";
import { SHEETS } from "../../workbook/sheetNames";
import { say } from "../../words";
import type { LinkedParts } from "../pane";
import type { QuarterPreview } from "../state/quarterPreview";
import type { AppliedQuarter, QuarterState } from "../state/quarterState";
import { journalStep, untold, type JournalStep } from "./journalSheet";
import { freePlace, keptEdits } from "./keptSheet";
import { actualsPlaces, actualsRange } from "./readActualsSheet";
import { publishedEdits } from "./publishedEdits";
import {
  readReleases,
  RELEASES_SHEET,
  releasesSheet,
  withReleases,
  type SourcedFigure,
} from "./releasesList";

/** Sheets of the name that are looked at for one that is the list's own. */
const MOST_NAMES = 9;

/** Writes the figures of a preview into Actuals, their sources into the list and the estimate before them into a free place, in one step. Throws a HostProblem, and leaves the cells as they were. */
export async function applyQuarter(
  parts: LinkedParts,
  { quarter, figures }: QuarterPreview,
  { source, date, entries }: QuarterState,
  before: KeptEstimate | null,
): Promise<AppliedQuarter> {
  const { model, link, port } = parts;
  await link.look();
  const { sheet, reading } = await readActuals(parts);
  const places = actualsPlaces(model, reading.values);
  const column = periodIndex(quarter);
  const cells = [...figures].map(([id, value]) => {
    const line = LINE_BY_ID.get(id)!;
    const place = places?.(line, column) ?? null;
    if (place === null)
      throw new HostProblem(
        "place",
        say`The sheet ${sheet} has no cell for ${line.label} in ${quarter}.`,
        "Update the model on the Build tab, then apply again.",
      );
    const [row, across] = place;
    return {
      line: id,
      edit: { address: onSheet(sheet, cellAddress(row + 1, across + 1)), contents: Number(value) },
      before: reading.formulas[row]?.[across] ?? "",
    };
  });
  const list = await readList(parts);
  const kept = before === null ? [] : await keepBefore(parts, before);
  const days = await publishedEdits(parts, column, [...figures.keys()], date);
  const added = [...figures].map(([line, value]): SourcedFigure => ({
    quarter,
    line,
    value: Number(value),
    source: source.trim(),
    published: date,
  }));
  const typed = new Map(parts.store.get().typed);
  for (const [id, value] of figures) typed.set(lineKey(id, column), String(value));
  const told = toldOf(parts, quarter, typed, reasonOf(source, date));
  try {
    await link.edit(
      [...[...cells, ...days].map(({ edit }) => edit), ...kept],
      told,
      releasesSheet(list.name, withReleases(list.figures, added)),
    );
  } catch (error) {
    // Part of it may have gone in.
    await port
      .edit([
        ...[...cells, ...days].map(({ edit, before: was }) => ({ ...edit, contents: was })),
        ...emptied(kept),
      ])
      .catch(() => undefined);
    throw error;
  }
  await link.look();
  const isAdded = ({ line, quarter: of }: SourcedFigure): boolean => of === quarter && figures.has(line);
  return {
    quarter,
    cells,
    days,
    kept,
    sheet: list.name,
    added,
    listedBefore: list.figures.filter(isAdded),
    entries,
  };
}

/** Takes applied figures out again, sources too; the result is how many cells have changed since and stay. */
export async function takeBackQuarter(parts: LinkedParts, applied: AppliedQuarter): Promise<number> {
  const { link, port } = parts;
  const [head] = applied.kept;
  const written = [...applied.cells, ...applied.days];
  const now = await port.read(
    [...written.map(({ edit }) => edit), ...(head === undefined ? [] : [head])].map(({ address }) => address),
  );
  const isMine = written.map(({ edit }, index) => now[index]?.formulas[0]?.[0] === edit.contents);
  const stayed = applied.cells.filter((_, index) => !isMine[index]).length;
  const isKept =
    head !== undefined && JSON.stringify(now[written.length]?.values) === JSON.stringify(head.contents);
  const edits = [
    ...written.filter((_, index) => isMine[index]).map(({ edit, before }) => ({ ...edit, contents: before })),
    ...(isKept ? emptied(applied.kept) : []),
  ];
  const list = readReleases(await port.formulas.readList(applied.sheet)) ?? [];
  const key = ({ quarter, line }: SourcedFigure): string => `${quarter} ${line}`;
  const gone = new Set(applied.added.map(key));
  const left = withReleases(
    list.filter((each) => !gone.has(key(each))),
    applied.listedBefore,
  );
  const { quarter, added } = applied;
  const typed = new Map(parts.store.get().typed);
  for (const { line, before } of applied.cells.filter((_, index) => isMine[index])) {
    if (typeof before === "number") typed.set(lineKey(line, periodIndex(quarter)), String(before));
    else typed.delete(lineKey(line, periodIndex(quarter)));
  }
  const [first] = added;
  const told = toldOf(parts, quarter, typed, reasonOf(first?.source ?? "", first?.published ?? ""));
  // One step, and so one step of undo: Excel counts each round trip as one.
  await link.edit(edits, told, list.length === 0 ? undefined : releasesSheet(applied.sheet, left));
  await link.look();
  return stayed;
}

/** Why figures stand there, as the journal says it. */
function reasonOf(source: string, date: string): string {
  return `${source.trim()}, ${date}`;
}

/** What the journal tells of the figures of a quarter. */
function toldOf(
  { model, store }: LinkedParts,
  quarter: string,
  typed: TypedFigures,
  why: string,
): JournalStep | null {
  const { journal, table, names } = store.get();
  const changes = untold(model, { journal, table, typed, names });
  return journalStep(journal, changes, ({ key }) => key === figuresKey(quarter), why);
}

/** The edits that keep an estimate; none where the workbook has no place for it, or has one of its name. */
async function keepBefore(parts: LinkedParts, estimate: KeptEstimate): Promise<readonly RangeEdit[]> {
  const place = await freePlace(parts).catch(() => null);
  if (place === null || place.names.has(String(estimate.name).toLowerCase())) return [];
  return keptEdits(parts.model, place, estimate);
}

const emptied = (edits: readonly RangeEdit[]): readonly RangeEdit[] =>
  edits.map(({ address }) => ({ address, contents: "" }));

async function readActuals({
  model,
  link,
  port,
}: LinkedParts): Promise<{ readonly sheet: string; readonly reading: RangeReading }> {
  const sheet = link.sheetName(SHEETS.history);
  if (sheet === null)
    throw new HostProblem(
      "sheet",
      "There is no Actuals sheet in this workbook.",
      "Build or update the model on the Build tab, then apply again.",
    );
  const [reading] = await port.read([actualsRange(model, sheet)]);
  return { sheet, reading: reading! };
}

/** The list of sources and the name of its sheet; a sheet of that name that is not the list's is left alone. */
async function readList({
  store,
  port,
}: LinkedParts): Promise<{ readonly name: string; readonly figures: readonly SourcedFigure[] }> {
  const taken = new Set(store.get().workbook?.sheets.map(({ name }) => name.toLowerCase()));
  for (let number = 1; number <= MOST_NAMES; number++) {
    const name = number === 1 ? RELEASES_SHEET : `${RELEASES_SHEET} ${number}`;
    if (!taken.has(name.toLowerCase())) return { name, figures: [] };
    const figures = readReleases(await port.formulas.readList(name));
    if (figures !== null && figures.length > 0) return { name, figures };
  }
  throw new HostProblem(
    "ItemAlreadyExists",
    say`All sheets called ${RELEASES_SHEET} hold something else.`,
    "Rename one of them, then apply again.",
  );
}
