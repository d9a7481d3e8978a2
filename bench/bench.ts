import { cpus } from "node:os";
import { loadSeeds } from "../src/seeds";
import { readSeedsFolder } from "../src/cli/readSeedsFolder";
import { clockValue, driverVector, fastModel, isClock, LINES, openModel, PERIODS, WIDTH, type Model } from "../src/model";
import { measureBuild, type BuildFigures } from "./buildWorkbook";
import { timeInTurn, type Spread } from "./rounds";
import { formulaCells, unrolledModel } from "./unrolledModel";

/** Everything one run of the bench found. */
interface BenchReport {
  readonly machine: string;
  readonly rounds: number;
  readonly formulaCells: number;
  /** Microseconds for one full flex of a scenario. */
  readonly microseconds: Readonly<Record<string, Spread>>;
  /** Medians as multiples of straight-line doubles. */
  readonly ratios: Readonly<Record<string, number>>;
  readonly flexesPerSecond: number;
  readonly build: BuildFigures;
}

const ROUNDS = 15;
const [BASELINE, AGAIN, FAST, EXACT] = ["straight-line doubles", "straight-line doubles, measured again", "fast reading", "decimal.js"] as const;

function report(): BenchReport {
  const model = openModel(loadSeeds(readSeedsFolder("seeds")));
  const sets = (["base", "downside", "upside"] as const).map((id) => driverVector(model.assumptions(id)));
  const unrolled = unrolledModel(model.data);
  const values = history(model);
  const fast = fastModel(model.data);
  assertSame(model, values, unrolled);
  const straight = (call: number): void => unrolled(values, sets[call % sets.length]!);
  const times = timeInTurn(
    [
      { name: BASELINE, calls: 3000, run: straight },
      { name: FAST, calls: 3000, run: (call) => void fast.flex(sets[call % sets.length]!) },
      { name: AGAIN, calls: 3000, run: straight },
      { name: EXACT, calls: 2, run: () => wholeModelExactly(model) },
    ],
    ROUNDS,
  );
  const baseline = times.get(BASELINE)!.median;
  return {
    machine: `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, Node ${process.versions.node}`,
    rounds: ROUNDS,
    formulaCells: formulaCells(model.data),
    microseconds: Object.fromEntries(times),
    ratios: Object.fromEntries([...times].map(([name, { median }]) => [name, median / baseline])),
    flexesPerSecond: Math.round(1e6 / times.get(FAST)!.median),
    build: measureBuild(5),
  };
}

/** Facts and calendar, as the straight-line model expects them. */
function history({ data }: Model): Float64Array {
  return Float64Array.from({ length: LINES.length * WIDTH }, (_, index) => {
    const [id, column] = [LINES[Math.floor(index / WIDTH)]!.id, index % WIDTH];
    return isClock(id) ? clockValue(id, column) : Number(data.known(id, column)?.value ?? Number.NaN);
  });
}

/** A yardstick that calculates something else measures nothing. */
function assertSame(model: Model, values: Float64Array, unrolled: ReturnType<typeof unrolledModel>): void {
  const assumptions = model.assumptions("base");
  unrolled(values, driverVector(assumptions));
  const { value } = model.fast(assumptions);
  LINES.forEach(({ id }, row) => PERIODS.forEach(({ label }, column) => {
    const [a, b] = [values[row * WIDTH + column]!, value(id, column)];
    if (!(Object.is(a + 0, b) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)))) throw new Error(`${id} ${label}: straight line ${a}, fast reading ${b}`);
  }));
}

function wholeModelExactly(model: Model): void {
  const cell = model.exactly(model.assumptions("base"));
  for (const { id } of LINES) for (let column = 0; column < WIDTH; column++) cell(id, column);
}

function print({ machine, rounds, formulaCells: cells, microseconds, ratios, flexesPerSecond, build }: BenchReport): void {
  const number = (value: number, digits = 1): string => value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  console.log(`${machine}\nOne scenario, ${cells} formula cells, ${rounds} rounds in turn; microseconds a flex\n`);
  console.log(`${"".padEnd(40)}${["min", "median", "max", "ratio"].map((head) => head.padStart(11)).join("")}`);
  for (const [name, { min, median, max }] of Object.entries(microseconds)) {
    console.log(`${name.padEnd(40)}${[min, median, max].map((value) => number(value).padStart(11)).join("")}${number(ratios[name]!, 2).padStart(11)}`);
  }
  console.log(`\nFast reading: ${flexesPerSecond.toLocaleString("en-US")} flexes a second; aim: at most 2 times straight-line doubles.`);
  if ("missing" in build) console.log(`\nNOT MEASURED: kc build. Reason: ${build.missing}.`);
  else {
    const { seconds, peakMegabytes, fileKilobytes } = build;
    console.log(`kc build: ${number(seconds.median, 2)} s (${number(seconds.min, 2)} to ${number(seconds.max, 2)}), peak memory ${number(peakMegabytes, 0)} MB, file ${fileKilobytes} KB; aim: at most 2 s and 300 MB.`);
  }
}

const found = report();
if (process.argv.includes("--json")) console.log(JSON.stringify(found, null, 2));
else print(found);
