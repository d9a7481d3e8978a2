import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { planOf } from "../support/seededModel";
import { root } from "../support/repository";
import { goldenText } from "./goldenText";
import { model, plan } from "./realPlan";

const PATH = "test/golden/workbook.txt";
const file = join(root, PATH);
const rewrite = process.env.KC_REWRITE_GOLDEN === "1";

test("the workbook has the reviewed shape; npm run golden writes it anew after an intended change", () => {
  const text = goldenText(plan);
  if (rewrite) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const golden = existsSync(file) ? readFileSync(file, "utf8") : "";
  const [wanted, found] = [golden, text].map((each) => each.split("\n")) as [string[], string[]];
  const without = (lines: readonly string[], others: ReadonlySet<string>): string[] =>
    lines.filter((line) => !others.has(line));
  const [missing, added] = [without(wanted, new Set(found)), without(found, new Set(wanted))];
  expect({ missing: missing.slice(0, 20), added: added.slice(0, 20) }).toEqual({ missing: [], added: [] });
  expect(text === golden).toBe(true);
});

test("the shape does not depend on values: another scenario or another assumption gives the same text", () => {
  const text = goldenText(plan);
  expect(goldenText(planOf(model, "upside")) === text).toBe(true);
  expect(goldenText(planOf(model, "base", new Map([["procurement2026", "9999"]]))) === text).toBe(true);
});
