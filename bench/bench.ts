import { cpus } from "node:os";
import { loadSeeds } from "../src/seeds";
import { readSeedsFolder } from "../src/cli/readSeedsFolder";
import { clockValue, driverVector, fastModel, isClock, LINES, openModel, PERIODS, WIDTH, type Model } from "../src/model";
import { buildPlan } from "../src/workbook/buildPlan";
import { measureBuild, type BuildFigures } from "./buildWorkbook";
import { measureSizes, type SizeFigures } from "./bundleSizes";
import { measureCalls, type CallFigures } from "./functionCalls";
import type { OfficeBuildFigures, OfficeCallFigures } from "./inOffice";
import { isMissing, type Measured } from "./measured";
import { measureOffice, type OfficeFigures } from "./officeRuns";
import { measurePaneFlex, type FlexFigures } from "./paneFlex";
import { timeInTurn, type Spread } from "./rounds";
import { head, number, row, spread } from "./table";
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
  readonly calls: CallFigures;
  readonly pane: Readonly<Record<string, FlexFigures>>;
  readonly office: OfficeFigures;
  readonly sizes: Measured<SizeFigures>;
  readonly build: BuildFigures;
  /** Largest resident memory of the bench itself, without its children. */
  readonly peakMegabytes: number;
}

const ROUNDS = 15;
const [BASELINE, AGAIN, FAST, EXACT] = ["straight-line doubles", "straight-line doubles, measured again", "fast reading", "decimal.js"] as const;

async function report(): Promise<BenchReport> {
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
  const plan = buildPlan(model, { scenario: "base", overrides: new Map(), created: "2026-01-01T00:00:00Z", version: "bench" });
  return {
    machine: `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, Node ${process.versions.node}`,
    rounds: ROUNDS,
    formulaCells: formulaCells(model.data),
    microseconds: Object.fromEntries(times),
    ratios: Object.fromEntries([...times].map(([name, { median }]) => [name, median / baseline])),
    flexesPerSecond: Math.round(1e6 / times.get(FAST)!.median),
    calls: measureCalls(model, plan, ROUNDS),
    pane: measurePaneFlex(model, ROUNDS),
    office: await measureOffice(),
    sizes: measureSizes(process.argv.includes("--build")),
    build: measureBuild(5),
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
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

function print({ machine, rounds, formulaCells: cells, microseconds, ratios, flexesPerSecond, calls, pane, office, sizes, build, peakMegabytes }: BenchReport): void {
  console.log(`${machine}\nOne scenario, ${cells} formula cells, ${rounds} rounds in turn; microseconds a flex\n\n${head()}`);
  for (const [name, times] of Object.entries(microseconds)) console.log(row(name, times, ratios[name]!));
  console.log(`\nFast reading: ${flexesPerSecond.toLocaleString("en-US")} flexes a second; aim: at most 2 times straight-line doubles.`);
  console.log("\nKC.REVENUE called directly; microseconds a call, ratio to warm with the same arguments");
  printCalls(calls);
  console.log("\nPane, lever to key figures and charts, without drawing; milliseconds, median (min to max) of the rounds");
  for (const [name, { median, p95, flexesARound }] of Object.entries(pane)) console.log(`${name.padEnd(44)}median ${spread(median, 3)}, p95 ${spread(p95, 3)}, ${flexesARound} flexes a round`);
  printOfficeCalls("plain numbers", office.plain);
  printOfficeCalls("numbers with source cards", office.cards);
  printOfficeBuild(office.build);
  if (isMissing(sizes)) notMeasured("bundle sizes", sizes.missing);
  else {
    console.log(`\nBundles, zipped, without office.js (${sizes.build})`);
    for (const { name, files, kilobytes, most } of sizes.bundles) console.log(`${name.padEnd(44)}${number(kilobytes)} KB of at most ${number(most, 0)} KB (${files.join(", ")})`);
  }
  if ("missing" in build) notMeasured("kc build", build.missing);
  else {
    const { seconds, peakMegabytes: peak, fileKilobytes } = build;
    console.log(`\nkc build: ${spread(seconds, 2)} s, peak memory ${number(peak, 0)} MB, file ${fileKilobytes} KB; aim: at most 2 s and 300 MB.`);
  }
  console.log(`Peak memory of the bench itself: ${number(peakMegabytes, 0)} MB.`);
}

function notMeasured(what: string, reason: string): void {
  console.log(`\nNOT MEASURED: ${what}. Reason: ${reason}.`);
}

function printCalls({ microseconds, ratios, callsPerSecond }: CallFigures): void {
  console.log(head("calls a second"));
  for (const [name, times] of Object.entries(microseconds)) console.log(row(name, times, ratios[name]!, callsPerSecond[name]!.toLocaleString("en-US"), 2));
}

function printOfficeCalls(what: string, found: Measured<OfficeCallFigures>): void {
  if (isMissing(found)) return notMeasured(`calls through the runtime of office.js, ${what}`, found.missing);
  console.log(`\nThrough the runtime of office.js, ${what}; ${number(found.callsARound, 0)} calls a round, ${found.rounds} rounds in turn; microseconds a call`);
  printCalls(found);
  console.log(`Memory: ${number(found.startMegabytes, 0)} MB at the start, peak ${number(found.peakMegabytes, 0)} MB.`);
}

function printOfficeBuild(found: Measured<OfficeBuildFigures>): void {
  if (isMissing(found)) return notMeasured("build through office.js", found.missing);
  console.log(`\nBuild through office.js on the host of the tests, without calculation; ${found.rounds} rounds, milliseconds, median (min to max)`);
  console.log(`${found.sheets} sheets, ${number(found.cells, 0)} cells: ${found.syncs} syncs, ${number(found.sentKilobytes, 0)} KB sent (largest batch ${number(found.largestBatchKilobytes, 0)} KB), ${number(found.receivedKilobytes, 0)} KB received`);
  console.log(`plan ${spread(found.planMilliseconds, 0)}, write ${spread(found.writeMilliseconds, 0)}, again with nothing changed ${spread(found.unchangedMilliseconds, 0)} in ${found.unchangedSyncs} syncs`);
  console.log(`Memory: ${number(found.startMegabytes, 0)} MB at the start, peak ${number(found.peakMegabytes, 0)} MB.`);
}

report().then(
  (found) => { if (process.argv.includes("--json")) console.log(JSON.stringify(found, null, 2)); else print(found); },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
