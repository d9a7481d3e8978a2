/** A part of the hostile arguments through the real office.js: what a cell shows is an answer or Excel's own error with words. */

import { KC_FUNCTION_NAMES, KC_FUNCTIONS } from "../../src/functions";
import type * as Shipped from "../../src/functions/shippedModel";
import { bootOffice, type Running } from "../officeHost/bootOffice";
import { callFunctions } from "../officeHost/customFunctionCalls";
import { oldSets } from "../officeHost/nativeHost";
import type * as Support from "../support/shippedSeeds";
import { HOSTILE_INPUTS, valuesFor } from "./hostileArguments";

jest.mock("../../src/seeds/shippedFigures", () => ({
  shippedFigures: () =>
    jest.requireActual<typeof Support>("../support/shippedSeeds").packedSeedsOfProject().figures,
}));
jest.mock("../../src/seeds/shippedTexts", () => ({
  shippedTexts: () =>
    jest.requireActual<typeof Support>("../support/shippedSeeds").packedSeedsOfProject().texts,
}));

let running: Running;
beforeAll(async () => {
  running = await bootOffice({ sets: oldSets });
  await jest.isolateModulesAsync(async () => {
    require("../../src/functions/functions");
    await (require("../../src/functions/shippedModel") as typeof Shipped).shippedModel();
  });
});
afterAll(() => running.close());

/** What Excel can hand over: no number without end, no object, and a cell holds no more than 32,767 characters. */
const crosses = (value: unknown): boolean => {
  if (Array.isArray(value))
    return (
      value.length > 0 &&
      value.every(
        (row) =>
          Array.isArray(row) &&
          row.length === (value as unknown[][])[0]!.length &&
          row.length > 0 &&
          row.every((cell) => !Array.isArray(cell) && crosses(cell)),
      )
    );
  return (
    value === null ||
    typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value)) ||
    typeof value === "string"
  );
};
const valuesInExcel = (name: string, at: number): readonly unknown[] =>
  valuesFor(name, at)
    .map(([, value]) => value)
    .filter(crosses)
    .map((value) => (typeof value === "string" ? value.slice(0, 32_767) : value));

test.each(KC_FUNCTION_NAMES.filter((name) => KC_FUNCTIONS[name].parameters.length > 0))(
  "KC.%s",
  async (name) => {
    const { parameters } = KC_FUNCTIONS[name];
    const good: Readonly<Record<string, unknown>> = {
      period: "FY2026",
      line: "revenue",
      from: "2025Q1",
      to: "2025Q4",
      party: "xiaomi",
      year: 2026,
      target: 15_000,
      driver: "taxRate",
      values: [[0.1]],
    };
    const calls = parameters.flatMap((parameter, at) =>
      [
        ...valuesInExcel(name, at),
        ...(parameter.name === "inputs" ? Object.values(HOSTILE_INPUTS).filter(crosses) : []),
      ].map((value) => ({
        name,
        args: parameters.map((each, index) =>
          index === at ? value : each.optional ? null : (good[each.name] ?? null),
        ),
      })),
    );
    const answers = await callFunctions(running, calls);
    expect(answers).toHaveLength(calls.length);
    for (const answer of answers) {
      if ("error" in answer)
        expect(answer).toEqual({
          error: expect.stringMatching(/^#(?:VALUE!|N\/A)$/) as string,
          message: expect.stringMatching(/^\S.{8,600}$/su) as string,
        });
      else expect(JSON.stringify(answer.value)).not.toMatch(/NaN|Infinity|null/);
    }
    expect(answers.some((answer) => "error" in answer)).toBe(true);
  },
);
