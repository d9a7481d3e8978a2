import type { Conflict, Fact, Metric, Proof } from "./fact";
import { factsNamedIn } from "./proof";
import type { SeedsProblems } from "./seedsError";

/** Kind of the metrics that say nothing about the company. */
const ASIDE = "aside";

/** The conflict records of one JSON file (a list); a record without id, explanation, or with a reference to a figure that does not exist is refused. `row` counts records from 1. */
export function readConflicts(
  file: string,
  text: string,
  facts: ReadonlyMap<string, Fact>,
  metrics: ReadonlyMap<string, Metric>,
  problems: SeedsProblems,
): readonly Conflict[] {
  const records = readList(file, text, problems);
  return records.map((record, at) => {
    const read = readConflict(record, file, at + 1, problems);
    const metric = metrics.get(read.metric);
    if (metric === undefined) {
      problems.add(file, at + 1, `metric "${read.metric}" is not in metrics.csv; add it there or correct it`);
    }
    const conflict = { ...read, aside: metric?.kind === ASIDE };
    checkReferences(conflict, facts, problems);
    return conflict;
  });
}

function readList(file: string, text: string, problems: SeedsProblems): readonly Record<string, unknown>[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list.map((item: unknown) => (isRecord(item) ? item : {}));
    problems.add(file, 0, "is no list; write the records between [ and ]");
  } catch (error) {
    problems.add(file, 0, `is not readable JSON: ${(error as Error).message}`);
  }
  return [];
}

function readConflict(
  record: Record<string, unknown>,
  file: string,
  row: number,
  problems: SeedsProblems,
): Omit<Conflict, "aside"> {
  const text = (name: string): string => {
    const value = record[name];
    if (typeof value === "string" && value.trim() !== "") return value;
    problems.add(file, row, `has no ${name}; write it as text`);
    return "";
  };
  const list = (name: string): readonly unknown[] => {
    const value = record[name];
    if (Array.isArray(value)) return value;
    problems.add(file, row, `has no list ${name}; write [] when it is empty`);
    return [];
  };
  const chosen = record["chosen"] ?? null;
  if (chosen !== null && typeof chosen !== "string")
    problems.add(file, row, "chosen is neither a fact id nor null");
  const status = text("status");
  if (status !== "settled" && status !== "open")
    problems.add(file, row, `status "${status}" is neither settled nor open`);
  if (status === "settled" && chosen === null)
    problems.add(file, row, "is settled and chooses no fact; name it or leave it open");
  return {
    id: text("id"),
    metric: text("metric"),
    period: text("period"),
    kind: text("kind"),
    status: status === "settled" ? "settled" : "open",
    chosen: typeof chosen === "string" ? chosen : null,
    rejected: list("rejected").map(String),
    proof: list("proof").map((line) => readProof(line, file, row, problems)),
    explanation: text("explanation"),
    file,
    row,
  };
}

function readProof(line: unknown, file: string, row: number, problems: SeedsProblems): Proof {
  const { formula, equals, within } = isRecord(line) ? line : {};
  const numeric = (value: unknown): boolean =>
    /^-?\d+(?:\.\d+)?$/.test(
      typeof value === "number" ? String(value) : typeof value === "string" ? value : "",
    );
  if (typeof formula !== "string" || !numeric(equals) || !numeric(within)) {
    problems.add(file, row, "has a proof without formula, equals or within");
    return { formula: "0", equals: "0", within: "0" };
  }
  return { formula, equals: String(equals), within: String(within) };
}

function checkReferences(
  conflict: Conflict,
  facts: ReadonlyMap<string, Fact>,
  problems: SeedsProblems,
): void {
  const named = conflict.proof.flatMap(({ formula }) => factsNamedIn(formula));
  const chosen = conflict.chosen === null ? [] : [conflict.chosen];
  for (const id of new Set([...chosen, ...conflict.rejected, ...named])) {
    if (!facts.has(id)) {
      problems.add(
        conflict.file,
        conflict.row,
        `conflict "${conflict.id}" names fact "${id}", which does not exist`,
      );
    }
  }
  if (conflict.chosen !== null && conflict.rejected.includes(conflict.chosen)) {
    problems.add(
      conflict.file,
      conflict.row,
      `conflict "${conflict.id}" both chooses and rejects "${conflict.chosen}"`,
    );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
