import { columnNumber, parseRectangle, rectangleAddress, type Rectangle } from "../../workbook/address";
import { outlined } from "../../workbook/outline";
import type { SheetPlan, ValidationPlan } from "../../workbook/plan";
import { canonical } from "../grid/cellContent";
import type { Feature } from "../xlsx/feature";
import { fileValidation } from "../xlsx/fileValidation";
import type { SurveyedFormat, SurveyedValidation } from "../xlsx/ruleSurvey";
import type { Alignment } from "./alignSheet";
import type { ModelTab } from "./modelTabs";

/** What a sheet of the model has in a file that the model did not put there: drawings, links, rules, hidden lines and the like. */
export function modelFeatures(
  { sheet, plan, at }: ModelTab,
  look: (formula: string) => string | null,
): readonly Feature[] {
  const { features, validations, formats } = sheet.survey();
  const charts = plan.charts.map(({ title }) => `"${title}"`);
  const links = new Set(plan.links.map(({ cell }) => cell));
  const { paper, footerLeft, footerCenter, footerRight } = plan.print;
  const footer = `&L${footerLeft}&C${footerCenter}&R${footerRight}`;
  const own = features.filter(({ kind, where }) => {
    if (kind === "chart") {
      const known = charts.indexOf(where);
      if (known >= 0) charts.splice(known, 1);
      return known < 0;
    }
    if (kind === "link") return !links.has(onPlan(at, where.replace(/ to .*$/s, "")) ?? "");
    if (kind === "printSetup") return where !== `landscape, ${paper}`;
    if (kind === "outlineRows" || kind === "outlineColumns") return !isPlanned(at, plan, kind, where);
    if (kind === "headerFooter") return where.replaceAll(/\s/g, "") !== footer.replaceAll(/\s/g, "");
    return true;
  });
  return [
    ...own,
    ...validations.flatMap((rule) => ownValidation(rule, plan, at, look)),
    ...formats.flatMap((format) => ownFormat(format, plan, look)),
    ...(sheet.name === plan.name ? [] : [{ kind: "sheetName", where: sheet.name } as const]),
  ];
}

/** Whether a range of lines that a file can fold away is one that the plan can, all of it. */
function isPlanned(
  at: Alignment,
  plan: SheetPlan,
  kind: "outlineRows" | "outlineColumns",
  where: string,
): boolean {
  const [first, last = first] = where
    .split(":")
    .map((line) => (kind === "outlineRows" ? Number(line) : columnNumber(line)));
  const [lines, planned] =
    kind === "outlineRows" ? [at.rows, plan.rows] : ([at.columns, plan.columns] as const);
  const foldable = new Set(outlined(planned));
  return Array.from({ length: last! - first! + 1 }, (_, index) => lines.toPlan(first! + index)).every(
    (line) => line === null || foldable.has(line),
  );
}

/** A range of a file where the plan has it; null where it has not. */
function onPlan(at: Alignment, range: string): string | null {
  const area = parseRectangle(range);
  const placed = area === null ? null : placedArea(at, area);
  return placed === null ? null : rectangleAddress(placed);
}

function placedArea({ rows, columns }: Alignment, area: Rectangle): Rectangle | null {
  const [top, bottom] = [rows.toPlan(area.row), rows.toPlan(area.row + area.rows - 1)];
  const [left, right] = [columns.toPlan(area.column), columns.toPlan(area.column + area.columns - 1)];
  return top === null || bottom === null || left === null || right === null || bottom < top || right < left
    ? null
    : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function ownValidation(
  rule: SurveyedValidation,
  plan: SheetPlan,
  at: Alignment,
  look: (formula: string) => string | null,
): readonly Feature[] {
  // A prompt without a rule is the model's own, which some programs leave behind.
  if (rule.type === "none") return [];
  const ruled = fileValidation(rule)?.[0]?.rule;
  return rule.ranges.flatMap((range): Feature[] => {
    const area = parseRectangle(range);
    const placed = area === null ? null : placedArea(at, area);
    const known =
      placed !== null &&
      ruled !== undefined &&
      (isCovered(placed, plan.validations, ruleText(ruled)) ||
        ("formula" in ruled &&
          isCovered(
            placed,
            plan.validations,
            ruleText({ ...ruled, formula: look(ruled.formula) ?? ruled.formula }),
          )));
    return known ? [] : [{ kind: "validation", where: range }];
  });
}

/** Whether each cell of an area has the same rule in the plan. */
function isCovered(area: Rectangle, validations: readonly ValidationPlan[], text: string): boolean {
  const same = validations.flatMap(({ range, rule }) =>
    ruleText(rule) === text ? (parseRectangle(range) ?? []) : [],
  );
  let uncovered: readonly Rectangle[] = [area];
  for (const cover of same) uncovered = uncovered.flatMap((part) => without(part, cover));
  return uncovered.length === 0;
}

/** What of an area lies outside another one. */
function without(area: Rectangle, cover: Rectangle): readonly Rectangle[] {
  const [bottom, right] = [area.row + area.rows, area.column + area.columns];
  const [top, left] = [Math.max(area.row, cover.row), Math.max(area.column, cover.column)];
  const [low, far] = [
    Math.min(bottom, cover.row + cover.rows),
    Math.min(right, cover.column + cover.columns),
  ];
  if (top >= low || left >= far) return [area];
  return [
    { ...area, rows: top - area.row },
    { ...area, row: low, rows: bottom - low },
    { row: top, rows: low - top, column: area.column, columns: left - area.column },
    { row: top, rows: low - top, column: far, columns: right - far },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}

function ruleText(rule: ValidationPlan["rule"]): string {
  return rule.kind === "listRange" || rule.kind === "formula"
    ? canonical(`=${rule.formula.replaceAll("$", "")}`)
    : JSON.stringify(rule);
}

function ownFormat(
  { ranges, type, formula, isExtension }: SurveyedFormat,
  plan: SheetPlan,
  look: (formula: string) => string | null,
): readonly Feature[] {
  if (type !== "expression" || isExtension)
    return [{ kind: "otherConditionalFormat", where: ranges.join(" ") }];
  const known = plan.conditionalFormats.some(
    (each) => canonical(`=${each.formula}`) === canonical(`=${look(formula) ?? formula}`),
  );
  return known ? [] : [{ kind: "conditionalFormat", where: ranges.join(" ") }];
}
