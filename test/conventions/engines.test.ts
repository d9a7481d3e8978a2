import ts from "typescript";
import * as company from "../../src/companies/kingsoftCloud";
import { sourceFiles, textOf } from "../support/repository";

/** Folders that hold engines: what is one company's stands in a folder of its own. */
const ENGINES = /^src\/(?:formula|model)\//;

/** Names of the company and its parties anywhere in a text, and years among its numbers. */
function contentIn(text: string): readonly string[] {
  const names = text.match(/kingsoft|xiaomi/gi) ?? [];
  const years: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node) && /^20[0-9]\d$/.test(node.text)) years.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("engine.ts", text, ts.ScriptTarget.ES2022));
  return [...names, ...years];
}

test("engines hold no company's name and no year", () => {
  const engines = sourceFiles().filter((path) => ENGINES.test(path));
  expect(engines.length).toBeGreaterThan(20);
  const found = engines.flatMap((path) => contentIn(textOf(path)).map((what) => `${path}: ${what}`));
  expect(found).toEqual([]);
});

test("the check sees a name and a year", () => {
  expect(contentIn('const first = 2026; const party = "Xiaomi"; // for 2027\n')).toEqual(["Xiaomi", "2026"]);
});

/** Folders whose functions are given a model. */
const GIVEN_A_MODEL = /^src\/(?:analysis|workbook)\//;

/** Stretches of quarters by their numbers. */
const BEFORE_ANY_MODEL = ["src/analysis/span.ts", "src/analysis/spanValue.ts"];

/** What of the company's names is a part of its model, or follows from one: whoever has a model at hand has it too. */
function partsOfTheModel(): ReadonlySet<string> {
  const { kingsoftCloud: spec } = company;
  const parts = new Set<unknown>([spec, ...Object.values(spec), ...Object.values(spec.timeline)]);
  const same = Object.entries(company).filter(([, value]) => parts.has(value));
  return new Set([...same.map(([name]) => name), "SHIPPED_SCENARIOS", "OWN_SCENARIOS", "SHIPPED_NAMES"]);
}

/** Names that a text imports from the company. */
function importedFromTheCompany(text: string): readonly string[] {
  return ts.createSourceFile("sheet.ts", text, ts.ScriptTarget.ES2022).statements.flatMap((each) => {
    if (
      !ts.isImportDeclaration(each) ||
      !(each.moduleSpecifier as ts.StringLiteral).text.includes("/companies/")
    )
      return [];
    const named = each.importClause?.namedBindings;
    if (named === undefined) return [];
    return ts.isNamedImports(named)
      ? named.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
      : ["*"];
  });
}

test("who is given a model reads that model's lines and columns, and takes content alone from the company", () => {
  const parts = partsOfTheModel();
  for (const name of ["LINES", "LINE_BY_ID", "QUARTERS", "periodIndex", "WIDTH", "REQUIRED", "SCENARIOS"])
    expect(parts).toContain(name);
  expect(parts).not.toContain("FIGURE_TIES");
  const found = sourceFiles()
    .filter((path) => GIVEN_A_MODEL.test(path))
    .filter((path) => importedFromTheCompany(textOf(path)).some((name) => name === "*" || parts.has(name)));
  expect(found.sort()).toEqual(BEFORE_ANY_MODEL);
});

test("the check sees every way of importing", () => {
  const text = `import { revenue, QUARTERS as all } from "../companies/kingsoftCloud";
import * as company from "../companies/kingsoftCloud/timeline";
import { LINES } from "../model";`;
  expect(importedFromTheCompany(text)).toEqual(["revenue", "QUARTERS", "*"]);
});
