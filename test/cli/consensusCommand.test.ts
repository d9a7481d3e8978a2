import { kc } from "./runCommand";

interface Printed {
  readonly since: string;
  readonly against: readonly {
    readonly line: string;
    readonly period: string;
    readonly mean: number;
    readonly number: number;
    readonly closing: { readonly driver: string } | null;
  }[];
}

test("kc consensus prints each line with estimates and what would close the difference", async () => {
  const { code, out } = await kc("consensus");
  expect(code).toBe(0);
  expect(out).toMatch(/^Base against estimates newer than 2025-12-31/);
  expect(out).toMatch(/Total revenue +FY2026 +[\d,.]+ +11,942\.5 +12,200 +11,685 +2 /);
  expect(out).toMatch(/Closes at \w+ \(.+\) .+ instead of .+, a move of [\d.]+%\./);
});

test("the same as JSON, in another scenario; a wrong scenario gives its message", async () => {
  const { code, out } = await kc("consensus", "--scenario", "Downside", "--json");
  const { since, against } = JSON.parse(out) as Printed;
  expect([code, since]).toEqual([0, "2025-12-31"]);
  expect(against.find(({ line, period }) => line === "revenue" && period === "FY2026")).toMatchObject({
    mean: 11942.5,
    number: 2,
  });
  const wrong = await kc("consensus", "--scenario", "Sideways");
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("Sideways")]);
});
