import fc from "fast-check";
import {
  compare,
  expressionOf,
  minus,
  over,
  plus,
  smallest,
  times,
  when,
  type Expression,
} from "../../src/formula";
import { modelBefore } from "../../src/analysis";
import {
  capacity,
  capDrivers,
  clock,
  costDrivers,
  ecosystem,
  intangible,
  kingsoft,
  LINE_BY_ID,
  PERIODS,
  periodIndex,
  prices,
  procurement,
  QUARTERS,
  xiaomi,
  type PartyLines,
} from "../../src/companies/kingsoftCloud";
import type { Driver, Model } from "../../src/model";
import type { ScenarioName } from "../../src/seeds";
import { reportFigure } from "../support/figure";
import { LAWS } from "./accountingLaws";
import { changed, ECONOMIC_LAWS, readingOf, type Reading } from "./economicLaws";
import { Place } from "./place";
import { plantedOpen, type PlantedFormulas } from "./plantedModel";
import { plausibleAssumptions } from "./plausibleAssumptions";
import { fastSetting } from "./readingsApart";
import { modelOf, RUNS, SEED } from "./realModel";
import { TRIED_SCENARIOS } from "./triedScenarios";

const real = modelOf();
/** The model without what is reported after its opening: there every quarter is the model's own. */
const model = modelBefore(real, real.data.opening + 1);
/** As many sets as the accounting laws are held to by their five draws. */
const SETS = RUNS * 14;

test("every law of the economics holds under what an analyst might assume", () => {
  let tried = 0;
  const hold = fc.property(plausibleAssumptions(model), (assumptions) => {
    tried++;
    const assumed = model.vector(assumptions);
    const broken = Object.entries(ECONOMIC_LAWS).flatMap(([name, law]) =>
      law(model, assumed).map((fault) => `${name}: ${fault}`),
    );
    if (broken.length > 0) throw new Error(broken.slice(0, 10).join("\n"));
  });
  fc.assert(hold, { seed: SEED, numRuns: SETS, includeErrorInReport: true });
  expect(tried).toBe(SETS);
});

const own = (id: string): Expression => LINE_BY_ID.get(id)!.forecast!();
const { idcBasic, powerAi } = costDrivers;
const idc = own("idcAtRates");

/** The renewed cap of a party without regard to the quarters that passed before it. */
const wholeYear = ({ revised }: PartyLines, renewal: Driver): Expression =>
  when(compare(clock.renewalQuarter, "=", 0), revised, times(revised, renewal, capDrivers.renewalInForce));

/** Economic faults, and the law that each of them breaks. */
const PLANTED: readonly (readonly [fault: string, law: string, planted: PlantedFormulas])[] = [
  [
    "racks and power charged on what the fleet could bill",
    "a higher yield costs nothing",
    { idcAtRates: { forecast: () => plus(idc, times(capacity.installed, plus(powerAi, powerAi, powerAi))) } },
  ],
  [
    "a cap that lands in the last quarters",
    "paced caps let revenue move with demand",
    {
      allowedXiaomi: { forecast: () => smallest(xiaomi.estimate, xiaomi.left) },
      allowedKingsoft: { forecast: () => smallest(kingsoft.estimate, kingsoft.left) },
    },
  ],
  [
    "procurement that spends its envelope whatever demand is",
    "procurement follows demand",
    { capexCompanyBasis: { forecast: () => expressionOf(procurement.limit) } },
  ],
  [
    "a late renewal with a whole year's cap",
    "late renewals bring less",
    {
      capRenewedXiaomi: { forecast: () => wholeYear(xiaomi, capDrivers.renewalXiaomi) },
      capRenewedKingsoft: { forecast: () => wholeYear(kingsoft, capDrivers.renewalKingsoft) },
    },
  ],
  [
    "racks of the ecosystem over the price index of others",
    "costs of what is never price-cut ignore prices",
    {
      idcAtRates: {
        forecast: () => plus(idc, times(ecosystem.basic, minus(over(1, prices.external), 1), idcBasic)),
      },
    },
  ],
];

test.each(PLANTED)("caught: %s", (_, law, planted) => {
  const wrong = plantedOpen(planted)(model.seeds);
  const kept = fc.property(
    plausibleAssumptions(model),
    (assumptions) => ECONOMIC_LAWS[law]!(wrong, model.vector(assumptions)).length === 0,
  );
  expect(fc.check(kept, { seed: SEED, numRuns: SETS, endOnFailure: true }).failed).toBe(true);
});

test("caught: an amortisation added back in the adjusted net result", () => {
  const law = LAWS["adjusted net result leaves out share-based pay, foreign exchange and impairment only"]!;
  const added = own("adjustedNetResult");
  const open = plantedOpen({
    adjustedNetResult: { forecast: () => plus(added, intangible.amortisation) },
  });
  const lacks = ({ data, ...rest }: Model): number => {
    const setting = fastSetting({ data, ...rest }, rest.assumptions("base"));
    return law(new Place(setting, data.opening + 3));
  };
  expect(lacks(model)).toBeCloseTo(0, 9);
  expect(lacks(open(model.seeds))).toBeCloseTo(43.5, 9);
});

test("ten per cent more of a tight envelope is tried where capacity binds all year", () => {
  const sets = fc.sample(plausibleAssumptions(model), { seed: SEED, numRuns: 20 });
  const binding = sets.filter((assumptions) => {
    const envelopes = [2026, 2027, 2028].map((year) => {
      const id = `capexEnvelope${year}`;
      return [id, 0.44 * Number(assumptions.get(id))];
    });
    const reading = readingOf(model, changed(model.vector(assumptions), Object.fromEntries(envelopes)));
    return [16, 17, 18, 19].every((quarter) => reading("externalAiUnserved", quarter) > 1e-6);
  });
  expect(binding.length).toBeGreaterThan(5);
});

const years = ["FY2026", "FY2027", "FY2028"].map(periodIndex);
const readings = new Map<ScenarioName, Reading>(
  TRIED_SCENARIOS.map(({ id }) => [id, readingOf(real, real.vector(real.assumptions(id)))]),
);
const of = (id: ScenarioName): Reading => readings.get(id)!;
const forecast = [...QUARTERS.keys()].filter((quarter) => real.data.knowledge(quarter) === "forecast");

test.each(["revenue", "adjustedEbitda", "adjustedOperatingResult", "netResult"])(
  "Downside earns less than Base, and Base less than Upside, by %s in each year",
  (lineId) => {
    for (const year of years) {
      expect(of("downside")(lineId, year)).toBeLessThan(of("base")(lineId, year));
      expect(of("base")(lineId, year)).toBeLessThan(of("upside")(lineId, year));
    }
  },
);

test.each(["renewalDelayed", "renewalLapses"] as const)(
  "%s is at most Base in every quarter, and less in 2028, by revenue and adjusted EBITDA",
  (id) => {
    for (const lineId of ["revenue", "adjustedEbitda"]) {
      for (const quarter of forecast)
        expect(of(id)(lineId, quarter)).toBeLessThanOrEqual(of("base")(lineId, quarter) + 1e-9);
      expect(of(id)(lineId, years[2]!)).toBeLessThan(of("base")(lineId, years[2]!));
    }
  },
);

test("a lapse ends ecosystem revenue with the framework and buys nothing after it", () => {
  const after = [16, 17, 18, 19].map((quarter) => PERIODS[quarter]!.label);
  expect(after).toEqual(["2028Q1", "2028Q2", "2028Q3", "2028Q4"]);
  for (const quarter of [16, 17, 18, 19]) {
    expect(of("renewalLapses")("revenueEcosystem", quarter)).toBe(0);
    expect(of("renewalLapses")("capexCompanyBasis", quarter)).toBe(0);
    expect(of("base")("capexCompanyBasis", quarter)).toBeGreaterThan(0);
  }
});

test("Downside does not buy for customers that it has not got", () => {
  expect(of("downside")("capexCompanyBasis", years[2]!)).toBeLessThan(
    0.7 * Number(real.assumptions("downside").get("capexEnvelope2028")),
  );
  for (const quarter of forecast) expect(of("downside")("aiCapacityUse", quarter)).toBeGreaterThan(0.8);
});

test("half the envelope from 2026 on lowers revenue and EBITDA of FY2028", () => {
  const halved = new Map(real.assumptions("base"));
  for (const year of [2026, 2027, 2028])
    halved.set(`capexEnvelope${year}`, String(Number(halved.get(`capexEnvelope${year}`)) / 2));
  const reading = readingOf(real, real.vector(halved));
  for (const lineId of ["revenue", "adjustedEbitda"])
    expect(reading(lineId, years[2]!)).toBeLessThan(0.95 * of("base")(lineId, years[2]!));
});

test.each(["downside", "base", "upside", "custom"] as const)(
  "%s: no quarter's ecosystem revenue falls by more than its demand, and gross margin moves no step, equipment of the last reported quarter apart",
  (id) => {
    const reading = of(id);
    for (const quarter of forecast) {
      const growth = (...lines: readonly string[]): number => {
        const at = (column: number): number => lines.reduce((sum, line) => sum + reading(line, column), 0);
        return at(quarter) / at(quarter - 1);
      };
      const demand = growth("demandXiaomi", "demandKingsoft");
      expect(growth("revenueEcosystem")).toBeGreaterThanOrEqual(Math.min(1, demand) - 0.01);
      const margin = (column: number): number => reading("grossMargin", column);
      const most = quarter === forecast[0] ? 0.04 : 0.025;
      expect(Math.abs(margin(quarter) - margin(quarter - 1))).toBeLessThan(most);
    }
  },
);

/** The company's measures by its own definitions, from the lines of the model; RMB m by which printed figures may miss. */
const DEFINITIONS: Readonly<Record<string, (reading: Reading, column: number) => number>> = {
  adjustedNetResult: (reading, c) =>
    reading("netResult", c) +
    reading("shareBasedPay", c) +
    reading("impairment", c) -
    reading("foreignExchange", c),
  adjustedOperatingResult: (reading, c) =>
    reading("operatingResult", c) +
    reading("shareBasedPay", c) +
    reading("impairment", c) +
    reading("amortisation", c),
  adjustedEbitda: (reading, c) =>
    reading("adjustedOperatingResult", c) + reading("depreciation", c) + reading("otherIncome", c),
};

test.each(Object.entries(DEFINITIONS))(
  "%s of reported periods follows from the lines of the model",
  (id, made) => {
    const reported = ["2024Q1", "2024Q2", "2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4"];
    for (const period of reported) {
      const column = periodIndex(period);
      expect(real.data.known(id, column)).toBeDefined();
      expect(Math.abs(made(of("base"), column) - of("base")(id, column))).toBeLessThan(0.3);
    }
    for (const year of ["FY2024", "FY2025"].map(periodIndex))
      expect(Math.abs(made(of("base"), year) - of("base")(id, year))).toBeLessThan(0.5);
  },
);

test("what was tried is told", () => {
  const laws = Object.keys(ECONOMIC_LAWS).length;
  reportFigure(
    "Laws of the economics hold",
    `${laws} laws, each for ${SETS.toLocaleString("en")} sets that an analyst might assume; ${PLANTED.length + 1} planted faults are caught`,
  );
  expect(laws).toBeGreaterThan(6);
});
