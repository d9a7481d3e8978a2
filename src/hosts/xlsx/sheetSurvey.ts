import { cellAddress, columnLetters } from "../../workbook/address";
import { CellSurvey, type CellFindings } from "./cellSurvey";
import { surveyDrawing } from "./drawingSurvey";
import type { Feature, FeatureKind } from "./feature";
import { lineRanges } from "./lineRanges";
import { relationshipsOf } from "./relationships";
import { RuleSurvey, type SurveyedFormat, type SurveyedValidation } from "./ruleSurvey";
import { attributesOf, walkXml, type XmlAttributes } from "./walkXml";
import { isTrue } from "./workbookSurvey";

/** What the XML of a sheet says beside the contents and looks of its cells. */
export interface SheetSurvey extends CellFindings {
  /** What a plan may have no word for, rules apart. */
  readonly features: readonly Feature[];
  readonly validations: readonly SurveyedValidation[];
  readonly formats: readonly SurveyedFormat[];
}

/** Elements that say something by being there, and the attribute that says where. */
const TELLING: Readonly<Record<string, readonly [kind: FeatureKind, where: string]>> = {
  mergeCell: ["merged", "ref"],
  autoFilter: ["filter", "ref"],
  protectedRange: ["protectedRange", "sqref"],
  scenario: ["whatIf", "name"],
  customSheetView: ["customViews", ""],
  picture: ["background", ""],
  oleObject: ["object", "progId"],
  control: ["control", "name"],
  sparkline: ["sparkline", ""],
  legacyDrawingHF: ["headerFooter", ""],
  slicer: ["otherDrawing", ""],
  timelineRef: ["otherDrawing", ""],
};

/** Parts of a sheet and of its extensions that are read, or that say nothing of a person's. */
const KNOWN = new Set(
  (
    "sheetPr dimension sheetViews sheetFormatPr sheetCalcPr cols sheetData phoneticPr printOptions pageMargins pageSetup headerFooter drawing legacyDrawing " +
    "mergeCells conditionalFormatting dataValidations hyperlinks extLst tableParts rowBreaks colBreaks autoFilter sheetProtection sortState protectedRanges " +
    "scenarios customSheetViews picture oleObjects controls legacyDrawingHF ignoredErrors cellWatches customProperties smartTags webPublishItems AlternateContent " +
    "conditionalFormattings sparklineGroups slicerList timelineRefs PLV"
  ).split(" "),
);

/** Surveys a sheet; `exactly` says for which cells (from 0) the number is wanted as it is written, `richTexts` which shared texts have formats inside. */
export function surveySheet(
  parts: ReadonlyMap<string, string>,
  path: string,
  exactly: (row: number, column: number) => boolean,
  richTexts: ReadonlySet<number>,
): SheetSurvey {
  const relationships = relationshipsOf(parts, path);
  const features: Feature[] = [];
  const [cells, rules] = [new CellSurvey(exactly, richTexts), new RuleSurvey()];
  const lines = { hiddenRows: [], outlineRows: [], hiddenColumns: [], outlineColumns: [] } as Record<
    "hiddenRows" | "outlineRows" | "hiddenColumns" | "outlineColumns",
    number[]
  >;
  const above: string[] = [];
  walkXml(parts.get(path) ?? "", {
    open(element, text) {
      const depth = above.length;
      const parent = above[depth - 1];
      above.push(element);
      if (parent === "sheetData" || parent === "row" || parent === "c" || parent === "is" || parent === "r") {
        if (element === "row") rowFeatures(attributesOf(text), lines);
        cells.open(element, text);
        return;
      }
      if ((depth === 1 || (depth === 3 && parent === "ext")) && !KNOWN.has(element) && element !== "ext")
        features.push({ kind: "unknown", where: element });
      rules.open(element, text, parent);
      const telling = TELLING[element];
      const attributes = attributesOf(text);
      if (telling !== undefined) features.push({ kind: telling[0], where: attributes[telling[1]] ?? "" });
      else if (element === "sheetProtection" && isTrue(attributes["sheet"]))
        features.push({ kind: "protection", where: "" });
      else if (element === "col") columnFeatures(attributes, lines);
      else if (element === "hyperlink")
        features.push(link(attributes, relationships.get(attributes["id"] ?? "")));
      else if (element === "brk" && isTrue(attributes["man"]))
        features.push({
          kind: "pageBreak",
          where: lineName(parent === "rowBreaks", Number(attributes["id"])),
        });
      else features.push(...viewFeatures(element, attributes));
    },
    close(element) {
      above.pop();
      cells.close(element);
      rules.close(element);
    },
    text(words) {
      cells.text(words);
      rules.text(words);
      const element = above[above.length - 1];
      if (
        element === "oddHeader" ||
        element === "oddFooter" ||
        element === "evenHeader" ||
        element === "firstHeader"
      )
        features.push({ kind: "headerFooter", where: plainFooter(words) });
    },
  });
  for (const { kind, target } of relationships.values()) {
    if (kind === "drawing") features.push(...surveyDrawing(parts, target));
    else if (kind === "table")
      features.push({ kind: "table", where: firstAttribute(parts.get(target), "ref") });
    else if (kind === "pivotTable")
      features.push({ kind: "pivotTable", where: firstAttribute(parts.get(target), "name") });
    else if (kind === "threadedComment") features.push({ kind: "thread", where: "" });
  }
  return {
    ...cells.found,
    ...rules.found,
    features: [
      ...features.filter(({ kind }, index) => kind !== "headerFooter" || features[index]!.where !== ""),
      ...Object.entries(lines).flatMap(([kind, numbers]) =>
        lineRanges(numbers, kind.endsWith("Rows") ? String : columnLetters).map((where) => ({
          kind: kind as keyof typeof lines,
          where,
        })),
      ),
      ...cells.features,
    ],
  };
}

type Lines = Readonly<Record<"hiddenRows" | "outlineRows" | "hiddenColumns" | "outlineColumns", number[]>>;

/** Rows beyond this are not looked at: a file may hide all that stand below its last one. */
const FURTHEST = { row: 120_000, column: 1_100 } as const;

function rowFeatures(attributes: XmlAttributes, lines: Lines): void {
  const row = Number(attributes["r"]);
  if (!(row <= FURTHEST.row)) return;
  if (isTrue(attributes["hidden"])) lines.hiddenRows.push(row);
  if (Number(attributes["outlineLevel"]) > 0) lines.outlineRows.push(row);
}

function columnFeatures(attributes: XmlAttributes, lines: Lines): void {
  const [first, last] = [Number(attributes["min"]), Math.min(Number(attributes["max"]), FURTHEST.column)];
  if (!(first > 0)) return;
  for (let column = first; column <= last; column++) {
    if (isTrue(attributes["hidden"])) lines.hiddenColumns.push(column);
    if (Number(attributes["outlineLevel"]) > 0) lines.outlineColumns.push(column);
  }
}

function viewFeatures(element: string, attributes: XmlAttributes): readonly Feature[] {
  if (element === "sheetView") {
    const words = [
      isTrue(attributes["showFormulas"]) ? "formulas instead of values" : "",
      attributes["showZeros"] !== undefined && !isTrue(attributes["showZeros"]) ? "zeros not shown" : "",
      isTrue(attributes["rightToLeft"]) ? "from right to left" : "",
    ].filter((word) => word !== "");
    return words.map((where) => ({ kind: "sheetView", where }));
  }
  if (element !== "pageSetup") return [];
  const { orientation = "portrait", paperSize = "", scale = "100" } = attributes;
  const paper = { "8": ", A3", "9": ", A4" }[paperSize] ?? (paperSize === "" ? "" : `, paper ${paperSize}`);
  return [{ kind: "printSetup", where: `${orientation}${paper}${scale === "100" ? "" : `, at ${scale} %`}` }];
}

function link(
  { ref = "", location }: XmlAttributes,
  outside: { readonly target: string } | undefined,
): Feature {
  const target = [outside?.target, location].filter((part) => part !== undefined && part !== "").join("#");
  return { kind: "link", where: target === "" ? ref : `${ref} to ${target}` };
}

function lineName(isRow: boolean, line: number): string {
  return isRow ? `row ${line + 1}` : `column ${columnLetters(line + 1)}`;
}

/** A footer without its fonts and sizes. */
function plainFooter(words: string): string {
  return words.replaceAll(/&"[^"]*"|&\d+(?=\D|$)|&K[0-9A-F]{6}/gi, "").trim();
}

function firstAttribute(xml: string | undefined, name: string): string {
  let value: string | undefined;
  walkXml(xml?.slice(0, 4_000) ?? "", {
    open(_, attributes) {
      value ??= attributesOf(attributes)[name];
    },
  });
  return value ?? "";
}

/** Address of a cell counted from 0. */
export function placeOf(row: number, column: number): string {
  return cellAddress(row + 1, column + 1);
}
