import { shippedNames, type Model } from "../model";
import {
  journalEntries,
  NOTHING_TYPED,
  ownValuesOf,
  type JournalEntry,
  type JournalInputs,
} from "./journalEntries";

/** One line of the journal: a change of an input. A person may have typed over any of it. */
export interface JournalLine {
  /** Day on which it was made or found, e.g. "2026-11-27". */
  readonly when: string;
  /** Where it was made: in the pane, on a sheet, by kc. */
  readonly door: string;
  readonly what: string;
  readonly scenario: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
  /** Tells inputs apart; "" of a line that a person wrote. */
  readonly key: string;
}

/** Where changes are made, as the journal says it. */
export const DOORS = { pane: "Pane", sheet: "Sheet", shell: "kc" } as const;

/** Lines that a journal has room for: more than there are inputs that anybody changes. */
export const JOURNAL_ROOM = 300;

/** A change of which the journal does not tell yet. */
export type InputChange = Pick<JournalLine, "key" | "what" | "scenario" | "from" | "to">;

/** Inputs that hold something else than the journal says of them last, or than the model ships where it says nothing. */
export function changesSince(
  model: Pick<Model, "spec" | "rows" | "quarterRows">,
  lines: readonly JournalLine[],
  inputs: JournalInputs,
): readonly InputChange[] {
  const [shipped, now] = [shippedEntries(model), journalEntries(model, inputs)];
  const last = new Map(lines.filter(({ key }) => key !== "").map((line) => [line.key, line]));
  return [...new Set([...now.keys(), ...last.keys()])].flatMap((key): InputChange[] => {
    const [entry, line] = [now.get(key), last.get(key)];
    const from = line?.to ?? shipped.get(key)?.holds ?? NOTHING_TYPED;
    const to = entry?.holds ?? NOTHING_TYPED;
    if (from === to) return [];
    const { what, scenario } = entry ?? line!;
    return [{ key, what, scenario, from, to }];
  });
}

const SHIPPED = new WeakMap<Model["rows"], ReadonlyMap<string, JournalEntry>>();

function shippedEntries(
  model: Pick<Model, "spec" | "rows" | "quarterRows">,
): ReadonlyMap<string, JournalEntry> {
  const made =
    SHIPPED.get(model.rows) ??
    journalEntries(model, {
      own: ownValuesOf(model.rows),
      quarters: {},
      typed: new Map(),
      names: shippedNames(model.spec.scenarios),
    });
  SHIPPED.set(model.rows, made);
  return made;
}

/** Day, door and reason of changes that go into the journal. */
export interface ChangeNote {
  readonly when: string;
  door(key: string): string;
  /** Why, in a person's words; "" where none were given. */
  readonly why: string;
}

/**
 * The journal with changes. A change of an input that the same door changed last, on the same day, moves on in its
 * line; one that is taken back leaves none, unless a person gave a reason. Where there is no room, earlier lines of an
 * input are folded into its next one; what finds none even so is left out.
 */
export function withChanges(
  lines: readonly JournalLine[],
  changes: readonly InputChange[],
  note: ChangeNote,
): readonly JournalLine[] {
  const next = [...lines];
  for (const change of changes) {
    const at = next.map(({ key }) => key).lastIndexOf(change.key);
    const [last, door] = [next[at], note.door(change.key)];
    const movesOn = last !== undefined && last.door === door && last.when === note.when;
    if (!movesOn) {
      const { what, scenario, from, to, key } = change;
      next.push({ when: note.when, door, what, scenario, from, to, why: note.why, key });
      continue;
    }
    const why = note.why === "" ? last.why : note.why;
    const isReasoned = last.why !== "" && last.why !== note.why;
    if (last.from === change.to && !isReasoned) next.splice(at, 1);
    else next[at] = { ...last, what: change.what, scenario: change.scenario, to: change.to, why };
  }
  return folded(next).slice(0, JOURNAL_ROOM);
}

/** Folds the oldest lines of inputs that have later ones, until all find room or none is left to fold. */
function folded(lines: readonly JournalLine[]): readonly JournalLine[] {
  const left = [...lines];
  for (let at = 0; left.length > JOURNAL_ROOM && at < left.length;) {
    const { key, from, why } = left[at]!;
    const later = key === "" ? -1 : left.findIndex((line, place) => place > at && line.key === key);
    if (later < 0) {
      at += 1;
      continue;
    }
    const reasons = [why, left[later]!.why].filter((each) => each !== "");
    left[later] = { ...left[later]!, from, why: reasons.join("; ") };
    left.splice(at, 1);
  }
  return left;
}
