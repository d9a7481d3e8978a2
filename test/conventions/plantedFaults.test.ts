import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, textOf } from "../support/repository";

/** One fault of the list that npm run planted plants. */
interface PlantedFault {
  readonly fault: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly tests: readonly string[];
}

const faults = JSON.parse(textOf("test/planted/faults.json")) as readonly PlantedFault[];

test("each planted fault still has its place, and tests that are there", () => {
  expect(faults.length).toBeGreaterThanOrEqual(40);
  expect(new Set(faults.map(({ fault }) => fault)).size).toBe(faults.length);
  for (const { fault, file, find, replace, tests } of faults) {
    expect([fault, textOf(file).split(find).length - 1, find === replace]).toEqual([fault, 1, false]);
    expect([fault, tests.filter((path) => !existsSync(join(root, path)))]).toEqual([fault, []]);
  }
});

test("docs/plantedFaults.md lists them; npm run planted -- --page writes it anew", () => {
  const rows = [...textOf("docs/plantedFaults.md").matchAll(/^\| ([^|]+?) \| `([^|]+)` \| (.+) \|$/gm)].map(
    ([, fault, file, tests]) => [fault, file, tests],
  );
  expect(rows).toEqual(
    faults.map(({ fault, file, tests }) => [fault, file, tests.map((path) => `\`${path}\``).join(", ")]),
  );
});
