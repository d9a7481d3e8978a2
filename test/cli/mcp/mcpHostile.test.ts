import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../runCommand";
import { connectInMemory, type ConnectedClient } from "./mcpClient";

const folder = temporaryFolder();
let connected: ConnectedClient;

beforeAll(async () => {
  connected = await connectInMemory(folder);
});
afterAll(() => connected.client.close());

/** What an error says; it must be one, in words and without a stack. */
async function refused(name: string, given: Record<string, unknown>): Promise<string> {
  const { text, isError, data } = await connected.call(name, given);
  expect([name, given, isError]).toEqual([name, given, true]);
  expect(data).toEqual({});
  expect(text).not.toMatch(/\n\s+at |Error:|undefined|\[object|fault of the program/);
  expect(text.length).toBeLessThan(1500);
  return text;
}

test.each([
  ["figure", {}, "line must be a text such as revenue"],
  ["figure", { line: 7, period: "FY2027" }, "line must be a text such as revenue"],
  ["figure", { line: "revenue", period: {} }, "period must be a text such as FY2027 or 2026Q2"],
  ["figure", { line: ["revenue"], period: "FY2027" }, "line must be a text"],
  ["figure", { line: "revenue", period: "FY2027", overrides: [1] }, "overrides must be an object"],
  ["figure", { line: "revenue", period: "FY2027", overrides: { taxRate: null } }, "a value must be a number"],
  ["figure", { line: "revenue", period: "FY2027", sheet: "Base" }, "sheet"],
  ["list_lines", { limit: -1 }, "limit must be a whole number from 1 to 100"],
  ["list_lines", { limit: 1e9 }, "limit must be a whole number from 1 to 100"],
  ["list_drivers", { offset: 1.5 }, "offset must be a whole number from 0"],
  ["list_lines", { search: false }, "search must be a text"],
  ["bridge", { line: "revenue", period: "FY2027", from: "Base" }, "to must be the name"],
  ["build", { file: null }, "file must be a path that ends in .xlsx"],
] as const)("%s refuses %j", async (name, given, says) => {
  expect(await refused(name, given)).toContain(says);
});

test.each([
  ["figure", { line: "revenu", period: "FY2027" }, "did you mean"],
  ["figure", { line: "revenue", period: "FY2099" }, "No FY2099"],
  ["figure", { line: "revenue", period: "soon" }, "Cannot read the period"],
  ["figure", { line: "revenue", period: "FY2027", scenario: "Upsid" }, "did you mean 'Upside'?"],
  ["figure", { line: "cash", period: "FY2027", scenario: "Consensus" }, "#N/A Consensus: no estimate of"],
  [
    "figure",
    { line: "revenue", period: "FY2026", scenario: "Consensus", overrides: { taxRate: 1 } },
    "of its own",
  ],
  ["flex", { overrides: { capXiaomi27: 3000 } }, "did you mean"],
  ["flex", { overrides: { capXiaomi2027: "40350" } }, 'exclamation mark: "40350!"'],
  ["flex", { overrides: { taxRate: 40 } }, "taxRate"],
  ["flex", { overrides: { taxRate: "a lot" } }, "taxRate"],
  ["explain", { line: "capXiaomi27" }, "did you mean"],
  ["explain", { line: "revenue" }, "Give a period for revenue"],
  ["explain", { line: "revenue", period: "1H26" }, "1H2026 is no column"],
  [
    "bridge",
    { line: "revenue", period: "FY2027", from: "Base", to: "Nowhere" },
    'There is no file "Nowhere"',
  ],
  ["bridge", { line: "revenue", period: "1H26", from: "Base", to: "Upside" }, "A bridge is of a line"],
] as const)("%s says in words what is wrong with %j", async (name, given, says) => {
  expect(await refused(name, given)).toContain(says);
});

test.each(["figure", "explain", "bridge", "build", "list_lines", "flex"])(
  "a huge text in %s is refused before it is read",
  async (name) => {
    const huge = "x".repeat(1_000_000);
    const given: Record<string, Record<string, unknown>> = {
      figure: { line: huge, period: "FY2027" },
      explain: { line: "revenue", period: huge },
      bridge: { line: "revenue", period: "FY2027", from: huge, to: huge },
      build: { file: `${huge}.xlsx` },
      list_lines: { search: huge },
      flex: { overrides: { capXiaomi2027: huge } },
    };
    await refused(name, given[name]!);
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`driver${index}`, 1]));
    expect(await refused("flex", { overrides: many })).toContain("at most 40 drivers");
  },
);

test("names of every object's own parts are no drivers", async () => {
  for (const name of ["constructor", "toString", "hasOwnProperty"])
    expect(await refused("flex", { overrides: { [name]: 1 } })).toContain("Unknown driver");
  const { isError } = await connected.call(
    "flex",
    JSON.parse('{"overrides": {"__proto__": 1}}') as object as never,
  );
  expect(isError || ({} as Record<string, unknown>)["1"] === undefined).toBe(true);
});

describe("paths", () => {
  beforeAll(() => {
    mkdirSync(join(folder, "folder.xlsx"));
    writeFileSync(join(folder, "notes.xlsx"), "my own notes");
    writeFileSync(join(folder, "notes.txt"), "my own notes");
    writeFileSync(
      join(folder, "zip.xlsx"),
      Buffer.from("504b0506000000000000000000000000000000000000", "hex"),
    );
    symlinkSync("/dev/zero", join(folder, "device.xlsx"));
    symlinkSync(join(folder, "nothing"), join(folder, "dangling.xlsx"));
  });

  test.each([
    ["folder.xlsx", "it is a folder"],
    ["device.xlsx", "it is a device, not a file"],
    ["dangling.xlsx", "leads nowhere"],
    ["notes.xlsx", "is left alone: the file there is no workbook"],
    ["zip.xlsx", "is left alone: the file there is no workbook"],
    ["notes.txt", "the name of a workbook ends in .xlsx"],
    ["no/such/folder/a.xlsx", "does not exist"],
    ["notes.txt/a.xlsx", "is not a folder"],
    ["a\0.xlsx", "null character"],
    ["", "ends in .xlsx"],
  ])("build leaves %j alone", async (file, says) => {
    const before = readdirSync(folder).sort();
    expect(await refused("build", { file })).toContain(says);
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(readFileSync(join(folder, "notes.xlsx"), "utf8")).toBe("my own notes");
    expect(existsSync(join(folder, "nothing"))).toBe(false);
  });

  test.each([
    ["folder.xlsx", "it is a folder"],
    ["device.xlsx", "it is a device, not a file"],
    ["notes.xlsx", "notes.xlsx: "],
    ["zip.xlsx", "zip.xlsx: "],
    ["/dev/null", "/dev/null: "],
    ["a\0.xlsx", "a"],
  ])("bridge does not take %j for a workbook", async (to, says) => {
    expect(await refused("bridge", { line: "revenue", period: "FY2027", from: "Base", to })).toContain(says);
  });

  test("a value that is refused leaves no file", async () => {
    await refused("build", { file: "refused.xlsx", overrides: { taxRate: 40 } });
    expect(existsSync(join(folder, "refused.xlsx"))).toBe(false);
  });
});

test("an unknown tool is an error of the protocol, and the server goes on", async () => {
  await expect(connected.call("delete_everything")).rejects.toThrow(/delete_everything/);
  expect((await connected.call("figure", { line: "revenue", period: "FY2027" })).isError).toBe(false);
});
