import { CellError } from "../formula";
import { findSubject } from "../functions";
import type { Model } from "../model";
import type { Fact } from "../seeds";
import { word, wordIn } from "../words";
import { columnsOf, padded } from "./columns";
import type { Command } from "./command";
import { CommandError } from "./commandError";
import { readCommandLine } from "./commandLine";
import { openProject, SEEDS_OPTION } from "./openProject";

/** kc facts: every fact, or those of one metric or line. */
export const factsCommand: Command = {
  name: "facts",
  usage: "[METRIC] [--json] [--seeds DIR]",
  meaning: "Prints every fact with its source and quality, or those of one metric or line.",
  run(args, place) {
    const line = readCommandLine(args, { ...SEEDS_OPTION, json: "flag" }, 1);
    const model = openProject(line, place);
    const facts = factsOf(model, line.positionals[0]);
    if (line.flag("json")) {
      place.data(JSON.stringify(facts.map(record), null, 1));
      return 0;
    }
    const rows = facts.map((fact) => [
      fact.metric,
      fact.period,
      word(fact.basis),
      fact.value,
      word(fact.unit),
      fact.chosen ? "*" : "",
      word(fact.tier),
      fact.source,
      word(fact.quality),
      fact.resolution ?? "",
    ]);
    for (const row of table([
      ["metric", "period", "basis", "value", "unit", "*", "tier", "source", "quality", "conflict"].map(
        (text) => wordIn(text, "head"),
      ),
      ...rows,
    ]))
      place.data(row);
    place.tell(`${facts.length} facts; * is the one the model uses.`);
    return 0;
  },
};

function factsOf({ seeds, ...model }: Model, name: string | undefined): readonly Fact[] {
  if (name === undefined) return seeds.facts;
  const named = seeds.facts.filter(({ metric }) => metric.toLowerCase() === name.toLowerCase());
  if (named.length > 0) return named;
  try {
    const subject = findSubject({ seeds, ...model }, name);
    const metric = subject.kind === "metric" ? subject.metric.id : (subject.line.fact ?? subject.line.id);
    return seeds.facts.filter((fact) => fact.metric === metric);
  } catch (error) {
    if (error instanceof CellError) throw new CommandError(error.message);
    throw error;
  }
}

function record({
  id,
  metric,
  period,
  basis,
  value,
  unit,
  asPrinted,
  tier,
  source,
  locator,
  quality,
  chosen,
  resolution,
}: Fact) {
  return {
    id,
    metric,
    period,
    basis,
    value,
    unit,
    asPrinted,
    tier,
    source,
    locator,
    quality,
    chosen,
    resolution,
  };
}

/** Rows with columns lined up. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column]!))));
  return rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column]!))
      .join("  ")
      .trimEnd(),
  );
}
