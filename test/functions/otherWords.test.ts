/** Names in Chinese, as the catalogue has them and as analysts write them, for functions, kc and pane. */

import {
  createKcFunctions,
  driverNamed,
  estimatorNamed,
  evaluateFormula,
  findInput,
  findSegment,
  MEASURES,
  namesIn,
  PARTIES,
  readInputs,
  subjectNamed,
} from "../../src/functions";
import { choiceNamed } from "../../src/functions/choices";
import { ESTIMATORS } from "../../src/functions/estimator";
import type { KcScalar } from "../../src/functions";
import { LINES, QUARTERLY_LINES, SCENARIOS, SEGMENTS } from "../../src/companies/kingsoftCloud";
import { familyLabel, findScenario, headRowOf, scenarioColumns } from "../../src/model";
import { loadCatalogue, type Catalogue } from "../../src/words";
import { buildPlan } from "../../src/workbook/buildPlan";
import { parseRectangle } from "../../src/workbook/address";
import { modelOf } from "../model/realModel";

const model = modelOf();
const kc = createKcFunctions(model);
const evaluate = (formula: string) => evaluateFormula(formula, kc);
let words: Catalogue;

beforeAll(async () => {
  words = await loadCatalogue("zh-CN");
});

test.each([
  ['=KC.REVENUE("2026","公有云")', '=KC.REVENUE("2026","public")'],
  ['=KC.REVENUE("2026年","智算云账单收入","悲观")', '=KC.REVENUE("2026","ai","Downside")'],
  ['=KC.LINE("小米：上限余量","2026","续期　推迟")', '=KC.LINE("xiaomiHeadroom","2026","Renewal delayed")'],
  ['=KC.LINE("小米:上限余量","2026","续期推迟情景")', '=KC.LINE("xiaomiHeadroom","2026","Renewal delayed")'],
  ['=KC.LINE("经调整EBITDA利润率","2026","自定义 ２")', '=KC.LINE("adjustedEbitdaMargin","2026","Custom 2")'],
  ['=KC.LINE("经调整ＥＢＩＴＤＡ","2026","一致预期")', '=KC.LINE("adjustedEbitda","2026","Consensus")'],
  ['=KC.LINE("总收入","2026","广发证券")', '=KC.LINE("revenue","2026","GF Securities")'],
  [
    '=KC.CAP("小米","2026年第三季度","上限使用率","乐观")',
    '=KC.CAP("xiaomi","2026Q3","utilisation","Upside")',
  ],
  ['=KC.GROWTH("总收入","2025年第三季度","环比")', '=KC.GROWTH("revenue","2025Q3","qoq")'],
  [
    '=KC.BREAKEVEN("总收入","2027",13000,"小米约定上限 2027")',
    '=KC.BREAKEVEN("revenue","2027",13000,"capXiaomi2027")',
  ],
])("%s is %s", (chinese, english) => {
  const answer = (formula: string): unknown => {
    try {
      return evaluate(formula);
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(answer(chinese)).toEqual(answer(english));
  expect(typeof answer(chinese) === "number" || /^#?\w/.test(String(answer(chinese)))).toBe(true);
});

test("every line, figure, assumption, scenario and broker is found by its Chinese label", () => {
  const first = <Item extends { label: string }>(list: readonly Item[], label: string): Item =>
    list.find((each) => words.of(each.label) === words.of(label))!;
  for (const { label } of LINES) {
    const subject = subjectNamed(model, words.of(label));
    expect([label, subject?.kind === "line" && words.of(subject.line.label)]).toEqual([
      label,
      words.of(label),
    ]);
  }
  for (const { label } of model.seeds.metrics)
    expect([label, subjectNamed(model, words.of(label)) !== null]).toEqual([label, true]);
  const drivers = model.rows.map(({ driver }) => driver);
  for (const { label } of drivers)
    expect(driverNamed(model, words.of(label))?.driver.id).toBe(first(drivers, label).id);
  for (const line of QUARTERLY_LINES) {
    const family = familyLabel(line.quarterly!.of[0]!.label);
    expect(words.find(family)).not.toBeNull();
    expect(findInput(model, `${words.of(family)}@2026Q4`).driver.label).toContain(family);
  }
  for (const { id, name } of SCENARIOS) expect(findScenario(SCENARIOS, words.of(name))?.id).toBe(id);
  for (const name of ESTIMATORS) expect(estimatorNamed(model, words.of(name), undefined)?.name).toBe(name);
});

test("different labels of lines and assumptions stay different in Chinese", () => {
  for (const labels of [LINES.map(({ label }) => label), model.rows.map(({ driver }) => driver.label)]) {
    const by = new Map<string, Set<string>>();
    for (const label of labels) by.set(words.of(label), (by.get(words.of(label)) ?? new Set()).add(label));
    expect([...by].filter(([, english]) => english.size > 1)).toEqual([]);
  }
});

test("parties, segments and measures by the words that the catalogue has for their lines", () => {
  const labels = ["Total revenue", "Public cloud", "Enterprise cloud", "Ecosystem", "External customers"];
  const parts = [...labels, "Xiaomi", "Kingsoft", "AI gross billing", "Basic cloud"];
  expect(parts).toHaveLength(SEGMENTS.length);
  parts.forEach((label, place) => expect(findSegment(words.find(label)).id).toBe(SEGMENTS[place]!.line));
  for (const { name, what } of PARTIES.slice(0, 2))
    expect(choiceNamed(words.of(what), PARTIES)?.name).toBe(name);
  for (const [chinese, name] of [
    ["上限余量", "headroom"],
    ["上限使用率", "utilisation"],
    ["触及上限", "binding"],
  ] as const)
    expect(choiceNamed(chinese, MEASURES)?.name).toBe(name);
});

test("a name that is none is asked about in its own language", () => {
  expect(() => evaluate('=KC.LINE("智算云帐单收入占比","2026")')).toThrow(
    /Unknown line '智算云帐单收入占比'/,
  );
  expect(() => evaluate('=KC.LINE("经调整EBITDA利润","2026")')).toThrow(/did you mean '经调整EBITDA/i);
  expect(() => evaluate('=KC.REVENUE("2026",,"悲欢")')).toThrow(/Unknown scenario '悲欢'/);
});

describe("KC_Inputs of a Chinese workbook", () => {
  const heads = (language: "en" | "zh"): readonly KcScalar[] => [
    ...["Driver", "Unit", "Min", "Max"],
    ...SCENARIOS.map(({ name }) => (language === "en" ? name : words.of(name))),
  ];
  const range = (language: "en" | "zh"): KcScalar[][] => [
    [...heads(language)],
    ["关联方上限与续期", ...Array.from({ length: heads("en").length - 1 }, () => "")],
    ["capXiaomi2026", "", 0, 50000, ...SCENARIOS.map(({ number }) => 3000 + number)],
  ];

  test("is read by the scenarios in its heads, asked for in either language", () => {
    for (const { id, name, number } of SCENARIOS) {
      const asked = SCENARIOS.find((each) => each.id === id)!;
      expect(readInputs(model, asked, range("zh")).get("capXiaomi2026")).toBe(String(3000 + number));
      for (const named of [name, words.of(name), id])
        expect(kc.CAP("xiaomi", "2026", "cap", named, range("zh"))).toBe(
          kc.CAP("xiaomi", "2026", "cap", named, range("en")),
        );
    }
    expect(namesIn(range("zh")).get("custom2")).toBe("自定义2");
  });

  test("may call an own scenario by a name of the analyst's", () => {
    const own = range("zh");
    own[0]![own[0]!.length - 3] = "出口管制";
    expect(kc.CAP("xiaomi", "2026", "cap", "出口管制", own)).toBe(
      kc.CAP("xiaomi", "2026", "cap", "Custom", range("en")),
    );
  });

  test("its heads are known in a sheet, also with the columns after them, and in one language at a time", () => {
    const row = [...heads("zh"), "来源层级", "来源"];
    expect(headRowOf(SCENARIOS, [["假设：全部情景"], row])).toBe(1);
    expect(scenarioColumns(SCENARIOS, row).at).toEqual(
      scenarioColumns(SCENARIOS, [...heads("en"), "Tier", "Source"]).at,
    );
    const mixed = [...heads("zh")];
    mixed[mixed.length - 1] = "Downside";
    expect(scenarioColumns(SCENARIOS, mixed).at.get("downside")).toBe(4);
  });
});

test("KC_Consensus of a Chinese workbook gives the same estimates", () => {
  const table = (of: (text: string) => string): KcScalar[][] => [
    ["Broker or consensus", "Line", "Period", "Mean", "High", "Low", "Number", "Date", "Read as"].map(of),
    ["GF Securities", "revenue", "FY2026", 12000, "", "", 1, 46000, "counts"].map((cell) =>
      typeof cell === "string" ? of(cell) : cell,
    ),
    ["自有预测1", "revenue", "FY2026", 14000, "", "", 3, 46000, of("counts")],
    ["CICC", "revenue", "FY2026", 9000, "", "", 1, 45000, of("older")].map((cell) =>
      typeof cell === "string" ? of(cell) : cell,
    ),
  ];
  const [english, chinese] = [table((text) => text), table((text) => words.of(text))];
  expect(chinese[0]).not.toEqual(english[0]);
  expect(kc.REVENUE("FY2026", "total", "Consensus", english)).toBe(13500);
  for (const name of ["Consensus", "一致预期"])
    expect(kc.REVENUE("FY2026", "total", name, chinese)).toBe(13500);
  for (const name of ["GF Securities", "广发证券"])
    expect(kc.REVENUE("FY2026", "total", name, chinese)).toBe(12000);
  expect(kc.REVENUE("FY2026", "total", "中金公司", chinese)).toBe(9000);
  expect(kc.REVENUE("FY2026", "total", "自有预测1", chinese)).toBe(14000);
});

describe("the tables of a whole workbook", () => {
  const plan = buildPlan(model, {
    scenario: "downside",
    overrides: new Map([["capXiaomi2026", "2500"]]),
    created: "2026-11-22T00:00:00Z",
    version: "test",
  });
  /** The cells of a named range as a function is given them, in the words of a language. */
  const cells = (name: string, of: (text: string) => string): KcScalar[][] => {
    const { sheet, range } = plan.names.find((each) => each.name === name)!;
    const { rows } = plan.sheets.find((each) => each.name === sheet)!;
    const area = parseRectangle(range)!;
    return Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (__, column) => {
        const value = rows[area.row - 1 + row]?.cells[area.column - 1 + column]?.value ?? null;
        return typeof value === "string" ? of(value) : value;
      }),
    );
  };
  const english = (text: string): string => text;

  test.each(SCENARIOS.map(({ name }) => name))("KC_Inputs, %s", (name) => {
    const [plain, chinese] = [cells("KC_Inputs", english), cells("KC_Inputs", words.of)];
    expect(chinese[0]).toContain(words.of(name));
    for (const line of ["revenue", "xiaomiHeadroom", "netResult"])
      expect(kc.LINE(line, "FY2027", words.of(name), chinese)).toBe(kc.LINE(line, "FY2027", name, plain));
  });

  test.each(ESTIMATORS)("KC_Consensus, %s", (name) => {
    const [plain, chinese] = [cells("KC_Consensus", english), cells("KC_Consensus", words.of)];
    const answer = (named: string, table: KcScalar[][]): unknown => {
      try {
        return kc.REVENUE("FY2026", "total", named, table);
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(answer(words.of(name), chinese)).toEqual(answer(name, plain));
    expect(answer(name, chinese)).toEqual(answer(name, plain));
  });
});
