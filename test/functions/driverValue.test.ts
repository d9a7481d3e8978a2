import { domainOf } from "../../src/model";
import {
  asTyped,
  driverValue,
  findDriver,
  unitStep,
  type DecimalSign,
  type KcScalar,
} from "../../src/functions";
import { modelOf } from "../model/realModel";

const model = modelOf();
const row = (id: string) => findDriver(model, id);

test.each<[string, KcScalar, string]>([
  ["upliftXiaomi2026", "7", "0.07"],
  ["upliftXiaomi2026", "1", "0.01"],
  ["upliftXiaomi2026", "1.5", "0.015"],
  ["upliftXiaomi2026", "15%", "0.15"],
  ["upliftXiaomi2026", "0", "0"],
  ["upliftXiaomi2026", 0.15, "0.15"],
  ["capXiaomi2026", "3,000", "3000"],
  ["capXiaomi2026", "￥３，０００", "3000"],
  ["capXiaomi2026", "30亿元", "3000"],
  ["capXiaomi2026", "RMB 3.5bn", "3500"],
  ["capXiaomi2026", "3,000m", "3000"],
  ["capXiaomi2026", 3000, "3000"],
  ["upliftQuarter", "3Q26", "20263"],
  ["upliftQuarter", "2026年第三季度", "20263"],
  ["upliftQuarter", "Sep-26", "20263"],
  ["upliftQuarter", "20263", "20263"],
  ["upliftQuarter", 20263, "20263"],
  ["renewalDelay", "2", "2"],
])("%s given as %p is %s", (id, given, value) => {
  expect(driverValue(row(id), given)).toBe(value);
});

test.each<[string, string, DecimalSign, string]>([
  ["upliftXiaomi2026", "0.2", null, "'0.2' can be 0.2% or 20%; write the one you mean."],
  ["upliftXiaomi2026", "1,5%", null, "'1,5%' can be 1.5% or 15%; write the one you mean."],
  ["capXiaomi2026", "3.000", null, "'3.000' can be 3 or 3000; write the one you mean."],
  ["capXiaomi2026", "3.000,5", null, "'3.000,5' can be 3000.5 or 3.0005; write the one you mean."],
  ["capXiaomi2026", "3,000", ",", "'3,000' can be 3 or 3000; write the one you mean."],
  ["capXiaomi2026", "10%", null, "cannot be '10%': give a number from"],
  ["capXiaomi2026", "$3,000", null, "cannot be '$3,000': give a number from"],
  ["renewalDelay", "3亿", null, "cannot be '3亿': give a whole number from"],
  ["upliftQuarter", "FY2026", null, "FY2026 is no quarter: give one, e.g. 2026Q3 or 3Q26."],
  ["upliftQuarter", "2026/3", null, "'2026/3' can be a month or a quarter: write 2026-03 or 2026Q3."],
])("%s given as %p is refused in words", (id, given, locale, message) => {
  expect(() => driverValue(row(id), given, locale)).toThrow(message);
});

test("what a person of a locale writes is read; the allowed range settles a doubt", () => {
  expect(driverValue(row("capXiaomi2026"), "3.000,5", ",")).toBe("3000.5");
  expect(driverValue(row("upliftXiaomi2026"), "1,5%", ",")).toBe("0.015");
  expect(domainOf(row("leasedShare")).contains("121.25")).toBe(false);
  expect(driverValue(row("leasedShare"), "12.125")).toBe("0.12125");
});

test("what asTyped writes reads back as the same value, for every driver", () => {
  for (const each of model.rows) {
    const digits = driverValue(each, asTyped(each, each.base));
    expect([each.driver.id, Number(digits)]).toEqual([each.driver.id, Number(each.base)]);
  }
});

test.each([
  ["capXiaomi2026", "3140", "3", "3 is about a thousandth of 3140"],
  ["capXiaomi2026", "3140", "31400", "31400 is about ten times 3140"],
  ["capXiaomi2026", "3140", "3500000", "3500000 is about a thousand times 3140"],
  ["capXiaomi2026", "3140", "0.00314", "0.00314 is about a millionth of 3140"],
  ["upliftXiaomi2026", "0.12", "1.25", "125% is about ten times 12%"],
  ["capXiaomi2026", "3140", "3500", null],
  ["capXiaomi2026", "3140", "6280", null],
  ["capXiaomi2026", "0", "3140", null],
  ["capXiaomi2026", "3140", "0", null],
  ["renewalDelay", "1", "10", null],
])("%s from %s to %s: %p", (id, before, after, words) => {
  expect(unitStep(row(id), before, after)).toBe(words);
});
