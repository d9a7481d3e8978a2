import { checkModel } from "../../src/analysis";
import { lineKey, openModel, periodIndex } from "../../src/model";
import { modelOf } from "../model/realModel";
import { IN_RELEASE } from "./madeUpRelease";

const quarter = periodIndex("2026Q2");
const failing = (figures: Readonly<Record<string, number>>): readonly string[] => {
  const typed = new Map(
    Object.entries(figures).map(([line, value]) => [lineKey(line, quarter), String(value)]),
  );
  const model = openModel(modelOf().seeds, typed);
  return checkModel(model)
    .filter(({ failures }) => failures.length > 0)
    .map(({ id }) => id);
};

test("a release as it is printed, its small other revenue included, fails no check of the model", () => {
  expect(failing(IN_RELEASE)).toEqual([]);
});

test("a whole that misses its parts by more fails one", () => {
  expect(failing({ ...IN_RELEASE, revenue: IN_RELEASE["revenue"]! + 30 })).not.toEqual([]);
});
