import { section, type LineItem, type Section } from "../lineItem";
import { balances } from "./balanceLines";
import { capacity } from "./capacityLines";
import { kingsoft, revisionInEffect, xiaomi } from "./capLines";
import { cashFlow } from "./cashFlowLines";
import { checks } from "./checkLines";
import { clock } from "./clockLines";
import { ecosystem } from "./ecosystemLines";
import { debt, equity, financedDebt, loans, loansDrawn, openingDebt, revolver } from "./financingLines";
import { cost, gross, income, opex } from "./incomeLines";
import { credit, guideRails, perAds } from "./metricLines";
import { procurement } from "./procurementLines";
import { external, revenue } from "./revenueLines";
import { intangible, leases, owned, rightOfUse } from "./scheduleLines";

export {
  balances,
  capacity,
  cashFlow,
  checks,
  clock,
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
};
export {
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
  xiaomi,
};

/** Every line of the model in worksheet order. */
export const SECTIONS: readonly Section[] = [
  section("Calendar", clock),
  section("Xiaomi: cap, demand and revenue", { revisionInEffect, ...xiaomi }),
  section("Kingsoft: cap, demand and revenue", kingsoft),
  section("Ecosystem", ecosystem),
  section("Infrastructure procured", procurement),
  section("AI capacity", capacity),
  section("External customers", external),
  section("Revenue by product and by customer", revenue),
  section("Owned equipment", owned),
  section("Right-of-use assets", rightOfUse),
  section("Intangibles and depreciation", intangible),
  section("Cost of revenue", cost),
  section("Gross profit", gross),
  section("Operating expenses", opex),
  section("Results", income),
  section("Lease liabilities", leases),
  section("Loans", { loansDrawn, openingDebt, ...loans }),
  section("Financed purchases", financedDebt),
  section("Debt", debt),
  section("Revolver and funding", revolver),
  section("Equity", equity),
  section("Balance sheet", balances),
  section("Cash flow statement", cashFlow),
  section("Per ADS", perAds),
  section("Credit metrics", credit),
  section("Guide-rails", guideRails),
  section("Checks", checks),
];

/** Every line of the model; the index is its place in the fast reading. */
export const LINES: readonly LineItem[] = SECTIONS.flatMap((each) => each.lines);

/** Finds a line by its id. */
export const LINE_BY_ID: ReadonlyMap<string, LineItem> = new Map(LINES.map((line) => [line.id, line]));
