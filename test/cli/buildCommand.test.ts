import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { kc, kcProcess, temporaryFolder } from "./runCommand";

const folder = temporaryFolder();
const built = join(folder, "model.xlsx");

test("writes the workbook, says where it is, and leaves nothing else", async () => {
  const { code, out, err } = kcProcess("build", "--out", built);
  expect(code).toBe(0);
  expect(out).toContain(`Workbook: ${built}\n`);
  expect(out).toContain("Every check is 0.");
  expect(err).toContain("Writing ");
  expect(readdirSync(folder)).toEqual(["model.xlsx"]);
  const workbook = await readWorkbook(readFileSync(built));
  expect([...workbook.names.keys()]).toEqual(
    expect.arrayContaining(["KC_Scenario", "KC_Checks", "KC_Inputs"]),
  );
});

test("equal inputs give equal bytes, and an older file is replaced", async () => {
  const again = join(folder, "again.xlsx");
  writeFileSync(again, "an older file");
  expect((await kc("build", "--out", again)).code).toBe(0);
  expect(readFileSync(again).equals(readFileSync(built))).toBe(true);
});

test("--scenario and --set reach the workbook", async () => {
  const flexed = join(folder, "flexed.xlsx");
  expect(
    (await kc("build", "--out", flexed, "--scenario", "Upside", "--set", "capUsableXiaomi=90%")).code,
  ).toBe(0);
  const workbook = await readWorkbook(readFileSync(flexed));
  const inputs = workbook.sheet("Inputs");
  const row = inputs
    .addresses()
    .find((address) => inputs.cell(address).value === "capUsableXiaomi")!
    .replace(/\D/g, "");
  const values = ["F", "G", "H"].map((column) => inputs.cell(`${column}${row}`).value);
  expect(values[2]).toBe(0.9);
  expect(values[1]).not.toBe(0.9);
});

test.each<[string, () => string, (path: string) => string]>([
  [
    "no such folder",
    () => join(folder, "absent", "model.xlsx"),
    (path) => `${path} cannot be written: the folder ${join(folder, "absent")} does not exist.`,
  ],
  [
    "a folder of that name",
    () => {
      mkdirSync(join(folder, "taken"));
      return join(folder, "taken");
    },
    (path) => `${path} cannot be written: it is a folder; name a file in it.`,
  ],
  [
    "a file instead of a folder",
    () => {
      writeFileSync(join(folder, "file"), "");
      return join(folder, "file", "model.xlsx");
    },
    () => `${join(folder, "file")} is not a folder.`,
  ],
  [
    "a name that is too long",
    () => join(folder, `${"long".repeat(80)}.xlsx`),
    (path) => `${path} cannot be written: the name is too long.`,
  ],
])("unwritable output, %s: a message, exit 1 and no file", async (_, prepare, message) => {
  const path = prepare();
  const before = readdirSync(folder);
  const { code, out, err } = await kc("build", "--out", path);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain(message(path));
  expect(readdirSync(folder)).toEqual(before);
});

test("a refused value leaves no file", async () => {
  const path = join(folder, "refused.xlsx");
  expect(await kc("build", "--out", path, "--set", "capUsableXiaomi=200")).toMatchObject({
    code: 1,
    err: expect.stringContaining("it must lie between 0 % and 100 %"),
  });
  expect(existsSync(path)).toBe(false);
  expect(await kc("build")).toMatchObject({
    code: 1,
    err: expect.stringContaining("build needs --out FILE"),
  });
});
