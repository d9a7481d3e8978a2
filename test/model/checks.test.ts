import { Exact, precedents, toDecimal, type ExactScope, type Expression } from "../../src/formula";
import { DRIVERS, LINE_BY_ID, LINES, type LineItem } from "../../src/model";
import { Place, rowOf, type Setting } from "./place";
import { exactSetting } from "./readingsApart";
import { modelOf } from "./realModel";

const model = modelOf();
const base = exactSetting(model, model.assumptions("base"));
const NO_SHIFT = 0;

/** Differences that must round to nothing. */
const TIES: Readonly<Record<string, (at: Place) => number>> = {
  checkBalance: (at) => at.now("totalAssets") - at.now("liabilitiesAndEquity"),
  checkCash: (at) => at.now("cashClosing") - at.now("cash"),
  checkEquity: (at) => at.change("totalEquity") - at.sum("netResult", "shareBasedPay", "equityRaise"),
  checkOwned: (at) => at.change("ppe") - at.now("ownedAdditions") + at.now("ppeOwnedRunOff"),
  checkRightOfUse: (at) =>
    at.change("rightOfUseAssets") - at.now("leasedAdditions") + at.now("rightOfUseRunOff"),
  checkLeases: (at) =>
    at.change("leaseLiability") - at.now("leasedAdditions") + at.now("leaseLiabilitiesRunOff"),
  checkDebt: (at) =>
    at.change("borrowings") - at.sum("loansDrawn", "financedPurchases") + at.now("debtRepayment"),
  checkLenses: (at) => at.now("revenue") - at.sum("revenueEcosystem", "revenueExternal"),
  checkBasicCloud: (at) => at.now("revenuePublic") - at.sum("aiGrossBilling", "basicCloud"),
};

/** Amounts and shares that must not be negative after rounding. */
const NOT_NEGATIVE: Readonly<Record<string, (at: Place) => number>> = {
  checkCapXiaomi: (at) => at.now("capXiaomi") - at.now("capUsedXiaomi"),
  checkCapKingsoft: (at) => at.now("capKingsoft") - at.now("capUsedKingsoft"),
  checkNotNegative: (at) =>
    Math.min(
      ...["ppe", "rightOfUseAssets", "intangibles", "leaseLiability", "borrowings"].map((id) => at.now(id)),
    ),
  checkOpening: (at) => Math.min(at.now("ppeOwned"), at.now("openingDebt")),
  checkRevolver: (at) => at.now("revolver"),
  checkMix: (at) => 1 - at.driver("leasedShare") - at.driver("poolShare") - at.driver("agentShare"),
  checkEcosystemMix: (at) => 1 - at.driver("ecosystemAiShare") - at.driver("ecosystemEnterpriseShare"),
};

/** A check's formula where it applies: the opening one in the last actual quarter. */
const formulaOf = (line: LineItem): Expression => line.atLastActual?.() ?? line.forecast();
const columnOf = (line: LineItem): number => base.lastActual + (line.atLastActual ? 0 : 3);

function readFrom({ values, drivers }: Setting, column: number): ExactScope {
  return {
    series: ({ id }, shift) => new Exact(values[rowOf(id) + column + shift]!),
    scalar: ({ id }) => new Exact(drivers[DRIVERS.findIndex((driver) => driver.id === id)]!),
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
    this.assumptions.add(DRIVERS.findIndex((driver) => driver.id === id));
    return super.driver(id);
  }
}

/** The numbers with something added to one of them. */
function withAdded(numbers: Float64Array, place: number, added: number): Float64Array {
  return numbers.map((number, at) => (at === place ? number + added : number));
}

/** The Base case with a fault in each quantity that the check is about, or that its formula reads, one at a time. */
function faulty(line: LineItem, isBroken: (at: Place) => unknown): readonly Setting[] {
  const at = new Remembering(base, columnOf(line));
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
  const column = columnOf(line);
  const raised = faulty(line, isBroken).map((setting) => ({
    found: toDecimal(formulaOf(line), readFrom(setting, column)).toNumber(),
    expected: Number(isBroken(new Place(setting, column))),
  }));
  expect(raised.map(({ found }) => found)).toEqual(raised.map(({ expected }) => expected));
  expect(new Set(raised.map(({ expected }) => expected))).toEqual(new Set([0, 1]));
});

test("every check is tried, reads what its fault is about, rounds as the assumption says, and counts its quarters in a year", () => {
  const checks = LINES.filter(({ id }) => id.startsWith("check"));
  expect(checks.map(({ id }) => id).sort()).toEqual(
    [...Object.keys(TIES), ...Object.keys(NOT_NEGATIVE)].sort(),
  );
  for (const line of checks) {
    expect(line.annual).toBe("sum");
    expect(
      precedents(formulaOf(line)).some(
        (precedent) => precedent.kind === "scalar" && precedent.scalar.id === "checkDigits",
      ),
    ).toBe(true);
    expect(toDecimal(line.history!(), readFrom(base, NO_SHIFT)).toNumber()).toBe(0);
  }
  expect(toDecimal(LINE_BY_ID.get("checkOpening")!.forecast(), readFrom(base, NO_SHIFT)).toNumber()).toBe(0);
});
