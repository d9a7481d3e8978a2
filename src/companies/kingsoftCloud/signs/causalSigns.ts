import { valuationDrivers } from "../drivers";
import type { SignEntry } from "./signEntry";

const CONTRACTS =
  "What is contracted needs equipment that costs depreciation and interest before it has paid back, and has first call on a short fleet.";
const COSTS =
  "Cost of the opening quarter is reported: a higher rate is a lower mark on all rates, so that only what grows faster than the rest costs more.";
const FINANCING =
  "Loans are drawn as cash needs them and against the equipment of the quarter, so that cash mostly stays at its minimum and what was not drawn cannot be drawn later.";
const HELD_BACK =
  "Of a reported quarter a tighter cap says that more was demanded than came, not that less was.";
const TURNED_AWAY =
  "Of a reported quarter less capacity says that more was demanded than could be billed, not that less was.";
const SPLIT =
  "A reported quarter fixes totals: what the driver adds to one part of them, the others lack from then on.";
const INTEREST =
  "Interest of a reported quarter is known: a higher rate is a lower mark on every rate from then on.";

/** What values the firm changes nothing of it. */
const VALUATION: Readonly<Record<string, SignEntry>> = Object.fromEntries(
  Object.values(valuationDrivers).map(({ id }) => [id, { signs: ["none", "none", "none", "none", "none"] }]),
);

/** Declared directions by driver, without the year of drivers that have one: of revenue, adjusted EBITDA, adjusted operating result and net result, each added up, and of closing cash. */
export const CAUSAL_SIGNS: Readonly<Record<string, SignEntry>> = {
  capBasis: {
    signs: ["depends", "depends", "depends", "depends", "depends"],
    reason: "The other basis scales the caps by what a half-year statement implies.",
  },
  capXiaomi: {
    signs: ["up", "up", "depends", "depends", "depends"],
    reason: CONTRACTS,
    reported: { figures: ["revenue", "ebitda"], reason: HELD_BACK },
  },
  capKingsoft: {
    signs: ["up", "up", "depends", "depends", "depends"],
    reason: CONTRACTS,
    reported: { figures: ["revenue", "ebitda"], reason: HELD_BACK },
  },
  capImpliedCombined: { signs: ["up", "up", "depends", "depends", "depends"], reason: CONTRACTS },
  capFiledCombined: { signs: ["down", "down", "depends", "depends", "depends"], reason: CONTRACTS },
  upliftXiaomi: { signs: ["up", "up", "depends", "depends", "depends"], reason: CONTRACTS },
  upliftKingsoft: { signs: ["up", "up", "depends", "depends", "depends"], reason: CONTRACTS },
  upliftQuarter: { signs: ["down", "down", "depends", "depends", "depends"], reason: CONTRACTS },
  capPacing: {
    signs: ["depends", "depends", "depends", "depends", "depends"],
    reason: "A choice, not an amount: first come uses a cap early, filing again raises it.",
  },
  capRefileThreshold: { signs: ["none", "none", "none", "none", "none"] },
  capRefileStep: { signs: ["up", "up", "depends", "depends", "depends"], reason: CONTRACTS },
  capRefileDelay: { signs: ["down", "down", "depends", "depends", "depends"], reason: CONTRACTS },
  capUsableXiaomi: {
    signs: ["up", "up", "depends", "depends", "depends"],
    reason: CONTRACTS,
    reported: { figures: ["revenue"], reason: HELD_BACK },
  },
  capUsableKingsoft: {
    signs: ["up", "up", "depends", "depends", "depends"],
    reason: CONTRACTS,
    reported: { figures: ["revenue", "ebitda"], reason: HELD_BACK },
  },
  renewalXiaomi: { signs: ["up", "up", "depends", "depends", "depends"], reason: CONTRACTS },
  renewalKingsoft: { signs: ["up", "up", "depends", "depends", "depends"], reason: CONTRACTS },
  renewalInForce: { signs: ["up", "up", "up", "up", "depends"], reason: FINANCING },
  renewalDelay: { signs: ["down", "down", "down", "down", "depends"], reason: FINANCING },
  interimShare: { signs: ["up", "up", "up", "up", "depends"], reason: FINANCING },
  redeployShare: { signs: ["up", "up", "up", "up", "depends"], reason: FINANCING },
  redeployRamp: { signs: ["up", "up", "up", "up", "depends"], reason: FINANCING },
  capStep: { signs: ["none", "none", "none", "none", "none"] },
  redeployDiscount: { signs: ["down", "down", "down", "down", "depends"], reason: FINANCING },
  xiaomiShareOfEcosystem: {
    signs: ["depends", "depends", "depends", "depends", "depends"],
    reason: "Moves demand between two parties with growth and caps of their own.",
  },
  xiaomiShareBefore: { signs: ["none", "none", "none", "none", "none"] },
  xiaomiDemandGrowth: {
    signs: ["up", "depends", "depends", "depends", "depends"],
    reason: CONTRACTS,
    reported: { figures: ["revenue"], reason: HELD_BACK },
  },
  kingsoftDemandGrowth: { signs: ["up", "depends", "depends", "depends", "depends"], reason: CONTRACTS },
  ecosystemAiShare: {
    signs: ["down", "down", "depends", "depends", "depends"],
    reason: "AI contracts need equipment of their own and have first call on the fleet.",
  },
  ecosystemEnterpriseShare: {
    signs: ["depends", "depends", "depends", "depends", "depends"],
    reason: "Enterprise cloud earns more or less than what it stands in for by the costs of the set.",
  },
  externalAiGrowth: { signs: ["up", "up", "depends", "depends", "depends"], reason: CONTRACTS },
  externalBasicGrowth: { signs: ["up", "up", "up", "up", "depends"], reason: FINANCING },
  externalEnterpriseGrowth: { signs: ["up", "up", "up", "up", "depends"], reason: FINANCING },
  priceCut: { signs: ["down", "down", "down", "down", "depends"], reason: FINANCING },
  ecosystemPriceCut: {
    signs: ["down", "down", "down", "down", "depends"],
    reason: FINANCING,
    reported: { figures: ["revenue", "ebitda", "operating", "net"], reason: SPLIT },
  },
  priceElasticity: { signs: ["up", "up", "depends", "depends", "depends"], reason: CONTRACTS },
  procurementMode: {
    signs: ["depends", "depends", "down", "down", "depends"],
    reason: "Spends what contracts do not ask for, and less than they ask where the envelope is spread.",
  },
  capexEnvelope: {
    signs: ["up", "depends", "down", "down", "depends"],
    reason:
      "More equipment bills more only where demand is turned away; elsewhere it costs racks and depreciation.",
  },
  leasedShare: {
    signs: ["none", "none", "depends", "depends", "depends"],
    reason: "Leases run off faster than owned equipment and are not cash at the start.",
    reported: { figures: ["ebitda"], reason: SPLIT },
  },
  poolShare: {
    signs: ["up", "depends", "depends", "depends", "depends"],
    reason: "A pool saves equipment and costs a share of billing.",
  },
  agentShare: {
    signs: ["up", "up", "up", "up", "depends"],
    reason: FINANCING,
    reported: { figures: ["operating", "net"], reason: SPLIT },
  },
  financedShare: { signs: ["none", "none", "none", "depends", "depends"], reason: FINANCING },
  aiShareOfProcurement: {
    signs: ["up", "depends", "depends", "depends", "depends"],
    reason: "Less is bought for the same capacity; what is bought for other things brings none.",
  },
  procurementPipeline: { signs: ["up", "up", "up", "up", "depends"], reason: FINANCING },
  inServiceLag: {
    signs: ["depends", "depends", "depends", "depends", "depends"],
    reason:
      "Later service loses billing and depreciation alike; where contracts decide, a longer way is planned ahead at the growth of the day, which may buy more than is needed.",
  },
  fleetRetirement: {
    signs: ["down", "depends", "down", "depends", "depends"],
    reason:
      "A smaller fleet costs fewer racks, is replaced where contracts ask for it, and leaves less to impair.",
    reported: { figures: ["operating"], reason: TURNED_AWAY },
  },
  billingYield: {
    signs: ["up", "depends", "depends", "depends", "depends"],
    reason:
      "Less is bought for the same billing; fewer racks of the opening fleet leave more of its reported cost to other causes.",
  },
  targetUse: {
    signs: ["down", "depends", "up", "up", "depends"],
    reason: "A tighter fleet costs less and turns demand away.",
  },
  openingUse: {
    signs: ["down", "depends", "depends", "depends", "depends"],
    reason: "A smaller fleet at the start costs less, turns demand away and is filled up.",
    reported: { figures: ["revenue"], reason: TURNED_AWAY },
  },
  inferenceShare: {
    signs: ["up", "up", "up", "up", "depends"],
    reason: FINANCING,
    reported: { figures: ["revenue", "ebitda", "operating", "net"], reason: SPLIT },
  },
  inferenceShareOpening: { signs: ["down", "down", "down", "down", "depends"], reason: FINANCING },
  inferencePremium: { signs: ["up", "up", "up", "up", "depends"], reason: FINANCING },
  idcRatioBasic: { signs: ["none", "depends", "depends", "depends", "depends"], reason: COSTS },
  rackRatioAi: { signs: ["none", "down", "down", "down", "depends"], reason: FINANCING },
  powerRatioAi: { signs: ["none", "down", "down", "down", "depends"], reason: FINANCING },
  idcSaving: { signs: ["none", "up", "up", "up", "depends"], reason: FINANCING },
  upfrontRatio: { signs: ["none", "depends", "depends", "depends", "depends"], reason: COSTS },
  spotShare: { signs: ["none", "down", "down", "down", "depends"], reason: FINANCING },
  solutionRatio: { signs: ["none", "depends", "depends", "depends", "depends"], reason: COSTS },
  fulfilmentRatio: { signs: ["none", "depends", "depends", "depends", "depends"], reason: COSTS },
  otherCostRatio: { signs: ["none", "down", "down", "down", "depends"], reason: FINANCING },
  costMarkFade: {
    signs: ["none", "depends", "depends", "depends", "depends"],
    reason: "What fades may be a cost above or below the rates.",
  },
  poolRevenueShare: { signs: ["none", "down", "down", "down", "depends"], reason: FINANCING },
  agentFee: { signs: ["up", "up", "up", "up", "depends"], reason: FINANCING },
  depreciationInCost: { signs: ["none", "depends", "depends", "depends", "depends"], reason: COSTS },
  researchShareOfOpex: { signs: ["none", "none", "none", "none", "none"] },
  sellingShareOfOpex: { signs: ["none", "none", "none", "none", "none"] },
  opexGrowth: { signs: ["none", "down", "down", "down", "depends"], reason: FINANCING },
  creditLoss: { signs: ["none", "down", "down", "down", "depends"], reason: FINANCING },
  amortisationRunRate: {
    signs: ["none", "up", "up", "depends", "depends"],
    reason: "Reported expenses hold it, so that the rest of them is lower; it ends with the intangibles.",
  },
  sbcInCost: {
    signs: ["none", "up", "up", "up", "depends"],
    reason: FINANCING,
    reported: { figures: ["ebitda", "operating", "net"], reason: SPLIT },
  },
  sbcInOpex: { signs: ["none", "none", "none", "down", "none"] },
  sbcResearchShare: { signs: ["none", "none", "none", "none", "none"] },
  sbcSellingShare: { signs: ["none", "none", "none", "none", "none"] },
  otherIncome: { signs: ["none", "up", "none", "up", "depends"], reason: FINANCING },
  otherIncomeOfReports: {
    signs: ["none", "none", "none", "none", "none"],
    reported: { figures: ["ebitda", "operating", "net", "cash"], reason: SPLIT },
  },
  foreignExchange: { signs: ["none", "none", "none", "up", "up"] },
  taxRate: { signs: ["none", "none", "none", "down", "none"] },
  openingTaxLosses: { signs: ["none", "none", "none", "up", "none"] },
  minorityShare: { signs: ["none", "none", "none", "none", "none"] },
  impairmentThreshold: { signs: ["none", "none", "up", "down", "depends"], reason: FINANCING },
  impairmentBooked: { signs: ["none", "none", "up", "down", "depends"], reason: FINANCING },
  minimumCash: { signs: ["none", "none", "none", "down", "depends"], reason: FINANCING },
  cashCeiling: { signs: ["none", "none", "none", "down", "depends"], reason: FINANCING },
  loanShareOfCapex: { signs: ["none", "none", "none", "depends", "up"], reason: FINANCING },
  loanTerm: { signs: ["none", "none", "none", "depends", "up"], reason: FINANCING },
  financingTerm: { signs: ["none", "none", "none", "depends", "up"], reason: FINANCING },
  revolverLimit: { signs: ["none", "none", "none", "down", "up"] },
  revolverRate: { signs: ["none", "none", "none", "down", "down"] },
  debtRate: {
    signs: ["none", "none", "none", "down", "depends"],
    reason: FINANCING,
    reported: { figures: ["net"], reason: INTEREST },
  },
  leaseRate: {
    signs: ["none", "none", "none", "down", "down"],
    reported: { figures: ["net"], reason: INTEREST },
  },
  cashYield: { signs: ["none", "none", "none", "up", "up"] },
  equityRaiseAmount: { signs: ["none", "none", "none", "up", "up"] },
  equityRaiseQuarter: { signs: ["none", "none", "none", "down", "depends"], reason: FINANCING },
  equityRaisePrice: { signs: ["none", "none", "none", "none", "none"] },
  awardPrice: { signs: ["none", "none", "none", "none", "none"] },
  openingAds: { signs: ["none", "none", "none", "none", "none"] },
  daysInQuarter: {
    signs: ["none", "none", "none", "depends", "depends"],
    reason: "Ties balances to flows of both signs.",
  },
  quartersInYear: { signs: ["none", "none", "none", "none", "none"] },
  relatedPartyDays: {
    signs: ["none", "none", "none", "depends", "depends"],
    reason: "Splits the opening receivables: what related parties hold more, others hold less.",
  },
  creditorDays: {
    signs: ["none", "none", "none", "depends", "depends"],
    reason: "Splits the opening payables; equipment creditors follow what is bought.",
  },
  serverPrepayment: {
    signs: ["none", "none", "none", "depends", "depends"],
    reason: "Splits the opening prepayments; servers follow what is bought.",
  },
  customerDeposits: { signs: ["none", "none", "none", "down", "down"] },
  depositTerm: { signs: ["none", "none", "none", "up", "up"] },
  ownedLife: {
    signs: ["none", "none", "up", "up", "depends"],
    reason: FINANCING,
    reported: { figures: ["ebitda"], reason: SPLIT },
  },
  openingOwnedLife: {
    signs: ["none", "none", "up", "up", "depends"],
    reason: FINANCING,
    reported: { figures: ["ebitda", "operating", "net"], reason: SPLIT },
  },
  openingDepreciationDecline: { signs: ["none", "none", "up", "up", "none"] },
  leaseTerm: {
    signs: ["none", "none", "up", "up", "depends"],
    reason: FINANCING,
    reported: { figures: ["ebitda"], reason: SPLIT },
  },
  openingLeaseTerm: {
    signs: ["none", "none", "up", "depends", "depends"],
    reason: "Principal is paid later and interest longer.",
    reported: { figures: ["ebitda", "operating"], reason: SPLIT },
  },
  openingRou: {
    signs: ["none", "none", "down", "down", "depends"],
    reason: FINANCING,
    reported: { figures: ["ebitda"], reason: SPLIT },
  },
  ...VALUATION,
  alarmLowUse: { signs: ["none", "none", "none", "none", "none"] },
  alarmClusterReturn: { signs: ["none", "none", "none", "none", "none"] },
  checkDigits: {
    signs: ["none", "none", "depends", "depends", "none"],
    reason: "Sets from where on an amount counts as nothing.",
  },
};
