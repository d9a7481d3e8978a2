/** Custom functions through the library's own runtime: values, ranges, omitted arguments, errors, many calls. */

import { bootOffice, type Running } from "../../officeHost/bootOffice";
import { callFunction, callFunctions } from "../../officeHost/customFunctionCalls";

interface Invocation {
  readonly address: string;
}
interface Runtime {
  associate(name: string, body: (...args: never[]) => unknown): void;
  readonly Error: new (code: string, message?: string) => Error;
  readonly ErrorCode: Readonly<Record<"notAvailable" | "invalidValue" | "invalidNumber", string>>;
}

let running: Running;
const seen: unknown[][] = [];

beforeAll(async () => {
  running = await bootOffice();
  const { CustomFunctions: functions } = globalThis as unknown as { CustomFunctions: Runtime };
  functions.associate("DOUBLE", (value: number) => value * 2);
  functions.associate("SEEN", (...args: unknown[]) => {
    seen.push(args.slice(0, -1));
    return seen.length;
  });
  functions.associate("SUMRANGE", (rows: number[][]) => rows.flat().reduce((sum, one) => sum + one, 0));
  functions.associate("SPILL", () => [
    ["FY2026", "FY2027"],
    [1, 2],
  ]);
  functions.associate("LATER", (value: number) => Promise.resolve(value + 1));
  functions.associate("NOTDISCLOSED", () => {
    throw new functions.Error(functions.ErrorCode.notAvailable, "Not disclosed for 1Q20");
  });
  functions.associate("BADPERIOD", () => {
    throw new functions.Error(functions.ErrorCode.invalidValue, "No FY2031: the model ends in FY2028");
  });
  functions.associate("REJECTED", () =>
    Promise.reject(new functions.Error(functions.ErrorCode.invalidNumber)),
  );
  functions.associate("BROKEN", () => {
    throw new TypeError("oops");
  });
  functions.associate("WHERE", (invocation: Invocation) => invocation.address);
});
afterAll(() => {
  running.close();
});

test("values, spills, promises", async () => {
  expect(
    await callFunctions(running, [
      { name: "DOUBLE", args: [21] },
      { name: "SPILL", args: [] },
      { name: "LATER", args: [1] },
    ]),
  ).toEqual([
    { value: 42 },
    {
      value: [
        ["FY2026", "FY2027"],
        [1, 2],
      ],
    },
    { value: 2 },
  ]);
});

test("an omitted argument is null, a range is rows, and the calling cell is known", async () => {
  await callFunction(running, "SEEN", ["2025Q3", null, "Base"]);
  expect(seen.at(-1)).toEqual(["2025Q3", null, "Base"]);
  expect(
    await callFunction(running, "SUMRANGE", [
      [
        [1, 2],
        [3, 4],
      ],
    ]),
  ).toEqual({ value: 10 });
  expect(await callFunction(running, "WHERE", [], { address: "Summary!B3" })).toEqual({
    value: "Summary!B3",
  });
});

test("errors reach the cell as Excel's own, with their message", async () => {
  expect(
    await callFunctions(
      running,
      ["NOTDISCLOSED", "BADPERIOD", "REJECTED", "BROKEN", "UNKNOWN"].map((name) => ({ name, args: [] })),
    ),
  ).toEqual([
    { error: "#N/A", message: "Not disclosed for 1Q20" },
    { error: "#VALUE!", message: "No FY2031: the model ends in FY2028" },
    { error: "#NUM!", message: "" },
    { error: "#VALUE!", message: "" },
    { error: expect.stringMatching(/#/) as string, message: expect.any(String) as string },
  ]);
});

test("ten thousand calls", async () => {
  const answers = await callFunctions(
    running,
    Array.from({ length: 10_000 }, (_, index) => ({ name: "DOUBLE", args: [index] })),
  );
  expect(answers.at(-1)).toEqual({ value: 19_998 });
});
