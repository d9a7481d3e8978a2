import type { Place } from "../place";
import { workedStatements } from "./workedStatements";
import type { Worked } from "./workedLines";

const share = (at: Place): number => at.driver("xiaomiShareOfEcosystem");
const opening =
  (id: string) =>
  (at: Place): number =>
    at.driver(`opening${id}`);
const zero = (): number => 0;
const one = (): number => 1;

/** Opening of a balance that runs off over an assumption. */
const runOff = (id: string, amount: (at: Place) => number, life: string): Worked => ({
  [`${id}Instalment`]: (at) => amount(at) / at.driver(life),
  [`${id}OpeningLeft`]: amount,
  [id]: amount,
});

const owned = (at: Place): number => at.driver("openingPpeAndRou") - at.driver("openingRou");
const equity = (at: Place): number =>
  at.driver("openingEquity") - (at.driver("placingInsideSeptember") === 1 ? at.driver("placingProceeds") : 0);
const assets = (at: Place): number =>
  [
    "Cash",
    "RestrictedCash",
    "Receivables",
    "Prepayments",
    "PpeAndRou",
    "Intangibles",
    "Goodwill",
    "EquityInvestments",
    "OtherNonCurrentAssets",
  ].reduce((total, id) => total + at.driver(`opening${id}`), 0);
const debt = (at: Place): number =>
  assets(at) -
  ["Payables", "Accrued", "Leases", "Minorities"].reduce(
    (total, id) => total + at.driver(`opening${id}`),
    0,
  ) -
  equity(at);

const {
  totalEquity,
  liabilitiesAndEquity,
  totalLiabilities,
  currentAssets,
  ppe,
  rightOfUseAssets,
  intangibleAssets,
} = workedStatements;

/** Lines of the last actual quarter that the assumptions open. */
export const workedOpening: Worked = {
  demandXiaomi: (at) => at.now("revenueEcosystem") * share(at),
  demandKingsoft: (at) => at.now("revenueEcosystem") - at.now("demandXiaomi"),
  capBoundCountXiaomi: zero,
  capBoundCountKingsoft: zero,
  procurementTotal: (at) => at.driver("procurementPipeline"),
  aiCapacityAdditions: (at) => at.driver("procurementPipeline") * at.driver("aiShareOfProcurement"),
  poolCapacityAdditions: zero,
  aiFleet: (at) => at.now("aiGrossBilling") / at.driver("billingYield") / at.driver("utilisationOpening"),
  poolFleet: zero,
  priceIndex: one,
  opexIndex: one,
  externalAiDemand: (at) =>
    at.now("aiGrossBilling") - at.now("revenueEcosystem") * at.driver("ecosystemAiShare"),
  externalBasicVolume: (at) =>
    at.now("revenuePublic") -
    at.now("aiGrossBilling") -
    at.now("revenueEcosystem") * (1 - at.driver("ecosystemAiShare") - at.driver("ecosystemEnterpriseShare")),
  externalEnterprise: (at) =>
    at.now("revenueEnterprise") - at.now("revenueEcosystem") * at.driver("ecosystemEnterpriseShare"),
  ...runOff("ppeOwned", owned, "openingOwnedLife"),
  ...runOff("rightOfUse", opening("Rou"), "openingLeaseTerm"),
  ...runOff("leaseLiabilities", opening("Leases"), "openingLeaseTerm"),
  ...runOff("loans", debt, "openingDebtTerm"),
  ...runOff("financedDebt", zero, "financingTerm"),
  openingDebt: debt,
  debt,
  borrowings: debt,
  revolver: zero,
  revolverBalance: zero,
  intangibles: opening("Intangibles"),
  ppe: ppe!,
  rightOfUseAssets: rightOfUseAssets!,
  intangibleAssets: intangibleAssets!,
  equityAttributable: equity,
  shareholdersEquity: equity,
  nonControllingInterests: opening("Minorities"),
  minorityInterests: opening("Minorities"),
  adsOutstanding: opening("Ads"),
  cash: opening("Cash"),
  restrictedCash: opening("RestrictedCash"),
  receivables: opening("Receivables"),
  prepayments: opening("Prepayments"),
  goodwill: opening("Goodwill"),
  equityInvestments: opening("EquityInvestments"),
  otherNonCurrentAssets: opening("OtherNonCurrentAssets"),
  accountsPayable: opening("Payables"),
  accruedLiabilities: opening("Accrued"),
  leaseLiability: opening("Leases"),
  currentAssets: currentAssets!,
  totalAssets: assets,
  totalLiabilities: totalLiabilities!,
  totalEquity: totalEquity!,
  liabilitiesAndEquity: liabilitiesAndEquity!,
  totalDebtAndLeases: (at) => at.sum("borrowings", "leaseLiability"),
  netDebt: (at) => at.sum("borrowings", "leaseLiability") - at.now("cash"),
  netDebtToEbitda: (at) => (at.now("ltmEbitda") > 0 ? at.now("netDebt") / at.now("ltmEbitda") : 0),
  checkOpening: zero,
};
