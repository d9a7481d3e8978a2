/** What the model and the analysis say in composed texts has its Chinese in every scenario: labels, meanings, limits, formulas, caps, alarms, and why an assumption moves nothing. */

import {
  alarmWords,
  capAnswers,
  declaredSigns,
  raisedAlarms,
  response,
  responseNotes,
  STATE_NAMES,
} from "../../src/analysis";
import { toWords } from "../../src/formula";
import {
  DRIVER_GROUPS,
  driverMeaning,
  LINES,
  SCENARIOS,
  SECTIONS,
  YEARS,
} from "../../src/companies/kingsoftCloud";
import { domainOf, familyLabel } from "../../src/model";
import { leverChoices, leverLabel } from "../../src/taskpane/state/leverScale";
import { CHINESE } from "../../src/words/zh-CN";
import { sourceTitles } from "../../src/workbook/inputsSheetPlan";
import { seededModel } from "../support/seededModel";

const model = seededModel();
const drivers = DRIVER_GROUPS.flatMap((group) => group.drivers);
const { seeds, rows, quarterRows } = model;

const without = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter((text) => text !== "" && CHINESE.find(text) === null);

test.each<[string, readonly string[]]>([
  ["lines", LINES.flatMap(({ label, meaning, unit }) => [label, meaning, unit])],
  ["sections and groups", [...SECTIONS, ...DRIVER_GROUPS].map(({ title }) => title)],
  ["assumptions", drivers.flatMap((each) => [each.label, each.unit, driverMeaning(each)])],
  ["assumptions of years and quarters", drivers.map(({ label }) => familyLabel(label))],
  [
    "quarters of assumptions",
    quarterRows.flatMap(({ driver: { label } }) => [label, label.replace(/ \S+$/, "")]),
  ],
  ["levers", rows.flatMap((row) => [leverLabel(row), ...leverChoices(row).map(({ label }) => label)])],
  ["limits", rows.map((row) => domainOf(row).words)],
  [
    "reasons and sources",
    rows.flatMap((row) => [row.assumption.reason, row.assumption.tier, sourceTitles(model, row)]),
  ],
  ["scenarios", SCENARIOS.flatMap(({ name, meaning }) => [name, meaning])],
  ["states", Object.values(STATE_NAMES).flatMap((name) => [name, name.toLowerCase()])],
  ["signs", drivers.flatMap(declaredSigns)],
  ["metrics", seeds.metrics.flatMap(({ label, description }) => [label, description])],
  ["facts", seeds.facts.flatMap(({ unit, basis, tier, quality }) => [unit, basis, tier, quality])],
  ["sources", seeds.sources.flatMap(({ title, publisher }) => [title, publisher])],
  [
    "conflicts",
    seeds.conflicts.flatMap((each) => [each.explanation, each.status, each.kind.replaceAll("-", " ")]),
  ],
])("%s", (_, texts) => {
  expect(texts.length).toBeGreaterThan(3);
  expect(without(texts)).toEqual([]);
});

test.each(SCENARIOS.map(({ id }) => id))("what %s answers", (id) => {
  const assumptions = model.assumptions(id);
  const values = model.fast(assumptions);
  const years = YEARS.map(({ year }) => year);
  const answer = response(model, assumptions);
  const texts = [
    ...capAnswers({ values, assumptions, data: model.data }, years).map(({ sentence }) => sentence),
    ...raisedAlarms(model, values).map(alarmWords),
    ...answer.rows.map(({ why }) => why ?? ""),
    ...responseNotes(model, assumptions, answer),
  ];
  expect(texts.length).toBeGreaterThan(100);
  expect(without(texts)).toEqual([]);
});

test("formulas in words have Chinese phrases, each with all its slots", () => {
  const missed = new Set<string>();
  const phrase = (key: string, ...slots: readonly string[]): string => {
    const words = slots.length === 0 ? CHINESE.find(key) : CHINESE.sentence(key);
    if (words === null) missed.add(key);
    return (words ?? key).replaceAll(/\{(\d)\}/g, (_, slot: string) => slots[Number(slot)]!);
  };
  const formulas = LINES.flatMap((line) =>
    [line.history, line.opening, line.forecast].flatMap((formula) =>
      formula === undefined ? [] : [formula()],
    ),
  );
  expect(formulas.length).toBeGreaterThan(500);
  for (const formula of formulas) {
    const [english, chinese] = [toWords(formula), toWords(formula, phrase)];
    expect(
      toWords(formula, (key, ...slots) => key.replaceAll(/\{(\d)\}/g, (_, at: string) => slots[Number(at)]!)),
    ).toBe(english);
    expect(chinese.match(/[×÷]/g)?.length).toBe(english.match(/[×÷]/g)?.length);
  }
  expect([...missed]).toEqual([]);
});
