import { chooseFacts } from "./chooseFacts";
import { checkDerivedFacts } from "./derivedFact";
import { estimatesOf } from "./estimatesOf";
import type { Fact, Seeds } from "./fact";
import { factLookUps } from "./factLookUps";
import { readAssumptions } from "./readAssumptions";
import { readConflicts } from "./readConflicts";
import { type KnownNames, readDerivedFacts, readFacts } from "./readFacts";
import { readMetrics, readSources } from "./readTables";
import { knownFromOf, readPublication } from "./publication";
import { SeedsProblems } from "./seedsError";

const tables = ["metrics.csv", "sources.csv", "publication.csv", "assumptions.csv"] as const;
const factFile = /^facts\/[^/]+\.csv$/;
const derivedFile = /^derived(?:\/[^/]+)?\.csv$/;
const conflictFile = /^conflicts(?:\/[^/]+)?\.json$/;

/** Reads and checks the texts of seeds/, keyed by path ("facts/call2q25.csv"); throws one SeedsError that names file and row of every fault. */
export function loadSeeds(files: Readonly<Record<string, string>>): Seeds {
  const problems = new SeedsProblems();
  const required = (file: string): string => {
    const text = files[file];
    if (text === undefined) problems.add(file, 0, "is missing; put it back");
    return text ?? "";
  };
  const paths = Object.keys(files).sort();
  const [metricsText, sourcesText, publicationText, assumptionsText] = tables.map(required);
  const factFiles = paths.filter((path) => factFile.test(path));
  if (factFiles.length === 0) problems.add("facts", 0, "holds no fact file; put the CSV files back");
  for (const path of paths.filter(isStray)) {
    problems.add(
      path,
      0,
      "is read by nothing; figures go to facts/, arithmetic to derived/, records to conflicts/",
    );
  }
  problems.throwIfAny();

  const metrics = readMetrics("metrics.csv", metricsText ?? "", problems);
  const sources = readSources("sources.csv", sourcesText ?? "", problems);
  const publication = readPublication("publication.csv", publicationText ?? "", sources, problems);
  problems.throwIfAny();

  const known: KnownNames = {
    metrics: new Map(metrics.map((metric) => [metric.id, metric])),
    sources: new Map(sources.map((source) => [source.id, source])),
  };
  const derivedFiles = paths.filter((path) => derivedFile.test(path));
  const read = [
    ...factFiles.flatMap((path) => readFacts(path, files[path] ?? "", known, problems)),
    ...derivedFiles.flatMap((path) => readDerivedFacts(path, files[path] ?? "", known, problems)),
  ];
  const byId = indexById(read, problems);
  problems.throwIfAny();

  checkDerivedFacts(byId, problems);
  const conflictFiles = paths.filter((path) => conflictFile.test(path));
  const conflicts = asideLast(
    conflictFiles.flatMap((path) => readConflicts(path, files[path] ?? "", byId, known.metrics, problems)),
  );
  refuseTwins(conflicts, problems);
  const assumptions = readAssumptions("assumptions.csv", assumptionsText ?? "", byId, problems);
  const picked = chooseFacts(read, conflicts, problems);
  problems.throwIfAny();

  const knownFrom = knownFromOf(picked, sources, publication);
  const facts = picked.map((fact) => ({ ...fact, knownFrom: knownFrom(fact) }));
  const lookUps = factLookUps(facts);
  return {
    metrics,
    sources,
    publication,
    facts,
    conflicts,
    assumptions,
    estimates: estimatesOf(facts),
    ...lookUps,
  };
}

/** The records in their order, those that say nothing about the company behind the others. */
function asideLast(conflicts: Seeds["conflicts"]): Seeds["conflicts"] {
  return [...conflicts.filter(({ aside }) => !aside), ...conflicts.filter(({ aside }) => aside)];
}

function isStray(path: string): boolean {
  const known = [factFile, derivedFile, conflictFile].some((pattern) => pattern.test(path));
  return /\.(?:csv|json)$/.test(path) && !known && !(tables as readonly string[]).includes(path);
}

function indexById(facts: readonly Fact[], problems: SeedsProblems): ReadonlyMap<string, Fact> {
  const byId = new Map<string, Fact>();
  for (const fact of facts) {
    const first = byId.get(fact.id);
    if (first === undefined) byId.set(fact.id, fact);
    else
      problems.add(
        fact.file,
        fact.row,
        `fact "${fact.id}" is already in ${first.file} row ${first.row}; end the second id in _2`,
      );
  }
  return byId;
}

function refuseTwins(conflicts: Seeds["conflicts"], problems: SeedsProblems): void {
  const known = new Set<string>();
  for (const { id, file, row } of conflicts) {
    if (known.has(id)) problems.add(file, row, `conflict "${id}" stands here twice; give it its own id`);
    known.add(id);
  }
}
