import { compilePart, runPart } from "./childRun";
import { cells, figure, number, type Findings, type Table } from "./findings";
import { inputRange } from "./functionCalls";
import type { OfficeBuildFigures } from "./officeBuild";
import type { OfficeCallFigures } from "./officeCalls";
import type { Yardstick } from "./yardstick";

const HOST =
  "The unmodified library in jsdom, over the host of the tests; the time includes the messages of that host.";

/** Calls that answer with plain numbers, calls that answer with source cards, and many cells, each in a process of its own. */
export async function measureOfficeCalls(
  { plan }: Yardstick,
  what: "plain" | "cards" | "cells",
): Promise<Findings> {
  const file = await compilePart(
    `import { callInOffice } from "./bench/officeCalls"; callInOffice(${JSON.stringify(inputRange(plan))});`,
    "officeCalls",
  );
  const found = runPart<OfficeCallFigures>(file, what);
  return { figures: found, tables: [callTable(what, found)] };
}

const TITLES = {
  plain: "KC.REVENUE through the runtime of office.js, plain numbers",
  cards: "KC.REVENUE through the runtime of office.js, numbers with source cards",
  cells: "Many cells through the runtime of office.js",
};

function callTable(what: keyof typeof TITLES, { rounds, kinds, peakMegabytes }: OfficeCallFigures): Table {
  const nothing = kinds[0]!.microseconds.median;
  return {
    title: TITLES[what],
    text: `${HOST} Microseconds a call, ${rounds} rounds in turn, all calls of a round at once; the ratio is to the first row. Largest memory of the process, jsdom and library included: ${number(peakMegabytes, 0)} MB.`,
    head: ["", "calls a round", "with a card", "median", "min-max", "ratio", "calls a second"],
    rows: kinds.map(({ name, calls, cards, microseconds }) => [
      name,
      number(calls, 0),
      number(cards, 0),
      ...cells(microseconds),
      number(microseconds.median / nothing, 2),
      number(1e6 / microseconds.median, 0),
    ]),
  };
}

/** A build of the workbook through office.js. */
export async function measureOfficeBuild(): Promise<Findings> {
  const found = runPart<OfficeBuildFigures>(
    await compilePart(
      `import { buildInOffice } from "./bench/officeBuild"; void buildInOffice();`,
      "officeBuild",
    ),
  );
  const row = (name: string, spread: OfficeBuildFigures["plan"]): readonly string[] => [
    name,
    ...cells(spread),
  ];
  return {
    figures: found,
    tables: [
      {
        title: "Build in the open workbook",
        text: `The real plan, ${found.sheets} sheets and ${number(found.cells, 0)} cells, through office.js on the host of the tests, without calculation; ${found.rounds} rounds. It shows what the add-in and the library cost, not what Excel takes. ${found.syncs} syncs, ${number(found.sentKilobytes, 0)} KB sent (largest batch ${number(found.largestBatchKilobytes, 0)} KB), ${number(found.receivedKilobytes, 0)} KB received. Memory ${number(found.startMegabytes, 0)} MB at the start, at most ${number(found.peakMegabytes, 0)} MB over ${found.rounds + 1} workbooks one after the other.`,
        head: ["", "median", "min-max"],
        rows: [
          row("plan, ms", found.plan),
          row("write, ms", found.write),
          row(`again with nothing changed (${found.unchangedSyncs} syncs), ms`, found.unchanged),
          ["largest memory, MB", figure(found.peakMegabytes), "once"],
        ],
      },
    ],
  };
}
