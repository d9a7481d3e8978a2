import { LINES, PERIODS, QUARTERS, WIDTH, firstQuarterOf, type Assumptions } from "../../src/model";

/** Value of a line in a column, by any reading. */
export type Cell = (lineId: string, column: number) => number;

/** What a law is held against. */
export interface Setting {
  readonly cell: Cell;
  readonly assumptions: Assumptions;
  readonly lastActual: number;
}

/** A law of the model, worked out from other lines than the model's own checks: what it lacks in a forecast quarter, 0 when it holds. */
export type Law = (at: Quarter) => number;

/** One forecast quarter: lines by name, now and before, and assumptions. */
export interface Quarter {
  readonly t: number;
  readonly last: number;
  now(lineId: string): number;
  before(lineId: string): number;
  on(lineId: string, column: number): number;
  driver(id: string): number;
}

const change = ({ now, before }: Quarter, lineId: string): number => now(lineId) - before(lineId);
const sum = ({ now }: Quarter, ...lineIds: readonly string[]): number => lineIds.reduce((total, id) => total + now(id), 0);

const ASSETS = ["cash", "restrictedCash", "receivables", "prepayments", "ppe", "rightOfUseAssets", "intangibleAssets", "goodwill", "equityInvestments", "otherNonCurrentAssets"];
const LIABILITIES = ["accountsPayable", "accruedLiabilities", "borrowings", "revolverBalance", "leaseLiability"];
const COSTS = ["costIdc", "costDepreciation", "costSolution", "costFulfilment", "costPool", "costOther"];

const CHECKS = LINES.filter(({ id }) => id.startsWith("check")).map(({ id }) => id);
const AMOUNTS = LINES.filter(({ unit }) => unit === "RMB m").map(({ id }) => id);
const ADDED_UP = LINES.filter(({ annual }) => annual === "sum" || annual === "last");

/** Run-off of a schedule: the opening balance in equal parts until it is used up, each earlier addition over its life. */
function runOff(at: Quarter, schedule: string, additions: string, openingLife: number, life: number): number {
  const opening = at.on(schedule, at.last);
  const parts = Array.from({ length: at.t - at.last - 1 }, (_, index) => at.last + 1 + index)
    .filter((bought) => at.t - bought <= life)
    .map((bought) => at.on(additions, bought) / life);
  return (at.t - at.last <= openingLife ? opening / openingLife : 0) + parts.reduce((total, part) => total + part, 0);
}

/** Opening plus additions less run-off; a negative opening balance is a fault of the inputs, and has no schedule. */
function rollForward(at: Quarter, schedule: string, additions: string, openingLife: string, life: string): number {
  const scheduled = at.on(schedule, at.last) >= 0;
  const used = scheduled ? runOff(at, schedule, additions, at.driver(openingLife), at.driver(life)) : at.now(`${schedule}RunOff`);
  return change(at, schedule) - at.now(additions) + used;
}

function workingCapital(at: Quarter): number {
  return change(at, "accountsPayable") + change(at, "accruedLiabilities") - change(at, "receivables") - change(at, "prepayments");
}

/** Cap use of a party in the year to date, above its cap in force. */
function overCap({ t, last, on }: Quarter, party: "Xiaomi" | "Kingsoft"): number {
  const first = t - (t % 4);
  let used = first <= last ? on(`capUsed${party}`, last) : 0;
  for (let quarter = Math.max(first, last + 1); quarter <= t; quarter++) used += on(`revenue${party}`, quarter);
  return Math.max(0, used - on(`cap${party}`, t));
}

/** The laws of every forecast quarter. */
export const LAWS: Readonly<Record<string, Law>> = {
  "assets equal liabilities and equity": (at) => sum(at, ...ASSETS) - sum(at, ...LIABILITIES) - sum(at, "shareholdersEquity", "minorityInterests"),
  "totals are the sums of their parts": (at) => Math.abs(at.now("totalAssets") - sum(at, ...ASSETS)) + Math.abs(at.now("totalLiabilities") - sum(at, ...LIABILITIES)),
  "cash moves by the cash flow statement": (at) => change(at, "cash") - sum(at, "cashFromOperations", "cashFromInvesting", "cashFromFinancing"),
  "the cash flow statement closes on the balance sheet": (at) => at.now("cashClosing") - at.now("cash"),
  "operations are result, non-cash cost and working capital": (at) =>
    at.now("cashFromOperations") - sum(at, "netResult", "shareBasedPay", "depreciation", "amortisation") - workingCapital(at),
  "cash capital expenditure is owned less financed": (at) => at.now("cashFromInvesting") + at.now("ownedAdditions") * (1 - at.driver("financedShare")),
  "financing is debt, leases, equity and revolver": (at) =>
    at.now("cashFromFinancing") - (change(at, "borrowings") - at.now("financedPurchases")) - (change(at, "leaseLiability") - at.now("leasedAdditions"))
    - change(at, "revolverBalance") - at.now("equityRaise"),
  "equity moves by result, share-based pay and raises": (at) => change(at, "totalEquity") - sum(at, "netResult", "shareBasedPay", "equityRaise"),
  "the result is shared between shareholders and minorities": (at) => at.now("netResult") - sum(at, "netResultAttributable", "minorityResult"),
  "owned equipment rolls forward": (at) => rollForward(at, "ppeOwned", "ownedAdditions", "openingOwnedLife", "ownedLife"),
  "right-of-use assets roll forward": (at) => rollForward(at, "rightOfUse", "leasedAdditions", "openingLeaseTerm", "leaseTerm"),
  "lease liabilities roll forward": (at) => rollForward(at, "leaseLiabilities", "leasedAdditions", "openingLeaseTerm", "leaseTerm"),
  "loans roll forward": (at) => rollForward(at, "loans", "loansDrawn", "openingDebtTerm", "newLoanTerm"),
  "financed purchases roll forward": (at) => rollForward(at, "financedDebt", "financedPurchases", "financingTerm", "financingTerm"),
  "intangibles run off": (at) => change(at, "intangibleAssets") + Math.min(at.driver("amortisationRunRate"), at.before("intangibleAssets")),
  "interest is on opening balances": (at) =>
    at.now("interestExpense") * 4 - at.before("borrowings") * at.driver("debtRate") - at.before("leaseLiability") * at.driver("leaseRate")
    - at.before("revolverBalance") * at.driver("revolverRate"),
  "the revolver lies between zero and its limit": (at) => Math.max(0, -at.now("revolver"), at.now("revolver") - at.driver("revolverLimit")),
  "cash below the minimum means a revolver drawn in full": (at) =>
    Math.min(Math.max(0, at.driver("minimumCash") - at.now("cash")), Math.max(0, at.driver("revolverLimit") - at.now("revolver"))),
  "cash above the minimum means no revolver": (at) => Math.min(Math.max(0, at.now("cash") - at.driver("minimumCash")), Math.max(0, at.now("revolver"))),
  "Xiaomi stays within its cap": (at) => overCap(at, "Xiaomi"),
  "Kingsoft stays within its cap": (at) => overCap(at, "Kingsoft"),
  "product lens equals customer lens": (at) =>
    sum(at, "revenuePublic", "revenueEnterprise") - sum(at, "revenueXiaomi", "revenueKingsoft") - sum(at, "externalAi", "externalBasic", "agentFees", "externalEnterprise"),
  "public cloud is AI billing and basic cloud": (at) => at.now("revenuePublic") - sum(at, "aiGrossBilling", "basicCloud"),
  "AI billing needs capacity": (at) => Math.max(0, at.now("aiGrossBilling") - at.now("aiCapacity")),
  "procurement is the sum of its models": (at) => at.now("procurementTotal") - sum(at, "ownedAdditions", "leasedAdditions", "poolVolume", "agentVolume"),
  "gross profit is revenue less every cost": (at) => at.now("grossProfit") - at.now("revenue") + sum(at, ...COSTS),
  "the operating result is gross profit less every expense": (at) =>
    at.now("operatingResult") - at.now("grossProfit") + sum(at, "adjustedResearchDevelopment", "adjustedSellingMarketing", "adjustedGeneralAdministrative", "creditLoss") + at.driver("sbcInOpex"),
  "the net result follows from it": (at) => {
    const pretax = sum(at, "operatingResult", "interestIncome", "foreignExchange", "otherIncome") - at.now("interestExpense");
    return at.now("netResult") - pretax + Math.max(0, pretax) * at.driver("taxRate");
  },
  "EBITDA adds back what is not cash": (at) =>
    at.now("adjustedEbitda") - sum(at, "operatingResult", "amortisation", "shareBasedPay", "depreciation", "otherIncome"),
};

/** Laws that a reading breaks, each with the first quarter and by how much; the tolerance is 1e-9 of the largest amount. */
export function brokenLaws(setting: Setting): readonly string[] {
  const tolerance = 1e-9 * largestAmount(setting);
  const quarters = QUARTERS.map((_, t) => t).filter((t) => t > setting.lastActual).map((t) => quarterAt(setting, t));
  const broken = Object.entries(LAWS).flatMap(([name, law]) => {
    const at = quarters.find((quarter) => !(Math.abs(law(quarter)) <= tolerance));
    return at === undefined ? [] : [`${name}: ${PERIODS[at.t]!.label} off by ${law(at)}`];
  });
  return [...broken, ...wrongYears(setting, tolerance), ...unknownForecasts(setting)];
}

/** Check lines that are not 0 in a forecast quarter or year, e.g. "checkBalance 2026Q1". */
export function raisedChecks({ cell, lastActual }: Setting): readonly string[] {
  const columns = forecastColumns(lastActual);
  return CHECKS.flatMap((id) => columns.filter((column) => cell(id, column) !== 0).map((column) => `${id} ${PERIODS[column]!.label}`));
}

/** Largest amount of money in the forecast. */
export function largestAmount({ cell, lastActual }: Setting): number {
  const columns = forecastColumns(lastActual);
  let largest = 1;
  for (const id of AMOUNTS) for (const column of columns) largest = Math.max(largest, Math.abs(cell(id, column)) || 0);
  return largest;
}

function quarterAt({ cell, assumptions, lastActual }: Setting, t: number): Quarter {
  return {
    t, last: lastActual, now: (id) => cell(id, t), before: (id) => cell(id, t - 1), on: cell,
    driver: (id) => Number(assumptions.get(id)),
  };
}

/** Columns that are wholly forecast, quarters first. */
function forecastColumns(lastActual: number): readonly number[] {
  return Array.from({ length: WIDTH }, (_, column) => column).filter((column) => {
    const period = PERIODS[column]!;
    return period.kind === "quarter" ? column > lastActual : firstQuarterOf(period.year) > lastActual;
  });
}

function wrongYears({ cell, lastActual }: Setting, tolerance: number): readonly string[] {
  const years = forecastColumns(lastActual).filter((column) => column >= QUARTERS.length);
  return ADDED_UP.flatMap(({ id, annual }) =>
    years.flatMap((column) => {
      const { year, label } = PERIODS[column]!;
      const first = firstQuarterOf(year);
      const last = cell(id, first + 3);
      const expected = annual === "sum" ? cell(id, first) + cell(id, first + 1) + cell(id, first + 2) + last : last;
      return Math.abs(cell(id, column) - expected) <= tolerance ? [] : [`${id} ${label} is not its quarters`];
    }));
}

function unknownForecasts({ cell, lastActual }: Setting): readonly string[] {
  const columns = forecastColumns(lastActual);
  return LINES.flatMap(({ id, annual }) => {
    const own = annual === "none" ? columns.filter((column) => column < QUARTERS.length) : columns;
    return own.filter((column) => Number.isNaN(cell(id, column))).map((column) => `${id} ${PERIODS[column]!.label} has no value`);
  });
}
