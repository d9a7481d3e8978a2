import { type Assumption, type Fact, type ScenarioName, scenarioNames, type Tier } from "./fact";
import { parseCsv } from "./parseCsv";
import { tiers } from "./readTables";
import type { SeedsProblems } from "./seedsError";
import { significantDigits } from "./units";

const columns = ["driver", ...scenarioNames, "min", "max", "tier", "facts", "reason"] as const;

/** The drivers of assumptions.csv; refused are a driver without base value, a value that is no number or outside its range, an unknown fact, and a judgement without reason. */
export function readAssumptions(
  file: string,
  text: string,
  facts: ReadonlyMap<string, Fact>,
  problems: SeedsProblems,
): readonly Assumption[] {
  const known = new Set<string>();
  return parseCsv(file, text, columns, problems).map(({ row, cells }) => {
    const refuse = (message: string): void => problems.add(file, row, message);
    if (cells.driver === "") refuse("has no driver; name it");
    if (known.has(cells.driver)) refuse(`driver "${cells.driver}" stands here twice; keep one row`);
    known.add(cells.driver);
    if (cells.base === "")
      refuse(`driver "${cells.driver}" has no base value; the other scenarios inherit it`);
    for (const column of [...scenarioNames, "min", "max"] as const) {
      checkNumber(column, cells[column], cells.driver, refuse);
    }
    checkRange(cells, refuse);
    const named = cells.facts.split(/\s+/).filter((id) => id !== "");
    for (const id of named) {
      if (!facts.has(id)) refuse(`driver "${cells.driver}" names fact "${id}", which does not exist`);
    }
    if (!(tiers as readonly string[]).includes(cells.tier)) {
      refuse(`tier "${cells.tier}" is not known; use one of ${tiers.join(", ")}`);
    }
    if (cells.tier === "judgement" && cells.reason === "")
      refuse(`driver "${cells.driver}" is a judgement; give its reason`);
    const values = Object.fromEntries(
      scenarioNames.map((name) => [name, cells[name] === "" ? null : cells[name]]),
    );
    return {
      driver: cells.driver,
      values: values as Record<ScenarioName, string | null>,
      min: cells.min,
      max: cells.max,
      tier: cells.tier as Tier,
      facts: named,
      reason: cells.reason,
      row,
    };
  });
}

function checkNumber(column: string, value: string, driver: string, refuse: (message: string) => void): void {
  if (value === "") {
    if (column === "min" || column === "max")
      refuse(`driver "${driver}" has no ${column}; give its allowed range`);
  } else if (!/^-?\d+(?:\.\d+)?$/.test(value)) {
    refuse(
      `${column} "${value}" of driver "${driver}" is no number; write digits, a dot and a leading minus only`,
    );
  } else if (significantDigits(value) > 15) {
    refuse(`${column} "${value}" of driver "${driver}" has more than 15 significant digits; round it`);
  }
}

function checkRange(
  cells: Readonly<Record<(typeof columns)[number], string>>,
  refuse: (message: string) => void,
): void {
  const [min, max] = [Number(cells.min), Number(cells.max)];
  if (min > max) refuse(`driver "${cells.driver}" has min ${cells.min} above max ${cells.max}`);
  for (const name of scenarioNames) {
    const value = cells[name];
    if (value !== "" && (Number(value) < min || Number(value) > max)) {
      refuse(`${name} ${value} of driver "${cells.driver}" is outside ${cells.min} to ${cells.max}`);
    }
  }
}
