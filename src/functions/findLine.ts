import { say } from "../words";
import { LINES, SECTIONS, SYNONYMS } from "../companies/kingsoftCloud";
import type { LineItem, Model } from "../model";
import type { Metric } from "../seeds";
import { knownPlain, plainName, unknownName } from "./didYouMean";
import { inOtherWords, labelsFor } from "./otherWords";
import { badArgument, textOf, type KcArgument } from "./kcValue";

/** What a name stands for: a line of the model, or a figure that only the facts have. */
export type Subject =
  | { readonly kind: "line"; readonly line: LineItem }
  | { readonly kind: "metric"; readonly metric: Metric };

const BY_NAME: ReadonlyMap<string, LineItem> = new Map(
  // Later entries win, so ids go last, and of lines with one label the first.
  [...LINES]
    .reverse()
    .flatMap((line) => [[plainName(line.label), line] as const])
    .concat(LINES.map((line) => [plainName(line.id), line] as const)),
);

/** Finds a line of the model, or a figure of the facts, by id, label in any language or a common name. Throws #VALUE! with a suggestion. */
export function findSubject(model: Model, argument: KcArgument): Subject {
  const text = textOf(argument, "line");
  if (text === null) throw badArgument("Give a line, e.g. 'revenue'; KC.LINES() lists them.");
  const subject = subjectNamed(model, text);
  if (subject !== null) return subject;
  const names = [
    ...labelsFor(text, LINES),
    ...labelsFor(text, model.seeds.metrics),
    ...Object.keys(SYNONYMS),
  ];
  throw badArgument(unknownName("line", text, names, "KC.LINES() and KC.FACTS() list what there is"));
}

/** The same, or null. */
export function subjectNamed(model: Model, text: string): Subject | null {
  const plain = plainName(text);
  const line =
    BY_NAME.get(plain) ??
    LINES.find(({ id }) => id === SYNONYMS[plain]) ??
    inOtherWords(plain, LINES, labelOf);
  if (line !== undefined) return { kind: "line", line };
  const metric =
    model.seeds.metrics.find(({ id }) => knownPlain(id) === plain) ??
    model.seeds.metrics.find(({ label }) => knownPlain(label) === plain) ??
    inOtherWords(plain, model.seeds.metrics, labelOf);
  if (metric === undefined) return null;
  // Facts of some metrics fill a line of another name.
  const filled = LINES.find(({ fact }) => fact === metric.id);
  return filled === undefined ? { kind: "metric", metric } : { kind: "line", line: filled };
}

const labelOf = ({ label }: { readonly label: string }): string => label;

/** Finds a line of the model only. */
export function findLine(model: Model, argument: KcArgument): LineItem {
  const subject = findSubject(model, argument);
  if (subject.kind === "line") return subject.line;
  throw badArgument(
    say`'${subject.metric.label}' is a fact, not a line that the model calculates; KC.LINE and KC.FACTS show it.`,
  );
}

/** Title of the section that a line stands in. */
export function sectionOf(line: LineItem): string {
  return SECTIONS.find(({ lines }) => lines.includes(line))?.title ?? "";
}
