import {
  createKcFunctions,
  editDistance,
  evaluateFormula,
  KC_FUNCTION_NAMES,
  KC_FUNCTIONS,
  nearest,
  type KcScalar,
} from "../../src/functions";
import { periodIndex, SCENARIOS, LINES } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel } from "../../src/model";
import { modelOf } from "../model/realModel";

const model = modelOf();
const kc = createKcFunctions(model);
const evaluate = (formula: string) => evaluateFormula(formula, kc);
const value = (formula: string): number => evaluate(formula) as number;
const rows = (formula: string) => evaluate(formula) as (number | string | boolean)[][];
/** Value of a cell of the model, read anew. */
const cell = (line: string, period: string, scenario: (typeof SCENARIOS)[number]["id"] = "base"): number =>
  model.fast(model.assumptions(scenario)).value(line, periodIndex(period));

describe("facts of history", () => {
  test.each<[string, number | string]>([
    ['=KC.REVENUE("2025Q3")', 2478],
    ["=KC.REVENUE(DATE(2025,9,30))", 2478],
    ['=KC.REVENUE("FY2025")', 9558.6],
    ['=KC.REVENUE("TTM")', 9558.6],
    ['=KC.REVENUE("1H25")', 4319.2],
    ['=KC.REVENUE("9M25")', 6797.2],
    ['=KC.REVENUE("LTM 3Q25")', 9029.3],
    ['=KC.REVENUE("2Q25","public")+KC.REVENUE("2Q25","enterprise")', 2349.2],
    ['=KC.REVENUE("3Q25","eco")', 690.8],
    ['=KC.REVENUE("3Q25","Public Cloud")', 1752.3],
    ['=KC.REVENUE("3Q25","pc")', 1752.3],
    ['=KC.REVENUE("3Q25","AI")', 782.4],
    ['=KC.REVENUE("3Q25","total",,)', 2478],
    ['=KC.REVENUE("3Q25",,"Upside")', 2478],
    ['=KC.REVENUE("4Q23")', 1722],
    ['=KC.LINE("Total revenue","3Q25")', 2478],
    ['=KC.LINE("REVENUE ","3Q25")', 2478],
    ['=KC.LINE("sales","3Q25")', 2478],
    ['=KC.LINE("cash","1H25")', 5464.1],
    ['=KC.LINE("xiaomiStake","FY2024")', 0.123],
    ['=KC.LINE("Market capitalisation",DATE(2026,5,3))', 4.55],
    ['=KC.LINE("capUpliftLow","FY2026-FY2027")', 0.1],
    ['=KC.LINE("frameworkDate","2025-07-29")', "2025-07-29"],
    ['=KC.CAP("Xiaomi","FY2025")', 2310],
    ['=KC.CAP("combined",2025,"cap")', 2780],
  ])("%s", (formula, expected) => {
    const actual = evaluate(formula);
    if (typeof expected === "number") expect(actual).toBeCloseTo(expected, 9);
    else expect(actual).toBe(expected);
  });

  test.each<[string, string]>([
    ['=KC.REVENUE("3Q26","小米")', '=KC.REVENUE("2026Q3","xiaomi")'],
    ['=KC.REVENUE("2025年三季度","生态")', '=KC.REVENUE("2025Q3","ecosystem")'],
    ['=KC.CAP("小米","2026年")', '=KC.CAP("xiaomi","FY2026")'],
    ['=KC.CAP("金山",2026,"余额")', '=KC.CAP("kingsoft",2026,"headroom")'],
    ['=KC.LINE("毛利率","FY2026")', '=KC.LINE("grossMargin","FY2026")'],
    ['=KC.LINE("调整后EBITDA","FY2026")', '=KC.LINE("adjustedEbitda","FY2026")'],
  ])("%s is %s", (chinese, english) => expect(value(chinese)).toBe(value(english)));

  test("every other name of a line leads to a line", () => {
    for (const name of [
      "收入",
      "公有云收入",
      "行业云收入",
      "营业成本",
      "经营利润",
      "净利润",
      "资本开支",
      "现金",
      "自由现金流",
    ])
      expect([name, value(`=KC.LINE("${name}","FY2027")`)]).toEqual([name, expect.any(Number)]);
  });

  test("ratios over several quarters are ratios of the sums", () => {
    expect(value('=KC.ECOSYSTEM_SHARE("3Q25")')).toBeCloseTo(690.8 / 2478, 14);
    expect(value('=KC.ECOSYSTEM_SHARE("9M25")')).toBeCloseTo(value('=KC.REVENUE("9M25","eco")') / 6797.2, 14);
  });

  test("growth against the year and the quarter before; of a ratio the difference", () => {
    expect(value('=KC.GROWTH("revenue","3Q25")')).toBeCloseTo(2478 / value('=KC.REVENUE("3Q24")') - 1, 14);
    expect(value('=KC.GROWTH("revenue","3Q25","QoQ")')).toBeCloseTo(2478 / 2349.2 - 1, 14);
    expect(value('=KC.GROWTH("revenue","1H25")')).toBeCloseTo(4319.2 / value('=KC.REVENUE("1H24")') - 1, 14);
    expect(value('=KC.GROWTH("revenue","FY2025","yoy")')).toBeCloseTo(
      9558.6 / value('=KC.REVENUE("FY2024")') - 1,
      14,
    );
    expect(value('=KC.GROWTH("grossMargin","3Q25")')).toBeCloseTo(
      value('=KC.LINE("grossMargin","3Q25")-KC.LINE("grossMargin","3Q24")'),
      14,
    );
  });

  test("a series spills periods over values, with #N/A where nothing is disclosed", () => {
    expect(rows('=KC.SERIES("revenue","2Q25","4Q25")')).toEqual([
      ["2025Q2", "2025Q3", "2025Q4"],
      [2349.2, 2478, 2761.4],
    ]);
    expect(rows('=KC.SERIES("lostDemand","FY2025","FY2026")')).toEqual([
      ["FY2025", "FY2026"],
      ["#N/A", expect.any(Number)],
    ]);
    expect(rows('=KC.SERIES("revenue","1H25","2H26")')[0]).toEqual(["1H2025", "2H2025", "1H2026", "2H2026"]);
    expect(rows('=KC.SERIES("marketCap","FY2025","FY2025")')).toEqual([["FY2025"], ["#N/A"]]);
  });
});

test.each([
  ['=KC.CAP("FY2026","xiaomi")', 'party and year have changed places: write KC.CAP("xiaomi", "FY2026").'],
  ['=KC.CAP(2026,"小米","used")', 'party and year have changed places: write KC.CAP("小米", 2026, "used").'],
  [
    '=KC.REVENUE("xiaomi","3Q25")',
    'period and segment have changed places: write KC.REVENUE("3Q25", "xiaomi").',
  ],
  [
    '=KC.REVENUE("3Q25","Upside","eco")',
    'segment and scenario have changed places: write KC.REVENUE("3Q25", "eco", "Upside").',
  ],
  [
    '=KC.ECOSYSTEM_SHARE("Upside","3Q25")',
    'period and scenario have changed places: write KC.ECOSYSTEM_SHARE("3Q25", "Upside").',
  ],
  [
    '=KC.LINE("3Q25","grossProfit")',
    'line and period have changed places: write KC.LINE("grossProfit", "3Q25").',
  ],
  [
    '=KC.SOURCE("2025年三季度","revenue")',
    'line and period have changed places: write KC.SOURCE("revenue", "2025年三季度").',
  ],
])("%s says that the order is swapped", (formula, message) => {
  expect(() => evaluate(formula)).toThrow(expect.objectContaining({ code: "#VALUE!", message }));
});

test("an order that is right keeps its own error", () => {
  expect(() => evaluate('=KC.CAP("xiaomi","FY2031")')).toThrow("No FY2031: the model ends in FY2028.");
  expect(() => evaluate('=KC.CAP("mars","FY2026")')).toThrow("Unknown party 'mars'");
  expect(() => evaluate('=KC.LINE("2025/3","revenue")')).toThrow("Unknown line '2025/3'");
});

describe("forecast", () => {
  test("values are those of the model, Base unless a scenario is named by name, id or number", () => {
    expect(value('=KC.REVENUE("FY2027")')).toBe(cell("revenue", "FY2027"));
    expect(value('=KC.REVENUE("1Q27","ecosystem","upside")')).toBe(
      cell("revenueEcosystem", "2027Q1", "upside"),
    );
    expect(value('=KC.REVENUE("FY28",,"renewal LAPSES")')).toBe(cell("revenue", "FY2028", "renewalLapses"));
    expect(value('=KC.REVENUE("FY28",,5)')).toBe(cell("revenue", "FY2028", "renewalLapses"));
    expect(value('=KC.LINE("ebitda margin","FY2027",3)')).toBe(
      cell("adjustedEbitdaMargin", "FY2027", "upside"),
    );
  });

  test("a period that mixes actual and forecast adds them", () => {
    expect(value('=KC.REVENUE("LTM 2026Q1")')).toBeCloseTo(9558.6 - 1970 + cell("revenue", "2026Q1"), 9);
  });

  test("caps: used and headroom make the cap, and the binding quarter is the model's", () => {
    expect(value('=KC.CAP("mi",2027,"used")+KC.CAP("mi",2027,"headroom")')).toBeCloseTo(
      value('=KC.CAP("xiaomi",2027)'),
      9,
    );
    expect(value('=KC.CAP("ks",2027,"utilization")')).toBeCloseTo(
      cell("capUtilisationKingsoft", "FY2027"),
      12,
    );
    expect(value('=KC.CAP("both",2027,"used")')).toBeCloseTo(cell("revenueEcosystem", "FY2027"), 9);
    const quarter = cell("bindingQuarterXiaomi", "FY2027", "downside");
    expect(evaluate('=KC.CAP("xiaomi",2027,"binding","Downside")')).toBe(
      quarter === 0 ? "none" : `2027Q${quarter}`,
    );
    expect(evaluate('=KC.CAP("xiaomi",2027,"binding",,{"capXiaomi2027",50000;"capUsableXiaomi",1})')).toBe(
      "none",
    );
    expect(evaluate('=KC.CAP("xiaomi",2026,"binding",,{"capXiaomi2026",1})')).toBe("2026Q1");
    expect(value('=KC.CAP("xiaomi",2028,"cap","Renewal lapses")')).toBe(0);
    expect(value('=KC.CAP("xiaomi",2026,"lost",,{"capXiaomi2026",0})')).toBeGreaterThan(0);
  });
});

describe("what a cap answers", () => {
  const tight = '{"capXiaomi2027",3000;"upliftXiaomi2027",0}';

  test("the uplift at which it stops binding and the value of the next step are the model's", () => {
    expect(value('=KC.CAP("xiaomi",2027,"stopsBinding")')).toBe(cell("capStopsBindingXiaomi", "FY2027"));
    expect(value('=KC.CAP("ks","2027Q3","uplift needed")')).toBe(cell("capStopsBindingKingsoft", "2027Q3"));
    expect(value('=KC.CAP("both",2027,"marginal value")')).toBe(
      cell("capNextPercentXiaomi", "FY2027") + cell("capNextPercentKingsoft", "FY2027"),
    );
    expect(value(`=KC.CAP("xiaomi",2027,"marginalValue",,${tight})`)).toBeGreaterThan(0);
    // A cap raised by what it needs binds no more.
    const needed = value(`=KC.CAP("xiaomi",2027,"stopsBinding",,${tight})`);
    expect(
      evaluate(
        `=KC.CAP("xiaomi",2027,"binding",,{"capXiaomi2027",3000;"upliftXiaomi2027",${needed + 1e-9}})`,
      ),
    ).toBe("none");
  });

  test("the sentence follows scenario, inputs and party", () => {
    expect(evaluate(`=KC.CAP("xiaomi",2027,"sentence",,${tight})`)).toMatch(/^The 2027 cap binds in 2027Q1/);
    expect(evaluate('=KC.CAP("xiaomi","2028Q2","words","Renewal lapses")')).toMatch(
      /^No cap is in force in 2028/,
    );
    expect(evaluate('=KC.CAP("combined",2027,"sentence")')).toMatch(
      /^Xiaomi: The 2027 cap .*\. Kingsoft: The 2027 cap .*\.$/,
    );
  });
});

describe("figures of quarters after the opening", () => {
  const typed = openModel(
    model.spec,
    model.seeds,
    new Map([
      [lineKey("revenue", periodIndex("2026Q2")), "2950"],
      [lineKey("grossProfit", periodIndex("2026Q2")), "330"],
      [lineKey("adjustedEbitda", periodIndex("2026Q2")), "880"],
    ]),
  );
  const over = createKcFunctions(typed);
  const source = (line: string, period: string): Record<string, unknown> =>
    Object.fromEntries(over.SOURCE(line, period).map(([label, shown]) => [label, shown]));

  test("a typed figure is the value, says that it was typed, and moves what follows", () => {
    expect(over.REVENUE("2026Q2")).toBe(2950);
    expect(source("revenue", "2026Q2")).toMatchObject({
      Tier: "typed into the workbook",
      "Typed value": "2950 RMB m",
    });
    expect(over.REVENUE("2026Q3")).not.toBe(cell("revenue", "2026Q3"));
  });

  test("what is calculated beside known figures is neither actual nor forecast", () => {
    expect(source("costOfRevenue", "2026Q2")).toMatchObject({
      Tier: "calculated beside known figures",
      State: "Results",
    });
    expect(source("revenue", "2026Q3")).toMatchObject({ Tier: "forecast", State: "Forecast" });
    expect(source("revenueEstimate", "2026Q2")).toMatchObject({
      Tier: "calculated beside known figures",
      Formula: expect.stringContaining("before the quarter is known"),
    });
  });

  test("the last twelve months end by default in the last quarter that is reported whole", () => {
    expect(over.REVENUE("TTM")).toBe(over.REVENUE("LTM 2025Q4"));
  });

  test("guidance never stands in for what was reported", () => {
    const guided = model.seeds.facts.find(
      ({ metric, basis, chosen, period }) =>
        chosen && basis === "guidance" && metric === "capexCompanyBasis" && /^FY/.test(period),
    )!;
    expect(model.seeds.chosen("capexCompanyBasis", guided.period)?.basis).not.toBe("guidance");
    expect(value(`=KC.LINE("guidedCapex","${guided.period}")`)).toBe(Number(guided.modelValue));
    const own = evaluate(`=IFERROR(KC.LINE("capexCompanyBasis","${guided.period}"),"none")`);
    expect(own).not.toBe(Number(guided.modelValue));
  });
});

describe("the inputs range", () => {
  test("a range that is changed in its place, or by another one, brings its own result", () => {
    const range: KcScalar[][] = [["capXiaomi2027", 1000]];
    const low = kc.REVENUE("FY2027", "xiaomi", null, range);
    range[0]![1] = 9000;
    const high = kc.REVENUE("FY2027", "xiaomi", null, range);
    expect(high).toBeGreaterThan(low);
    expect(kc.REVENUE("FY2027", "xiaomi", null, [["capXiaomi2027", 1000]])).toBe(low);
    expect(
      kc.REVENUE("FY2027", "xiaomi", null, [
        ["capXiaomi2027", 1000],
        ["upliftXiaomi2027", 0],
      ]),
    ).not.toBe(low);
    const upside = Number(model.assumptions("upside").get("externalAiGrowth2027"));
    expect(kc.REVENUE("FY2027", null, 3, [["externalAiGrowth2027", upside]])).not.toBe(
      kc.REVENUE("FY2027", null, null, [["externalAiGrowth2027", upside]]),
    );
    expect(kc.REVENUE("FY2027", "xiaomi", null, "")).toBe(kc.REVENUE("FY2027", "xiaomi"));
  });

  const inputs = (
    changed: Record<string, KcScalar>,
    scenario: (typeof SCENARIOS)[number]["id"] = "base",
  ): KcScalar[][] =>
    model.rows.map(({ driver }) => [
      driver.id,
      changed[driver.id] ?? Number(model.assumptions(scenario).get(driver.id)),
    ]);

  test("two columns: name and value", () => {
    expect(kc.REVENUE("FY2027", null, null, inputs({}))).toBe(cell("revenue", "FY2027"));
    expect(kc.REVENUE("FY2027", "eco", null, inputs({ capXiaomi2027: 0 }))).toBeLessThan(
      cell("revenueEcosystem", "FY2027"),
    );
    expect(kc.REVENUE("FY2027", "eco", "upside", inputs({}, "upside"))).toBe(
      cell("revenueEcosystem", "FY2027", "upside"),
    );
  });

  test("a header with a column for each scenario, more columns and titles between", () => {
    const table: KcScalar[][] = [
      ["Driver", "Unit", "Lowest", "Highest", ...SCENARIOS.map(({ name }) => name)],
      ["", "", "", "", "", "", "", "", "", ""],
      ["Demand and prices", "", "", "", "", "", "", "", "", ""],
      ...model.rows.map(({ driver, min, max }) => [
        driver.id,
        driver.unit,
        Number(min),
        Number(max),
        ...SCENARIOS.map(({ id }) => Number(model.assumptions(id).get(driver.id))),
      ]),
    ];
    for (const { id, name } of SCENARIOS)
      expect(kc.REVENUE("FY2028", "", name, table)).toBe(cell("revenue", "FY2028", id));
    const changed = table.map((row) =>
      row[0] === "capXiaomi2027" ? row.map((each, index) => (index === 6 ? 0 : each)) : row,
    );
    expect(kc.REVENUE("FY2027", "eco", "Base", changed)).toBe(cell("revenueEcosystem", "FY2027"));
    expect(kc.REVENUE("FY2027", "eco", "Upside", changed)).toBeLessThan(
      cell("revenueEcosystem", "FY2027", "upside"),
    );
  });

  test.each<[string, KcScalar[][], string]>([
    [
      "blank",
      [["capXiaomi2027", ""]],
      "capXiaomi2027 (Xiaomi cap as agreed 2027) is blank: enter a number from 0 to 50000.",
    ],
    [
      "empty",
      [["renewalDelay", null]],
      "renewalDelay (Delay of the renewal) is blank: enter a whole number from 0 to 8.",
    ],
    [
      "text",
      [["upliftXiaomi2026", "12%"]],
      "upliftXiaomi2026 (Revision of the Xiaomi cap 2026) is '12%', which is not a number: enter a number from 0 % to 200 %.",
    ],
    [
      "too much",
      [["upliftXiaomi2026", 12]],
      "upliftXiaomi2026 (Revision of the Xiaomi cap 2026) is 1200 %; it must lie between 0 % and 200 %.",
    ],
    [
      "broken",
      [["renewalDelay", 1.5]],
      "renewalDelay (Delay of the renewal) is 1.5; it must be a whole number.",
    ],
    [
      "unknown",
      [["upliftXiomi2026", 0.1]],
      "Unknown driver 'upliftXiomi2026': did you mean 'upliftXiaomi2026'?",
    ],
    [
      "no column",
      [
        ["Driver", "Base"],
        ["renewalDelay", 1],
      ],
      "The inputs have no column for the scenario 'Upside'.",
    ],
  ])("%s values are refused by name", (_, range, message) => {
    expect(() => kc.REVENUE("FY2027", null, "Upside", range)).toThrow(
      expect.objectContaining({ code: "#VALUE!", message }),
    );
  });
});

describe("stress", () => {
  test("a one-way grid names its columns and takes ranges, rows and percent texts", () => {
    const grid = rows('=KC.SENSITIVITY("revenueEcosystem",2027,"upliftXiaomi2027",{0,0.1,"15%"})');
    expect(grid[0]).toEqual(["upliftXiaomi2027", "revenueEcosystem FY2027"]);
    expect(grid.slice(1).map(([driver]) => driver)).toEqual([0, 0.1, 0.15]);
    expect(grid[2]![1]).toBe(value('=KC.REVENUE(2027,"eco",,{"upliftXiaomi2027",0.1})'));
  });

  test("a two-way grid", () => {
    const grid = rows(
      '=KC.SENSITIVITY("revenue","1H28","renewalXiaomi",{1;1.2},"renewalDelay",{0,2},"Upside")',
    );
    expect(grid[0]).toEqual(["renewalXiaomi \\ renewalDelay", 0, 2]);
    expect(grid[2]![2]).toBe(value('=KC.REVENUE("1H28",,"Upside",{"renewalXiaomi",1.2;"renewalDelay",2})'));
    expect(
      rows('=KC.SENSITIVITY("revenue","FY2026","upliftQuarter",{"2026Q3","2027Q1"})')
        .slice(1)
        .map(([code]) => code),
    ).toEqual([20263, 20271]);
  });

  test("break-even gives the driver value, and says when there is none", () => {
    const target = value('=KC.REVENUE("FY2027","eco",,{"xiaomiDemandGrowth2027",0.0725})');
    expect(
      value(`=KC.BREAKEVEN("revenueEcosystem","FY2027",${target},"xiaomiDemandGrowth2027")`),
    ).toBeCloseTo(0.0725, 6);
    expect(() => evaluate('=KC.BREAKEVEN("revenue",2027,1,"taxRate")')).toThrow(
      expect.objectContaining({
        code: "#N/A",
        message: expect.stringMatching(
          /^No value of taxRate between 0 and 0\.5 brings Total revenue FY2027 to 1: it stays at [\d.]+, whatever the driver\.$/,
        ),
      }),
    );
  });
});

describe("sources and lists", () => {
  const record = (formula: string): Record<string, unknown> =>
    Object.fromEntries(rows(formula).map(([label, shown]) => [label, shown]));

  test("a fact: tier, document, locator, as printed, quality", () => {
    expect(record('=KC.SOURCE("revenue","2Q25")')).toMatchObject({
      Value: 2349.2,
      Unit: "RMB m",
      Tier: expect.any(String),
      Document: expect.any(String),
      Locator: expect.any(String),
      "As printed": "2,349.2",
      Quality: "ok",
    });
    expect(record('=KC.SOURCE("xiaomiStake","FY2024")')).toMatchObject({
      Value: 0.123,
      Unit: "% (as a fraction)",
      Tier: "seed",
      "As printed": "12.3%",
    });
  });

  test("a derived fact shows its arithmetic, a conflict its settlement", () => {
    expect(record('=KC.SOURCE("revenueEcosystem","1Q25")')).toMatchObject({
      Tier: "derived",
      Formula: expect.stringContaining("{revenueEcosystem.1H2025.canvas}"),
      "Rounding interval": expect.stringContaining(" to "),
    });
  });

  test("a forecast: formula in words and its drivers", () => {
    const source = record('=KC.SOURCE("demandGrowthXiaomi","2027Q1","Upside")');
    expect(source).toMatchObject({
      Tier: "forecast",
      State: "Forecast",
      Scenario: "Upside",
      Formula: expect.stringContaining("Xiaomi demand growth a quarter"),
    });
    expect(Object.keys(source)).toContain("Driver: Xiaomi demand growth a quarter 2027");
  });

  test("sums name their quarters, ratios their formula, opening balances their document", () => {
    expect(record('=KC.SOURCE("revenue","1H25")')).toMatchObject({
      Formula: "sum of 2025Q1, 2025Q2",
      "2025Q2": expect.stringContaining("2349.2"),
    });
    expect(record('=KC.SOURCE("revenue","FY2026")')).toMatchObject({
      Tier: "partly known, partly forecast",
      State: "Forecast",
      "2026Q1": expect.stringContaining("2703.7 ("),
      "2026Q2": expect.stringContaining("(forecast)"),
    });
    expect(record('=KC.SOURCE("grossMargin","LTM 2Q26")')).toMatchObject({
      Tier: "partly known, partly forecast",
      Formula: "Gross profit ÷ Total revenue",
    });
    expect(record('=KC.SOURCE("cash","FY2025")')).toMatchObject({
      Tier: expect.stringMatching(/^(filing|aggregator)$/),
      Document: expect.any(String),
    });
  });

  test("every line has a source in every scenario's years", () => {
    // Guidance stands in the years that it was given for, and in no other.
    for (const { id } of LINES.filter(({ annual, id }) => annual !== "none" && !/[gG]uid/.test(id)))
      expect(record(`=KC.SOURCE("${id}","FY2027")`)).toHaveProperty("Tier", "forecast");
  });

  test("lists", () => {
    expect(rows("=KC.LINES()")).toHaveLength(LINES.length + 1);
    expect(
      rows("=KC.SCENARIOS()")
        .slice(1)
        .map(([, name]) => name),
    ).toEqual(SCENARIOS.map(({ name }) => name));
    expect(rows("=KC.FACTS()")).toHaveLength(model.seeds.facts.length + 1);
    const caps = rows('=KC.FACTS("capXiaomi")');
    expect(new Set(caps.slice(1).map(([, metric]) => metric))).toEqual(new Set(["capXiaomi"]));
  });
});

describe("errors say what to do", () => {
  test.each<[string, string, string | RegExp]>([
    ['=KC.REVENUE("FY2031")', "#VALUE!", "No FY2031: the model ends in FY2028."],
    ["=KC.REVENUE()", "#VALUE!", /^Give a period: write it like 2025Q3/],
    ['=KC.REVENUE("2025Q3","publc")', "#VALUE!", "Unknown segment 'publc': did you mean 'public'?"],
    [
      '=KC.REVENUE("2025Q3","xyzzy")',
      "#VALUE!",
      "Unknown segment 'xyzzy': use one of total, public, enterprise, ecosystem, external, xiaomi, kingsoft, ai, basic.",
    ],
    ['=KC.REVENUE("2025Q3",,"Upsdie")', "#VALUE!", "Unknown scenario 'Upsdie': did you mean 'Upside'?"],
    ['=KC.REVENUE("2025Q3",,"9")', "#VALUE!", /^Unknown scenario '9': use one of Downside, Base/],
    ['=KC.REVENUE({"2025Q3","2025Q4"})', "#VALUE!", "period must be one value, not a range of 1 by 2 cells."],
    [
      '=KC.REVENUE("2025Q3",,,5)',
      "#VALUE!",
      "inputs must be the assumption range (name, value), e.g. KC_Inputs.",
    ],
    ['=KC.LINE("demandXiaomi","2025Q3")', "#N/A", "Xiaomi: demand before the cap: not disclosed for 2025Q3."],
    [
      '=KC.REVENUE("FY2019")',
      "#N/A",
      "Total revenue: not disclosed for FY2019; quarters begin in 2024Q1, years in FY2021.",
    ],
    [
      '=KC.LINE("lostDemand","FY2025")',
      "#N/A",
      "Ecosystem demand above the caps: not disclosed for FY2025, no figure for 2025Q1, 2025Q2, 2025Q3, 2025Q4.",
    ],
    ['=KC.LINE("grossMrgin","3Q25")', "#VALUE!", "Unknown line 'grossMrgin': did you mean 'grossMargin'?"],
    ['=KC.LINE(,"3Q25")', "#VALUE!", "Give a line, e.g. 'revenue'; KC.LINES() lists them."],
    ['=KC.LINE("xiaomiStake","2024Q1")', "#N/A", /^Xiaomi stake: not disclosed for 2024Q1; known for /],
    ['=KC.LINE("capexVsGuidance","1H26")', "#VALUE!", /is a figure of whole years; 1H2026 spans several/],
    ['=KC.LINE("capLeftXiaomi","FY2026")', "#N/A", /single quarters only; FY2026 spans several/],
    ['=KC.GROWTH("revenue","1H25","qoq")', "#VALUE!", "qoq compares quarters; 1H2025 is not one."],
    ['=KC.GROWTH("revenue","3Q25","mom")', "#VALUE!", /^Unknown comparison 'mom'/],
    ['=KC.GROWTH("xiaomiStake","FY2024")', "#VALUE!", /is a fact, not a line/],
    [
      '=KC.GROWTH("netResultAttributable","2025Q4")',
      "#N/A",
      /^Net result attributable to shareholders has no growth rate for 2025Q4: it was -/,
    ],
    ['=KC.SERIES("revenue","3Q25","FY2026")', "#VALUE!", /periods of different length/],
    ['=KC.SERIES("revenue","3Q25","1Q25")', "#VALUE!", /runs backwards/],
    ['=KC.CAP("xiaome",2027)', "#VALUE!", "Unknown party 'xiaome': did you mean 'xiaomi'?"],
    ['=KC.CAP("xiaomi",2027,"headrom")', "#VALUE!", "Unknown measure 'headrom': did you mean 'headroom'?"],
    ['=KC.CAP("xiaomi","1H27")', "#VALUE!", /calendar years/],
    ['=KC.CAP("xiaomi",2025,"binding")', "#N/A", /not disclosed for FY2025/],
    ['=KC.CAP("combined",2027,"stopsBinding")', "#VALUE!", /its own uplift: ask for xiaomi or kingsoft/],
    ['=KC.CAP("xiaomi",2025,"stopsBinding")', "#N/A", /not disclosed for FY2025/],
    ['=KC.CAP("xiaomi",2028,"utilisation","Renewal lapses")', "#N/A", /No cap is in force in FY2028/],
    [
      '=KC.SENSITIVITY("revenue",2027,"taxRte",{0})',
      "#VALUE!",
      "Unknown driver 'taxRte': did you mean 'taxRate'?",
    ],
    [
      '=KC.SENSITIVITY("revenue",2027,"taxRate",{2})',
      "#VALUE!",
      "taxRate (Tax rate) is 200 %; it must lie between 0 % and 50 %.",
    ],
    ['=KC.SENSITIVITY("revenue",2027,"renewalDelay",{0.5})', "#VALUE!", /be a whole number/],
    [
      '=KC.SENSITIVITY("revenue",2027,"taxRate",{"high"})',
      "#VALUE!",
      "taxRate (Tax rate) cannot be 'high': give a number from 0 % to 50 %.",
    ],
    ['=KC.SENSITIVITY("revenue",2027,"taxRate",)', "#VALUE!", /Give the values of taxRate/],
    [
      '=KC.SENSITIVITY("revenue",2027,"taxRate",{0},"debtRate")',
      "#VALUE!",
      /needs the second driver and its values/,
    ],
    ['=KC.SENSITIVITY("revenue",2027,"taxRate",{0},"taxRate",{0})', "#VALUE!", /are the same/],
    [
      '=KC.BREAKEVEN("revenue",2027,"much","taxRate")',
      "#VALUE!",
      "'much' is not a number: give one as target.",
    ],
    ['=KC.FACTS("rvenue")', "#VALUE!", /^Unknown line 'rvenue': did you mean 'revenue'/],
    ['=KC.REVENU("3Q25")', "#NAME?", "Unknown function 'KC.REVENU': did you mean 'KC.REVENUE'?"],
    [
      '=KC.REVENUE("3Q25",,,,,)',
      "#VALUE!",
      /^Too many arguments at character 2: KC\.REVENUE\(period, \[segment\]/,
    ],
    ["=1/0", "#DIV/0!", "Division by zero at character 3."],
    ["=(-1)^0.5", "#NUM!", '"^" has no value at character 6.'],
    ['="a"+1', "#VALUE!", "'a' is not a number at character 5."],
  ])("%s", (formula, code, message) => {
    expect(() => evaluate(formula)).toThrow(
      expect.objectContaining({
        code,
        message: typeof message === "string" ? message : expect.stringMatching(message),
      }),
    );
  });
});

test.each<[string, number | string | boolean]>([
  ["=-2^2", 4],
  ["=2^3^2", 64],
  ["=10%*50", 5],
  ["=0*-1", 0],
  ['="a"&1+1', "a2"],
  ["=1<2", true],
  ['="B">"a"', true],
  ["=ROUND(2.5,0)", 3],
  ["=ROUND(-1.005,2)", -1.01],
  ['=SUM({1,2;3,"x"},4)', 10],
  ["=IF(1>2,1/0,7)", 7],
  ['=IFERROR(KC.REVENUE("FY2031"),-1)', -1],
  ['=INDEX(KC.SERIES("revenue","2Q25","4Q25"),2,3)', 2761.4],
  ["=MAX(1,MIN(5,3))", 3],
])("arithmetic as in Excel: %s", (formula, expected) => {
  const actual = evaluate(formula);
  expect(actual).toBe(expected);
  expect(Object.is(actual, -0)).toBe(false);
});

test("another usual scenario is used when a call names none", () => {
  expect(createKcFunctions(model, "upside").REVENUE("FY2028")).toBe(cell("revenue", "FY2028", "upside"));
});

test("many cells of one scenario and input range cost one calculation", () => {
  let calculated = 0;
  const counted = createKcFunctions({
    ...model,
    fast: (assumptions) => (calculated++, model.fast(assumptions)),
  });
  for (let repeat = 0; repeat < 50; repeat++)
    for (const { name } of SCENARIOS) counted.REVENUE("FY2027", "eco", name, [["taxRate", 0.1]]);
  expect(calculated).toBe(SCENARIOS.length);
});

test("the table names every function with as many parameters as it takes", () => {
  expect(KC_FUNCTION_NAMES).toEqual(Object.keys(kc));
  for (const name of KC_FUNCTION_NAMES)
    expect([name, KC_FUNCTIONS[name].parameters.length]).toEqual([name, kc[name].length]);
});

test.each(KC_FUNCTION_NAMES)("KC.%s answers with the arguments that the table gives as examples", (name) => {
  const args = KC_FUNCTIONS[name].parameters.map(({ example }) =>
    example.includes(":") ? "{3000;3200}" : example === "KC_Inputs" ? "" : example,
  );
  const result = evaluate(`=KC.${name}(${args.join(",").replace(/,+$/, "")})`);
  expect([name, typeof result]).toEqual([
    name,
    { number: "number", value: "number", rows: "object" }[KC_FUNCTIONS[name].answer],
  ]);
});

test("the examples of the help page answer", () => {
  const examples = KC_FUNCTION_NAMES.flatMap((name) => KC_FUNCTIONS[name].examples);
  const alone = examples.filter((each) => !/KC_Inputs|KC_Consensus|TRANSPOSE/.test(each));
  expect([examples.length - alone.length, alone.length]).toEqual([3, 18]);
  for (const example of alone) expect(() => evaluate(example)).not.toThrow();
  // A grid whose every row says the same would explain nothing.
  const [, ...grid] = rows(KC_FUNCTIONS.SENSITIVITY.examples[0]!);
  expect(new Set(grid.map(([, result]) => result)).size).toBe(grid.length);
});

test("near names: one letter wrong, missing, too many or swapped; nothing far away", () => {
  expect([
    editDistance("publc", "public"),
    editDistance("upsdie", "upside"),
    editDistance("", "abc"),
  ]).toEqual([1, 1, 3]);
  expect(nearest("gross margn", ["Gross margin", "Gross profit"])).toBe("Gross margin");
  expect(nearest("zzzzzz", ["Gross margin", "Gross profit"])).toBeNull();
});
