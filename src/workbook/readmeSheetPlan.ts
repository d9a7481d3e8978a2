import { dueQuarters } from "../analysis";
import { shippedReach } from "./shippedReach";
import { historyFromSeeds, type Model } from "../model";
import { cellAddress } from "./address";
import { emptyRow, rowOf, text } from "./cells";
import type { LinkPlan, RowPlan, SheetPlan } from "./plan";
import { selectedScenario } from "./scenarioNameCells";
import { flagFormat, masterFlag, printPlan } from "./sheetFrame";
import { scenarioSheet, SHEETS, TAB_COLOURS } from "./sheetNames";

const CONTENTS: readonly (readonly [string, string])[] = [
  [SHEETS.summary, "Scenario selector, key figures by year, charts"],
  [SHEETS.tear, "One page for the front of a note: figures, target, scenarios, caps and investment"],
  [SHEETS.inputs, "Assumptions of all scenarios side by side, with allowed range, source and reason"],
  [SHEETS.quarterly, "Own values for single quarters of assumptions that move in time, by scenario"],
  [SHEETS.revenue, "Revenue by product and by customer, the yearly caps and what they keep out"],
  [SHEETS.capex, "Procurement by model, capacity, equipment, leases, debt, revolver, equity"],
  [SHEETS.income, "Reported and adjusted income statement, per-ADS figures, guidance"],
  [SHEETS.balance, "Balance sheet and credit metrics"],
  [SHEETS.cash, "Cash flow statement"],
  [SHEETS.valuation, "Cost of capital, free cash flow to the firm, five methods, target price by year"],
  [SHEETS.target, "Target price of every scenario, expected value, football field, number of ADS"],
  [SHEETS.comparison, "All scenarios at once, and their difference from Base"],
  [SHEETS.consensus, "Estimates of brokers, your own rows, and the model against them by line and period"],
  [SHEETS.beat, "A reported quarter against the estimate before, consensus, the quarter and the year before"],
  [
    SHEETS.estimates,
    "What the model said at earlier times, by line and period, and how far it has moved since",
  ],
  [SHEETS.journal, "What was changed in the inputs, from what, to what and why"],
  [SHEETS.checks, "Laws of the model in every scenario, history ties, back-test"],
  [SHEETS.history, "Actual figures by period, each a link to its source"],
  [SHEETS.facts, "Every figure as printed, with document, locator and quality"],
  [SHEETS.reconciliation, "Conflicts between sources and how each was settled, with live proofs"],
  [SHEETS.timeline, "The calendar that all sheets share"],
];

/** What the workbook is, how to read it, and where everything stands. */
export function readmeSheetPlan(
  model: Model,
  scenarioName: string,
  version: string,
  vintage: string,
): SheetPlan {
  const { scenarios } = model.spec;
  const rows: RowPlan[] = [];
  const links: LinkPlan[] = [];
  const line = (title: string, body: string): number =>
    rows.push(rowOf({ 1: text(title), 2: text(body, "text") }));
  const section = (title: string): number =>
    rows.push(rowOf({ 1: text(title, "heading"), 2: text("", "heading"), 3: text("", "heading") }, 18));

  rows.push(rowOf({ 1: text("Kingsoft Cloud scenario model", "title") }, 26));
  rows.push(
    rowOf({
      1: text("Scenario shown", "subtitle"),
      2: selectedScenario(scenarios, scenarioName),
      3: masterFlag(),
    }),
  );
  rows.push(
    rowOf({
      1: text(
        "A quarterly three-statement model in native formulas. It recalculates in any spreadsheet; nothing is hidden, no macro and no add-in is needed.",
        "subtitle",
      ),
    }),
    emptyRow,
  );
  section("This file");
  line("Version", version);
  line(
    "Data vintage",
    `Newest source of ${vintage}. ${shippedReach(model)}, forecast to ${model.spec.timeline.quarters.at(-1)!.label}`,
  );
  line(
    "Next results",
    `${dueQuarters({ seeds: model.seeds, data: historyFromSeeds(model.spec, model.seeds) })
      .slice(0, 3)
      .map(({ label, due }) => `${label} by ${due}`)
      .join(", ")}; past its day, type the quarter on Actuals`,
  );
  line("Unit", "RMB million unless stated; one ADS is 15 ordinary shares");
  line(
    "Figures and sources",
    `${model.seeds.facts.length} figures from ${model.seeds.sources.length} sources; ${model.seeds.conflicts.length} conflicts with proof`,
  );
  rows.push(emptyRow);
  section("Contents (click to go there)");
  const scenarioSheets = model.spec.scenarios.map(
    ({ number, meaning }) => [scenarioSheet(scenarios, number), `The whole model: ${meaning}`] as const,
  );
  for (const [sheet, what] of [...CONTENTS, ...scenarioSheets]) {
    rows.push(rowOf({ 1: text(sheet, "link"), 2: text(what, "text") }));
    links.push({ cell: cellAddress(rows.length, 1), sheet, target: "A1", tooltip: what });
  }
  rows.push(emptyRow);
  section("How to use it");
  line(
    "Choose a scenario",
    "Summary, yellow cell: it changes what statements and charts show. All scenarios are calculated all the time.",
  );
  line(
    "Flex an assumption",
    "Inputs: type over a value. Scenarios without a value of their own follow the Base column; the three last ones are your own and start as Base.",
  );
  line(
    "Trace a number",
    "Every formula points to its cells; history leads to the Actuals sheet and from there to the row on Facts with document and locator.",
  );
  line(
    "Add a quarter",
    "1. Estimates, to compare with later: copy the figures of Model now as values into a free place; type its name and the quarter known to.",
  );
  line(
    "",
    "2. Actuals: type what was reported into the yellow cells of the quarter, in RMB million. All scenarios follow at once; emptied, they go back.",
  );
  line(
    "",
    "3. Checks: a figure that contradicts its parts is named there; the difference stands at the top of Actuals.",
  );
  line(
    "",
    "4. Beat or miss: the quarter against the estimate before, consensus, the quarter and the year before.",
  );
  line("", "5. A balance sheet counts once it is whole and ties; until then the model calculates it.");
  rows.push(emptyRow);
  section("Colours and signs");
  rows.push(
    rowOf({ 1: text("Typed input", "label"), 2: text("Blue on yellow: typed, may be changed", "keyInput") }),
  );
  rows.push(
    rowOf({
      1: text("Calculation", "label"),
      2: text("Black: calculated on the same sheet", "keyCalculation"),
    }),
  );
  rows.push(
    rowOf({
      1: text("From another sheet", "label"),
      2: text("Green: brought from another sheet", "keyCrossSheet"),
    }),
  );
  rows.push(
    rowOf({
      1: text("Estimate", "label"),
      2: text("Violet italics: not reported, from an assumption", "keyEstimate"),
    }),
  );
  rows.push(
    rowOf({
      1: text("Period heads", "label"),
      2: text("Blue head: actual", "stateActual"),
      3: text("Orange head: forecast", "stateForecast"),
    }),
  );
  rows.push(
    rowOf({
      1: text("", "label"),
      2: text("Green head: results only, before the balance sheet", "stateResults"),
      3: text("Violet head: an estimate", "stateEstimate"),
    }),
  );
  line(
    "Signs",
    "Costs and expenses are positive and subtracted; losses and outflows are negative, in parentheses; zero is a dash; n/d is not disclosed.",
  );
  line("Checks", "Numeric: 0 is well, 1 is not. The master flag stands at the top of every sheet.");
  rows.push(emptyRow);
  section("Tiers of facts, from strongest");
  for (const [tier, meaning] of [
    ["filing, filing-mirror", "A filing with the SEC, or a mirror of a company release"],
    ["seed", "One of the five seed documents"],
    ["derived", "Arithmetic on facts, with formula and rounding interval"],
    ["aggregator, news", "A data site; a broker note, call digest or article"],
    ["judgement", "An assumption of this model, with its reason"],
  ] as const)
    line(tier, meaning);
  rows.push(emptyRow);
  section("Limits");
  line(
    "Opening balance sheet",
    "Liabilities of the last actual quarter are known in part; debt is what balances the sheet, and says so.",
  );
  line(
    "Caps",
    "Amounts of the 2026 revision are not in the sources; the uplift is a broker's expectation and an input.",
  );
  line(
    "Party split",
    "Quarterly revenue by party is not disclosed: violet figures split the reported ecosystem by an assumption.",
  );
  rows.push(emptyRow);
  section("Change log");
  rows.push(rowOf({ 1: text("When", "unit"), 2: text("What changed, from, to, why", "unit") }));
  rows.push(
    rowOf({
      1: text(vintage, "textInput"),
      2: text("Built from the seeds; note your own changes below", "textInput"),
    }),
  );
  for (let blank = 0; blank < 5; blank++)
    rows.push(rowOf({ 1: text("", "textInput"), 2: text("", "textInput") }));
  return {
    name: SHEETS.readme,
    tabColour: TAB_COLOURS.guide,
    columns: [34, 110, 24].map((width) => ({ width })),
    rows,
    freeze: { rows: 2, columns: 0 },
    gridlines: false,
    zoom: 100,
    validations: [],
    conditionalFormats: [flagFormat("C2")],
    notes: [],
    links,
    charts: [],
    print: printPlan(3, rows.length, "All scenarios", 2, false),
  };
}
