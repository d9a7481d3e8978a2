import {
  balances,
  capacity,
  cashFlow,
  cost,
  credit,
  debt,
  ecosystem,
  equity,
  external,
  financedDebt,
  gross,
  guideRails,
  income,
  intangible,
  kingsoft,
  leases,
  loans,
  loansDrawn,
  openingDebt,
  opex,
  owned,
  perAds,
  procurement,
  revenue,
  revisionInEffect,
  revolver,
  rightOfUse,
  SCENARIOS,
  xiaomi,
  type LineItem,
  type Model,
} from "../model";
import { columnLetters, onSheet } from "./address";
import { AXIS, HEADER, periodColumn, PERIODS_LEFT_TO_RIGHT } from "./axis";
import { formula, NOT_DISCLOSED, rowOf, text } from "./cells";
import type { Layout } from "./layout";
import type { CellPlan, ConditionalFormatPlan, RowPlan, SheetPlan } from "./plan";
import { labelStyle, sectionRow } from "./scenarioSheetPlan";
import { axisSheet, selectedScenario } from "./sheetFrame";
import { scenarioSheet, SHEETS, TAB_COLOURS } from "./sheetNames";
import { COLOURS, numberStyle } from "./styles";
import { summaryCells } from "./summaryCells";
import type { ScenarioValues } from "./workbookValues";

interface Block {
  readonly title: string;
  readonly lines: readonly LineItem[];
}

/** A sheet that presents lines of the selected scenario. */
export interface Statement {
  readonly name: string;
  readonly title: string;
  readonly conventions: string;
  readonly blocks: readonly Block[];
}

const partyLines = (party: typeof xiaomi): readonly LineItem[] => [
  party.agreed,
  party.revised,
  party.cap,
  party.demand,
  party.revenue,
  party.used,
  party.headroom,
  party.utilisation,
  party.lost,
  party.binds,
  party.bindingQuarter,
];

/** The statement sheets and what each presents. */
export const STATEMENTS: readonly Statement[] = [
  {
    name: SHEETS.revenue,
    title: "Revenue and related-party caps",
    conventions:
      "Product lens and customer lens give the same total. AI gross billing is billing inside public cloud, not revenue. A cap is a year's limit; quarters show it as in force.",
    blocks: [
      {
        title: "Revenue by product",
        lines: [
          revenue.aiGrossBilling,
          revenue.basicCloud,
          revenue.public,
          revenue.enterprise,
          revenue.other,
          revenue.total,
          revenue.growth,
          revenue.aiShareOfPublic,
        ],
      },
      { title: "Revenue by customer", lines: [revenue.ecosystem, revenue.external, revenue.ecosystemShare] },
      { title: "Xiaomi", lines: [revisionInEffect, ...partyLines(xiaomi)] },
      { title: "Kingsoft", lines: partyLines(kingsoft) },
      {
        title: "Ecosystem demand and what the caps keep out",
        lines: [
          ecosystem.allowed,
          ecosystem.aiServed,
          ecosystem.basic,
          ecosystem.enterprise,
          ecosystem.lost,
          ecosystem.redeployed,
        ],
      },
      {
        title: "External customers",
        lines: [external.ai, external.basic, external.agentFees, external.enterprise],
      },
      { title: "AI capacity", lines: [capacity.fleet, capacity.capacity, revenue.capacityUse] },
    ],
  },
  {
    name: SHEETS.capex,
    title: "Capital expenditure and schedules",
    conventions:
      "Additions and balances are positive. Leased and financed purchases are not cash at the start. Opening debt balances the opening sheet.",
    blocks: [
      { title: "Infrastructure procured", lines: Object.values(procurement) },
      { title: "AI capacity", lines: Object.values(capacity) },
      { title: "Owned equipment", lines: [owned.opening, procurement.owned, owned.runOff, owned.closing] },
      {
        title: "Right-of-use assets",
        lines: [rightOfUse.opening, procurement.leased, rightOfUse.runOff, rightOfUse.closing],
      },
      { title: "Intangibles", lines: [intangible.amortisation, intangible.closing, intangible.depreciation] },
      {
        title: "Lease liabilities",
        lines: [leases.opening, procurement.leased, leases.runOff, leases.closing],
      },
      { title: "Loans", lines: [openingDebt, loans.opening, loansDrawn, loans.runOff, loans.closing] },
      {
        title: "Financed purchases",
        lines: [financedDebt.opening, procurement.financed, financedDebt.runOff, financedDebt.closing],
      },
      {
        title: "Revolver and funding",
        lines: [revolver.cashBefore, revolver.change, revolver.closing, revolver.gap, debt.closing],
      },
      { title: "Equity", lines: [equity.raise, equity.closing, equity.minorities, equity.ads] },
    ],
  },
  {
    name: SHEETS.income,
    title: "Income statement, reported and adjusted",
    conventions:
      "Costs and expenses are positive and subtracted; results are negative for a loss. Adjusted figures are before share-based pay and amortisation of acquired intangibles.",
    blocks: [
      {
        title: "Revenue",
        lines: [revenue.public, revenue.enterprise, revenue.other, revenue.total, revenue.growth],
      },
      { title: "Cost of revenue", lines: Object.values(cost) },
      { title: "Gross profit", lines: Object.values(gross) },
      {
        title: "Operating expenses",
        lines: [opex.research, opex.selling, opex.general, opex.creditLoss, opex.total],
      },
      { title: "Results", lines: [...Object.values(income)] },
      { title: "Per ADS", lines: Object.values(perAds) },
      { title: "Against guidance", lines: Object.values(guideRails) },
    ],
  },
  {
    name: SHEETS.balance,
    title: "Balance sheet and credit metrics",
    conventions:
      "Assets, liabilities and equity are positive. At the last actual quarter the input block stands; debt is what balances it.",
    blocks: [
      {
        title: "Assets",
        lines: [
          balances.cash,
          balances.restrictedCash,
          balances.receivables,
          balances.prepayments,
          balances.currentAssets,
          balances.ppe,
          balances.rightOfUse,
          balances.intangibles,
          balances.goodwill,
          balances.equityInvestments,
          balances.otherNonCurrentAssets,
          balances.totalAssets,
        ],
      },
      {
        title: "Liabilities",
        lines: [
          balances.payables,
          balances.accrued,
          balances.debt,
          balances.revolver,
          balances.leases,
          balances.totalLiabilities,
        ],
      },
      {
        title: "Equity",
        lines: [
          balances.equityAttributable,
          balances.minorities,
          balances.totalEquity,
          balances.liabilitiesAndEquity,
        ],
      },
      { title: "Credit metrics", lines: Object.values(credit) },
    ],
  },
  {
    name: SHEETS.cash,
    title: "Cash flow statement",
    conventions:
      "Positive is an inflow. Interest and tax are inside operations. Financed and leased purchases are shown apart as non-cash.",
    blocks: [
      {
        title: "Operations",
        lines: [
          cashFlow.net,
          cashFlow.depreciation,
          cashFlow.sbc,
          cashFlow.workingCapital,
          cashFlow.operations,
        ],
      },
      { title: "Investing", lines: [cashFlow.capex, cashFlow.investing] },
      {
        title: "Financing",
        lines: [
          cashFlow.loans,
          cashFlow.repayment,
          cashFlow.leasePrincipal,
          cashFlow.equity,
          cashFlow.financingBeforeRevolver,
          cashFlow.revolver,
          cashFlow.financing,
        ],
      },
      { title: "Cash", lines: [cashFlow.opening, cashFlow.netChange, cashFlow.closing] },
      { title: "Beside the statement", lines: [cashFlow.freeCashFlow, cashFlow.nonCash] },
    ],
  },
];

/** Row of a line's first appearance on a statement sheet. Throws when the sheet does not present it. */
export function statementRow(name: string, line: LineItem): number {
  const statement = STATEMENTS.find((each) => each.name === name)!;
  let row = HEADER.rows;
  for (const block of statement.blocks) {
    row += 1;
    for (const each of block.lines) {
      row += 1;
      if (each === line) return row;
    }
  }
  throw new Error(`The sheet "${name}" does not present the line "${line.id}".`);
}

/** Text of the formula that takes a cell of the selected scenario's sheet. */
export function chosenCell(cell: string): string {
  const number = onSheet(SHEETS.summary, summaryCells.number);
  return `CHOOSE(${number},${SCENARIOS.map((scenario) => onSheet(scenarioSheet(scenario.number), cell)).join(",")})`;
}

/** One statement sheet: every cell takes the selected scenario's value. */
export function statementSheetPlan(
  model: Model,
  layout: Layout,
  statement: Statement,
  base: SheetPlan,
  values: ScenarioValues,
  scenarioName: string,
): SheetPlan {
  const body = statement.blocks.flatMap((block): RowPlan[] => [
    sectionRow(block.title),
    ...block.lines.map((line) => statementLine(layout, line, base, values)),
  ]);
  return axisSheet(
    model,
    statement.name,
    TAB_COLOURS.statement,
    {
      title: statement.title,
      scenarioName: selectedScenario(scenarioName),
      conventions: statement.conventions,
    },
    body,
    { footer: "Scenario as named in the header", conditionalFormats: alerts(statement) },
  );
}

function statementLine(layout: Layout, line: LineItem, base: SheetPlan, values: ScenarioValues): RowPlan {
  const source = base.rows[layout.scenario.line.get(line.id)! - 1]!;
  const cells: Record<number, CellPlan> = {
    1: text(line.label, labelStyle(line)),
    2: text(line.unit, "unit"),
    [AXIS.lineName]: text(line.id, "name"),
  };
  for (const index of PERIODS_LEFT_TO_RIGHT) {
    const column = periodColumn(index);
    const cell = source.cells[column - 1];
    if (cell == null) continue;
    const reference = chosenCell(`${columnLetters(column)}${layout.scenario.line.get(line.id)!}`);
    cells[column] =
      cell.value === NOT_DISCLOSED
        ? formula(reference, NOT_DISCLOSED, "notDisclosed")
        : formula(
            reference,
            values.line(line.id, index),
            numberStyle(line.unit, "crossSheet", line.emphasis ?? "plain"),
          );
  }
  return rowOf(cells);
}

/** Orange where a cap binds or demand is lost, red where the plan is not funded. */
function alerts(statement: Statement): readonly ConditionalFormatPlan[] {
  const first = columnLetters(AXIS.firstYear);
  const last = columnLetters(AXIS.lineName - 1);
  return [
    xiaomi.lost,
    xiaomi.binds,
    kingsoft.lost,
    kingsoft.binds,
    ecosystem.lost,
    revolver.gap,
    guideRails.fundingGap,
  ].flatMap((line) => {
    if (!statement.blocks.some((block) => block.lines.includes(line))) return [];
    const row = statementRow(statement.name, line);
    const funding = line === revolver.gap || line === guideRails.fundingGap;
    return [
      {
        range: `${first}${row}:${last}${row}`,
        formula: `AND(ISNUMBER(${first}${row}),${first}${row}>0)`,
        colour: COLOURS.bad,
        fill: funding ? COLOURS.badFill : COLOURS.changedFill,
      },
    ];
  });
}
