import { cpus, loadavg } from "node:os";
import { reportFigure } from "../test/support/figure";
import { writeBenchPage } from "./benchPage";
import { measureBuild } from "./buildWorkbook";
import { measureSizes } from "./bundleSizes";
import { measureIronCalc, measureLibreOffice } from "./engines";
import { markdown, type Findings } from "./findings";
import { measureCalls } from "./functionCalls";
import { measureCells } from "./functionCells";
import { measureGrowth } from "./growth";
import { measureOfficeBuild, measureOfficeCalls } from "./inOffice";
import { measurePaneFlex } from "./paneFlex";
import { measureReadings } from "./readings";
import { measureSweeps } from "./sweeps";
import { measureWorkbench } from "./workbenchPage";
import { openYardstick } from "./yardstick";

/** A part of the bench; its promises are named so that a part that fails reports them as not measured. */
interface Subject {
  readonly name: string;
  readonly promises?: readonly string[];
  measure(): Findings | Promise<Findings>;
}

/** A subject with its figures, or with the reason why there are none. */
type Measured = { readonly subject: Subject } & (
  | { readonly findings: Findings }
  | { readonly missing: string }
);

/** Everything that is measured, in the order of the page. The readings come first, since engines compare with them. */
function subjects(): readonly Subject[] {
  const yardstick = openYardstick();
  const readings = measureReadings(yardstick);
  return [
    { name: "one scenario", measure: () => readings },
    {
      name: "the workbook in LibreOffice",
      measure: () => measureLibreOffice(yardstick, readings.straightMicroseconds),
    },
    {
      name: "the workbook in IronCalc",
      measure: () => measureIronCalc(yardstick, readings.straightMicroseconds),
    },
    { name: "sweeps and simulation", measure: () => measureSweeps(yardstick) },
    { name: "KC.REVENUE called directly", measure: () => measureCalls(yardstick) },
    {
      name: "many cells with KC functions",
      promises: ["KC calls a second"],
      measure: () => measureCells(yardstick),
    },
    { name: "calls through office.js, plain numbers", measure: () => measureOfficeCalls(yardstick, "plain") },
    { name: "calls through office.js, source cards", measure: () => measureOfficeCalls(yardstick, "cards") },
    { name: "many cells through office.js", measure: () => measureOfficeCalls(yardstick, "cells") },
    { name: "pane", measure: () => measurePaneFlex(yardstick) },
    { name: "build through office.js", measure: measureOfficeBuild },
    { name: "workbench in Chromium", promises: ["Workbench first view and flex"], measure: measureWorkbench },
    { name: "kc build", promises: ["kc build time and memory"], measure: measureBuild },
    { name: "bundle sizes", promises: ["Bundle sizes"], measure: measureSizes },
    { name: "growth", measure: () => measureGrowth(yardstick) },
  ];
}

async function measured(subject: Subject): Promise<Measured> {
  const start = performance.now();
  try {
    const findings = await subject.measure();
    console.error(`${subject.name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return { subject, findings };
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error);
    console.error(`${subject.name}: NOT MEASURED: ${missing}`);
    return { subject, missing };
  }
}

const loads = (): string =>
  loadavg()
    .map((load) => load.toFixed(1))
    .join(", ");

function report(all: readonly Measured[]): void {
  for (const each of all) {
    if ("findings" in each)
      each.findings.headlines?.forEach(({ promise, found }) => reportFigure(promise, found));
    else each.subject.promises?.forEach((promise) => reportFigure(promise, `NOT MEASURED: ${each.missing}`));
  }
}

async function main(args: readonly string[]): Promise<void> {
  const [json, write] = [args.includes("--json"), args.includes("--write")];
  const unknown = args.find((arg) => !["--json", "--write"].includes(arg));
  if (unknown !== undefined) throw new Error(`Unknown option ${unknown}: use --json, --write or none.`);
  const [start, before] = [performance.now(), loads()];
  const all: Measured[] = [];
  for (const subject of subjects()) all.push(await measured(subject));
  const machine = `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, Node ${process.versions.node}`;
  const seconds = Math.round((performance.now() - start) / 1000);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  const words = `${machine}. Load averages (1, 5 and 15 minutes): ${before} at the start, ${loads()} at the end of the ${seconds} seconds. Largest memory of the bench itself: ${memory} MB.`;
  const page = [
    words,
    ...all.flatMap((each) =>
      "findings" in each
        ? each.findings.tables.map(markdown)
        : [`### NOT MEASURED: ${each.subject.name}\n\n${each.missing}`],
    ),
  ].join("\n\n");
  if (json) {
    const figures = all.map((each) => [
      each.subject.name,
      "findings" in each ? each.findings.figures : { notMeasured: each.missing },
    ]);
    console.log(
      JSON.stringify(
        {
          machine,
          loadBefore: before,
          loadAfter: loads(),
          seconds,
          megabytes: memory,
          figures: Object.fromEntries(figures),
        },
        null,
        2,
      ),
    );
  } else console.log(page);
  if (write) writeBenchPage(page);
  report(all);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`The bench cannot run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
