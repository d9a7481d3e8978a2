import type { Basis, Fact, Publication, Source } from "./fact";
import { parseCsv } from "./parseCsv";
import { factsNamedIn } from "./proof";
import type { SeedsProblems } from "./seedsError";

const columns = ["of", "known_from", "note"] as const;
const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const quarterPattern = /^\d{4}Q[1-4]$/;

/** Bases on which the company states its own results of a period, and what is calculated on them. */
const ofResults: ReadonlySet<Basis> = new Set([
  "reported",
  "adjusted",
  "growth-yoy",
  "growth-qoq",
  "multiple",
  "share",
]);

/** The rows of publication.csv; one that names neither a quarter nor a source, or no full day, is refused, and so is a source without a day of its own or a row here. */
export function readPublication(
  file: string,
  text: string,
  sources: readonly Source[],
  problems: SeedsProblems,
): readonly Publication[] {
  const known = new Set(sources.map(({ id }) => id));
  const rows = parseCsv(file, text, columns, problems).map(({ row, cells }) => {
    const { of, known_from: knownFrom, note } = cells;
    if (!quarterPattern.test(of) && !known.has(of)) {
      problems.add(file, row, `"${of}" is neither a quarter such as 2025Q3 nor a source of sources.csv`);
    }
    if (!day.test(knownFrom))
      problems.add(file, row, `known_from "${knownFrom}" is no day; write it as 2025-11-19`);
    return { of, knownFrom, note, row };
  });
  const days = new Set<string>();
  for (const { of, row } of rows) {
    if (days.has(of)) problems.add(file, row, `"${of}" stands here twice; keep one row`);
    days.add(of);
  }
  for (const { id, date, kind } of sources) {
    if (kind !== "derived" && !day.test(date) && !days.has(id)) {
      problems.add(
        "sources.csv",
        0,
        `source "${id}" has no full day; add the earliest one it can have been read to ${file}`,
      );
    }
  }
  return rows.map(({ of, knownFrom, note }) => ({ of, knownFrom, note }));
}

/** The day from which a figure can have been known: that of its document (a derived one: the last of its inputs), but for the company's own figures of a period not later than the day on which the company published that period. */
export function knownFromOf(
  facts: readonly Fact[],
  sources: readonly Source[],
  publication: readonly Publication[],
): (fact: Fact) => string {
  const days = new Map<string, string>([
    ...sources.map(({ id, date }) => [id, date] as const),
    ...publication.map(({ of, knownFrom }) => [of, knownFrom] as const),
  ]);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const found = new Map<string, string>();
  const ofDocument = (fact: Fact): string =>
    fact.formula === undefined
      ? (days.get(fact.source) ?? "")
      : latest(factsNamedIn(fact.formula).map((id) => ofFact(byId.get(id)!)));
  const ofFact = (fact: Fact): string => {
    const before = found.get(fact.id);
    if (before !== undefined) return before;
    const document = ofDocument(fact);
    const results = ofResults.has(fact.basis) ? (days.get(lastQuarterOf(fact.period)) ?? document) : document;
    const first = results < document || document === "" ? results : document;
    found.set(fact.id, first);
    return first;
  };
  return ofFact;
}

/** The quarter with whose results a period is published, such as 2025Q4 for FY2025; a text that is no quarter for other periods. */
function lastQuarterOf(period: string): string {
  const [, span, year] = /^(FY|[12]H|9M|LTM)?(\d{4}(?:Q[1-4])?)$/.exec(period) ?? [];
  if (year === undefined) return period;
  const last = { FY: "Q4", "2H": "Q4", "9M": "Q3", "1H": "Q2" }[span ?? ""];
  return last === undefined ? year : `${year}${last}`;
}

function latest(all: readonly string[]): string {
  return all.reduce((last, each) => (each > last ? each : last), "");
}
