import { catalogueOf } from "../../src/words/catalogue";
import { languageOf, namedLanguage } from "../../src/words/language";
import { say, speak } from "../../src/words/say";
import { ENGLISH } from "../../src/words";

const words = catalogueOf(
  "zh-CN",
  {
    Revenue: "收入",
    Xiaomi: "小米",
    growth: "增长率",
    "{0}, {1}": "{0}，{1}",
    "{0}: {1}": "{0}：{1}",
    "{0} of {1} quarters": "{1}个季度中的{0}个",
    "{0} of cap left": "上限余量{0}",
  },
  ["Goldman Sachs"],
);

test("a text is found whole, by its pattern, or stays where it holds no word", () => {
  expect(words.find("Revenue")).toBe("收入");
  expect(words.find("Revenue, 2026Q1")).toBe("收入，2026Q1");
  expect(words.find("Xiaomi: growth, FY2027")).toBe("小米：增长率，FY2027");
  expect(words.find("3 of 12 quarters")).toBe("12个季度中的3个");
  expect(words.find("27.7% of cap left")).toBe("上限余量27.7%");
  for (const same of ["2026Q1", "1,234.5", "revenueExternal", "KC.REVENUE", "Goldman Sachs, 2026", "x", ""])
    expect(words.find(same)).toBe(same);
});

test("members of a list stand between the marks of the language", () => {
  expect(words.find("2026Q1, 2026Q2, FY2027")).toBe("2026Q1、2026Q2、FY2027");
  expect(words.find("2 of 2026Q1, 2026Q2 quarters")).toBe("2026Q1、2026Q2个季度中的2个");
});

test("a finished message keeps what has no words, such as what a person typed", () => {
  expect(words.find("Bilig of cap left")).toBeNull();
  expect(words.told("Bilig of cap left")).toBe("上限余量Bilig");
  expect(words.told("Xiaomi, Bilig, 2026Q1 of cap left")).toBe("上限余量小米、Bilig、2026Q1");
  expect(words.told("Nothing of it, at all")).toBe("Nothing of it、at all");
  expect(ENGLISH.told("Bilig of cap left")).toBe("Bilig of cap left");
});

test("a text without words of its own is told, a pattern does not hide it, and it is shown in English", () => {
  expect(words.find("Billing")).toBeNull();
  expect(words.find("Billing, 2026Q1")).toBeNull();
  expect(words.of("Billing, 2026Q1")).toBe("Billing, 2026Q1");
});

test("a word leads back to its English text", () => {
  expect(words.english("小米")).toBe("Xiaomi");
  expect(words.english("别的")).toBe("别的");
  expect(ENGLISH.english("Xiaomi")).toBe("Xiaomi");
});

test("a translation that drops a slot is refused", () => {
  expect(() => catalogueOf("zh-CN", { "{0} of {1}": "{0}" }, [])).toThrow("has slots 0, not 0, 1");
});

test("sentences are said in the language spoken, with their values in its order", () => {
  const sentence = (): string => say`${3} of ${12} quarters`;
  expect(sentence()).toBe("3 of 12 quarters");
  try {
    speak(words);
    expect(sentence()).toBe("12个季度中的3个");
    expect(say`nothing of it`).toBe("nothing of it");
  } finally {
    speak(ENGLISH);
  }
});

test("languages are told by their tags and by their names", () => {
  expect(["zh", "zh-CN", "zh-Hans-HK", "en-GB", "de-DE", undefined].map(languageOf)).toEqual([
    ...["zh-CN", "zh-CN", "zh-CN", "en", "en", "en"],
  ]);
  expect(["zh-CN", "中文", "EN", "English", "klingon"].map(namedLanguage)).toEqual([
    ...["zh-CN", "zh-CN", "en", "en", null],
  ]);
});
