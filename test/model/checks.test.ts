import { Exact, precedents, toDecimal, type ExactScope, type Expression } from "../../src/formula";
import { LINE_BY_ID, LINES } from "../../src/companies/kingsoftCloud";
import type { LineItem } from "../../src/model";
import { driverPlace, Place, rowOf, type Setting } from "./place";
import { exactSetting } from "./readingsApart";
import { modelOf } from "./realModel";

const model = modelOf();
const base = exactSetting(model, model.assumptions("base"));
/** A quarter of which nothing is known. */
const COLUMN = base.opening + 3;

/** Differences that must round to nothing. */
const TIES: Readonly<Record<string, (at: Place) => number>> = {
  checkBalance: (at) => at.now("totalAssets") - at.now("liabilitiesAndEquity"),
  checkCash: (at) => at.now("cashClosing") - at.now("cash"),
  checkCashCauses: (at) =>
    at.now("netChangeInCash") - at.sum("cashFromOperations", "cashFromInvesting", "cashFromFinancing"),
  checkEquity: (at) => at.change("totalEquity") - at.sum("netResult", "shareBasedPay", "equityRaise"),
  checkOwned: (at) =>
    at.change("ppe") - at.sum("ownedAdditions", "rightOfUseRunOff") + at.sum("depreciation", "impairment"),
  checkRightOfUse: (at) =>
    at.change("rightOfUseAssets") - at.now("leasedAdditions") + at.now("rightOfUseRunOff"),
  checkLeases: (at) =>
    at.change("leaseLiability") - at.now("leasedAdditions") + at.now("leaseLiabilitiesRunOff"),
  checkDebt: (at) => at.change("debt") - at.sum("loansDrawn", "financedPurchases") + at.now("debtRepayment"),
  checkLenses: (at) => at.now("revenue") - at.sum("revenueEcosystem", "revenueExternal"),
  checkBasicCloud: (at) => at.now("revenuePublic") - at.sum("aiGrossBilling", "basicCloud"),
  checkParties: (at) => at.now("revenueEcosystem") - at.sum("revenueXiaomi", "revenueKingsoft"),
  checkDefinitions: (at) =>
    at.sum("adjustedNetResult", "foreignExchange") - at.sum("netResult", "shareBasedPay", "impairment"),
  checkEbitda: (at) =>
    at.sum("adjustedEbitda", "adjustedOperatingExpenses") -
    at.sum("adjustedGrossProfit", "amortisation", "depreciation", "otherIncome"),
};

/** Amounts and shares that must not be negative after rounding. */
const NOT_NEGATIVE: Readonly<Record<string, (at: Place) => number>> = {
  checkCapXiaomi: (at) => at.now("capLeftXiaomi") - at.now("revenueXiaomi"),
  checkCapKingsoft: (at) => at.now("capLeftKingsoft") - at.now("revenueKingsoft"),
  checkServed: (at) => at.now("aiCapacity") - at.now("aiVolumeServed"),
  checkRedeployed: (at) => at.now("capacitySetFree") - at.now("redeployedServed"),
  checkEnvelope: (at) => at.now("envelopeLimit") - at.now("capexCompanyBasis"),
  checkNotNegative: (at) =>
    Math.min(...["ppe", "rightOfUseAssets", "intangibles", "leaseLiability", "debt"].map((id) => at.now(id))),
  checkRevolver: (at) => at.now("revolver"),
  checkMix: (at) => 1 - at.driver("leasedShare") - at.driver("poolShare") - at.driver("agentShare"),
  checkEcosystemMix: (at) => 1 - at.driver("ecosystemAiShare") - at.driver("ecosystemEnterpriseShare"),
};

/** Figures that are reported where a check is not asked. */
const NOT_ASKED: Readonly<Record<string, readonly string[]>> = {
  checkCashCauses: ["cash"],
  checkEquity: ["cash"],
  checkOwned: ["cash"],
  checkLeases: ["cash"],
  checkDebt: ["cash"],
  checkNotNegative: ["cash"],
  checkCapXiaomi: ["revenueEcosystem"],
  checkCapKingsoft: ["revenueEcosystem"],
  checkServed: ["aiGrossBilling", "revenuePublic", "revenue"],
  checkEnvelope: ["capexCompanyBasis"],
};

const formulaOf = (line: LineItem): Expression => line.forecast!();

function readFrom(
  { values, drivers }: Setting,
  column: number,
  reported: readonly string[] = [],
): ExactScope {
  return {
    series: ({ id }, shift) => new Exact(values[rowOf(id) + column + shift]!),
    scalar: ({ id }) => new Exact(drivers[driverPlace(id)]!),
    fact: ({ id }) => new Exact(reported.includes(id) ? values[rowOf(id) + column]! : Number.NaN),
  } as ExactScope;
}

/** Amounts that are added to what a check reads: plain faults, and such as fall just above and just below the sixth decimal, from its value and from zero. */
const faultsFrom = (value: number): readonly number[] => [
  0,
  1e4,
  -1e6,
  1,
  -1,
  6e-7,
  -6e-7,
  4e-7,
  -4e-7,
  -value,
  -value - 6e-7,
  -value - 4e-7,
];

/** A column that remembers which values it was asked for. */
class Remembering extends Place {
  readonly places = new Set<number>();
  readonly assumptions = new Set<number>();

  override now(lineId: string): number {
    return this.before(lineId, 0);
  }

  override before(lineId: string, columns = 1): number {
    this.places.add(rowOf(lineId) + this.t - columns);
    return super.before(lineId, columns);
  }

  override driver(id: string): number {
    this.assumptions.add(driverPlace(id));
    return super.driver(id);
  }
}

/** The numbers with something added to one of them. */
function withAdded(numbers: Float64Array, place: number, added: number): Float64Array {
  return numbers.map((number, at) => (at === place ? number + added : number));
}

/** The Base case with a fault in each quantity that the check is about, or that its formula reads, one at a time. */
function faulty(line: LineItem, isBroken: (at: Place) => unknown): readonly Setting[] {
  const at = new Remembering(base, COLUMN);
  isBroken(at);
  for (const precedent of precedents(formulaOf(line))) {
    if (precedent.kind === "series") at.before(precedent.series.id, -precedent.shift);
    if (precedent.kind === "scalar" && precedent.scalar.id !== "checkDigits") at.driver(precedent.scalar.id);
  }
  return [
    ...[...at.places].flatMap((place): readonly Setting[] =>
      faultsFrom(base.values[place]!).map((fault) => ({
        ...base,
        values: withAdded(base.values, place, fault),
      })),
    ),
    ...[...at.assumptions].flatMap((place): readonly Setting[] =>
      faultsFrom(base.drivers[place]!).map((fault) => ({
        ...base,
        drivers: withAdded(base.drivers, place, fault),
      })),
    ),
  ];
}

const roundsTo = (amount: number): number => Math.round(amount * 1e6) / 1e6;

test.each([
  ...Object.entries(TIES).map(
    ([id, difference]) => [id, (at: Place) => roundsTo(difference(at)) !== 0] as const,
  ),
  ...Object.entries(NOT_NEGATIVE).map(
    ([id, amount]) => [id, (at: Place) => roundsTo(amount(at)) < 0] as const,
  ),
])("%s is raised by the faults it is there for, and by no others", (id, isBroken) => {
  const line = LINE_BY_ID.get(id)!;
  const raised = faulty(line, isBroken).map((setting) => ({
    found: toDecimal(formulaOf(line), readFrom(setting, COLUMN)).toNumber(),
    expected: Number(isBroken(new Place(setting, COLUMN))),
  }));
  expect(raised.map(({ found }) => found)).toEqual(raised.map(({ expected }) => expected));
  expect(new Set(raised.map(({ expected }) => expected))).toEqual(new Set([0, 1]));
});

test.each(Object.entries(NOT_ASKED))("%s is not asked where %j is reported", (id, reported) => {
  const line = LINE_BY_ID.get(id)!;
  const isBroken = TIES[id] ?? NOT_NEGATIVE[id]!;
  const found = (figures: readonly string[]): ReadonlySet<number> =>
    new Set(
      faulty(line, isBroken).map((setting) =>
        toDecimal(formulaOf(line), readFrom(setting, COLUMN, figures)).toNumber(),
      ),
    );
  expect(found([])).toEqual(new Set([0, 1]));
  for (const figure of reported) expect(found([figure])).toEqual(new Set([0]));
  expect(found(["adjustedNetResult"])).toEqual(new Set([0, 1]));
});

test("every check is tried, rounds as the assumption says, counts its quarters in a year, and is not asked of history", () => {
  const checks = LINES.filter(({ id }) => id.startsWith("check"));
  expect(checks.map(({ id }) => id).sort()).toEqual(
    [...Object.keys(TIES), ...Object.keys(NOT_NEGATIVE)].sort(),
  );
  for (const line of checks) {
    const formula = formulaOf(line);
    expect(line.annual).toBe("sum");
    expect(precedents(formula).some((p) => p.kind === "scalar" && p.scalar.id === "checkDigits")).toBe(true);
    expect(
      precedents(formula).some(({ kind }) => kind === "fact") === (NOT_ASKED[line.id] !== undefined),
    ).toBe(true);
    for (const past of [line.history!(), line.opening!()])
      expect(toDecimal(past, readFrom(base, 0)).toNumber()).toBe(0);
  }
});
