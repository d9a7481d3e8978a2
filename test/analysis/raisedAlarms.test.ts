import { alarmWords, raisedAlarms, scenarioAlarms } from "../../src/analysis";
import { alarms, periodIndex, QUARTERS } from "../../src/companies/kingsoftCloud";
import { modelOf } from "../model/realModel";

const model = modelOf();
const raised = (changed: Readonly<Record<string, string>>) => {
  const assumptions = new Map([...model.assumptions("base"), ...Object.entries(changed)]);
  const values = model.fast(assumptions);
  return { values, found: raisedAlarms(model, values) };
};

test("an alarm names its quarters as stretches and the worst figure behind it", () => {
  const { values, found } = raised({ revolverLimit: "0", loanShareOfCapex: "0", minimumCash: "9000" });
  const funding = found.find(({ line }) => line === alarms.funding)!;
  const flagged = QUARTERS.map(({ label }) => label).filter(
    (label) => values.value("alarmFunding", periodIndex(label)) === 1,
  );
  expect(funding.quarters).toEqual(flagged);
  expect(funding.worst).toBe(
    Math.max(...flagged.map((label) => values.value("fundingGap", periodIndex(label)))),
  );
  expect(alarmWords(funding)).toMatch(
    /^The plan is not funded in 20\d\dQ\d to 2028Q4: Funding gap: cash below the minimum, [\d,]+ RMB m at worst, in 20\d\dQ\d\.$/,
  );
});

test("one quarter is one quarter, shares are percentages", () => {
  const line = alarms.lowUse;
  expect(
    alarmWords({
      line,
      quarters: ["2027Q1", "2027Q2", "2028Q4"],
      figure: line,
      worst: 0.5,
      worstIn: "2027Q2",
    }),
  ).toContain("in 2027Q1 to 2027Q2, 2028Q4:");
  const idle = raised({ alarmLowUse: "1" }).found.find((each) => each.line === line)!;
  expect(alarmWords(idle)).toMatch(/^AI capacity is idle in .*, [\d.]+ % at worst, in 20\d\dQ\d\.$/);
});

test("nothing is raised where no flag stands, and every scenario is looked at", () => {
  const none = raisedAlarms(model, { value: () => 0 });
  expect(none).toEqual([]);
  expect(scenarioAlarms(model).map(({ scope }) => scope)).toEqual([
    "Downside",
    "Base",
    "Upside",
    "Renewal delayed",
    "Renewal lapses",
    "Custom",
    "Custom 2",
    "Custom 3",
  ]);
  // History raises none, whatever stands there.
  expect(raisedAlarms(model, { value: (_, column) => (column <= model.data.opening ? 1 : 0) })).toEqual([]);
});
