/** Errors and tables of the KC functions, and other words that reach a cell or a file, in Chinese: no English sentence is left, figures and ids stay. */

import { strToU8, zipSync } from "fflate";
import { frozenSheet, readFrozenRows } from "../../src/hosts/frozen/frozenList";
import { readWholeWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { plainFormula } from "../../src/formula";
import { createKcFunctions, evaluateFormula } from "../../src/functions";
import { ENGLISH, speak, told } from "../../src/words";
import { CHINESE } from "../../src/words/zh-CN";
import { seededModel } from "../support/seededModel";
import { englishLeft } from "./englishLeft";

const functions = createKcFunctions(seededModel());

beforeEach(() => speak(CHINESE));
afterAll(() => speak(ENGLISH));

/** What a formula is refused with, as a cell says it; null where it has an answer. */
function refusal(formula: string): string | null {
  try {
    evaluateFormula(plainFormula(formula), functions);
    return null;
  } catch (error) {
    return told((error as Error).message);
  }
}

test.each([
  '=KC.LINE("revenue","2017Q1")',
  '=KC.LINE("capexCompanyBasis","FY2022")',
  '=KC.LINE("xiaomiHeadroom","2019Q1")',
  '=KC.LINE("targetPrice","1H25")',
  '=KC.LINE("fleetUtilisation","1H26")',
  '=KC.LINE("daysReceivable","9M26")',
  '=KC.LINE("revenue","2026Q4","Citi")',
  '=KC.LINE("ppe","2026Q4","Consensus")',
  '=KC.CAP("xiaomi",2026,"cap","Consensus")',
  '=KC.CAP("combined",2026,"stopsBinding")',
  '=KC.CAP("combined",2028,"utilisation","Renewal lapses")',
  '=KC.CAP("xiaomi","1H26")',
  '=KC.CAP("xiaomi",2024,"lost")',
  '=KC.CAP("xiaomi","2027","capp")',
  '=KC.GROWTH("netResult","FY2026")',
  '=KC.GROWTH("revenue","FY2026","qoq")',
  '=KC.SERIES("revenue","2025Q1","FY2026")',
  '=KC.SERIES("revenue","2026Q1","2025Q1")',
  '=KC.REVENUE("Upside","2026")',
  '=KC.REVENUE("1Q26",,,,"2019-01-01")',
  '=KC.REVENUE("1Q26",,,,"someday")',
  "=KC.REVENUE(44800)",
  '=KC.SENSITIVITY("revenue","2026","taxRate",{0.1},"taxRate",{0.2})',
  '=KC.SENSITIVITY("revenue","2026","taxRate",{0.1},"capXiaomi2026")',
  '=KC.SENSITIVITY("revenue","2026","taxRate",{5})',
  '=KC.SENSITIVITY("revenue","2026","taxRate",)',
  '=KC.BREAKEVEN("revenue","2027",1,"taxRate")',
  '=KC.BREAKEVEN("revenue","2027",1,"capXiaomi2027")',
  '=KC.LINE("revenue","2026",,{"taxRate",""})',
  '=KC.LINE("revenue","2026",,{"taxRate",2})',
  '=KC.LINE("revenue","2026",,{"taxRate",0.1;"taxRate",0.1})',
  '=KC.LINE("revenue","2026","Base",1,1,1)',
  '=KC.REVENU("2026")',
  "=1/0",
  "=0^-1",
  '="a"+1',
  "=(1",
  "=1)",
  "=1+",
  "=",
  "=A1+1",
  "=$A",
  '="a',
  "={1,2;3}",
  "={A}",
  "=SUM(1;2",
  "=INDEX({1,2},5,5)",
  `=${"(".repeat(250)}`,
  `=${"-".repeat(250)}1`,
  `=1${"+1".repeat(1_001)}`,
  "=SUM(1e308,1e308)",
  "=1§2",
])("%s is refused in Chinese", (formula) => {
  const message = refusal(formula);
  expect(message).not.toBeNull();
  expect(englishLeft(message!)).toBeNull();
});

test("an error keeps its figures, its ids and what was typed", () => {
  expect(refusal('=KC.LINE("revenue","2026",,{"taxRate",2})')).toBe(
    "taxRate（所得税率）为200%，须介于0%与50%之间。",
  );
  expect(refusal('=KC.CAP("xiaomi",2026,"capp")')).toBe("未知指标'capp'：是否指“cap”？");
  expect(refusal('=KC.CAP("xyz",2026)')).toBe("未知关联方'xyz'：请从xiaomi、kingsoft、combined中选择。");
  expect(refusal('=KC.LINE("revenue","2026",,{1,2})')).toMatch(/^未知驱动因素'1'/);
});

test("tables have their words in Chinese, and ids, figures and evidence as they are", () => {
  const chinese = { lines: functions.LINES(), scenarios: functions.SCENARIOS(), facts: functions.FACTS() };
  const source = functions.SOURCE("revenue", "2025Q3");
  const forecast = functions.SOURCE("revenuePublic", "2027Q1");
  speak(ENGLISH);
  const english = { lines: functions.LINES(), scenarios: functions.SCENARIOS(), facts: functions.FACTS() };
  expect(chinese.lines.map(([id]) => id).slice(1)).toEqual(english.lines.map(([id]) => id).slice(1));
  for (const [table, wordy] of [
    [chinese.lines, [1, 3, 4]],
    [chinese.scenarios, [1, 2]],
    [chinese.facts, [3, 9]],
  ] as const)
    for (const row of table)
      for (const column of wordy)
        if (/[A-Za-z]{2}/.test(String(row[column])) && !/\p{Script=Han}/u.test(String(row[column])))
          expect(String(row[column])).toMatch(/^(IFRS|EBITDA|DCF|WACC|[A-Z/ &]+)$/);
  expect(chinese.lines[0]).toEqual(["项目", "名称", "单位", "所属部分", "含义"]);
  expect(chinese.facts.map((row) => [row[0], row[4], row[6], row[8]]).slice(1)).toEqual(
    english.facts.map((row) => [row[0], row[4], row[6], row[8]]).slice(1),
  );
  const rows = new Map(source.map(([label, value]) => [label, value]));
  expect(rows.get("项目")).toBe("总收入");
  expect(rows.get("原文所载")).toBe(
    new Map(functions.SOURCE("revenue", "2025Q3").map(([label, value]) => [label, value])).get("As printed"),
  );
  expect(String(new Map(forecast.map(([label, value]) => [label, value])).get("公式"))).toMatch(
    /\p{Script=Han}/u,
  );
});

test("a list of frozen formulas has its heads in the language spoken and is read in any", () => {
  const list = [
    { sheet: "Mine", cell: "B2", area: "B2:C3", formula: "=KC.LINES()", fingerprint: "1a", remark: "" },
  ];
  const heads = (): unknown => frozenSheet(list).rows[2];
  expect(heads()).toEqual(["工作表", "单元格", "区域", "公式", "指纹", "备注"]);
  expect(readFrozenRows(frozenSheet(list).rows)).toEqual(list);
  speak(ENGLISH);
  expect(heads()).toEqual(["Sheet", "Cell", "Area", "Formula", "Fingerprint", "Remark"]);
  expect(readFrozenRows(frozenSheet(list).rows)).toEqual(list);
});

test("why a file can't be unpacked is said in Chinese", async () => {
  const broken = zipSync({ "xl/styles.xml": strToU8("<!DOCTYPE a>") });
  await expect(readWholeWorkbook(broken)).rejects.toThrow(
    "工作簿已损坏或不是.xlsx文件：部件xl/styles.xml声明了实体，电子表格程序不会如此写入",
  );
});
