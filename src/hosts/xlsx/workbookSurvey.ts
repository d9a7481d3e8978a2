import type { Feature } from "./feature";
import { relationshipsOf } from "./relationships";
import { attributesOf, walkXml, type XmlAttributes } from "./walkXml";

/** A name that a file gives to a range, a number or a formula. */
export interface SurveyedName {
  readonly name: string;
  /** The only sheet that knows it, or null where the whole workbook does. */
  readonly scope: string | null;
  readonly reference: string;
}

/** A tab of a file. */
export interface SurveyedTab {
  readonly name: string;
  /** Path of its part; "" where the file does not say. */
  readonly path: string;
  /** "worksheet", or another kind of tab such as "chartsheet". */
  readonly kind: string;
}

/** What the workbook part of a file says. */
export interface WorkbookSurvey {
  /** True where days are counted from 1 January 1904. */
  readonly from1904: boolean;
  readonly tabs: readonly SurveyedTab[];
  readonly names: readonly SurveyedName[];
  /** What of it a plan has no word for. */
  readonly features: readonly Feature[];
}

/** Reads the workbook part of a file. */
export function surveyWorkbook(parts: ReadonlyMap<string, string>): WorkbookSurvey {
  const path =
    [...relationshipsOf(parts, "").values()].find(({ kind }) => kind === "officeDocument")?.target ??
    "xl/workbook.xml";
  const relationships = relationshipsOf(parts, path);
  const tabs: (SurveyedTab & { readonly state: string })[] = [];
  const names: { name: string; local: string | undefined; reference: string }[] = [];
  const features: Feature[] = [];
  let from1904 = false;
  let inName = false;
  walkXml(parts.get(path) ?? "", {
    open(element, text) {
      const attributes = attributesOf(text);
      if (element === "workbookPr") from1904 = isTrue(attributes["date1904"]);
      else if (element === "sheet") {
        const { name = "", id = "", state = "visible" } = attributes;
        const part = relationships.get(id);
        tabs.push({ name, path: part?.target ?? "", kind: part?.kind ?? "worksheet", state });
      } else if (element === "definedName") {
        names.push({ name: attributes["name"] ?? "", local: attributes["localSheetId"], reference: "" });
        inName = true;
      } else features.push(...workbookFeatures(element, attributes));
    },
    close(element) {
      if (element === "definedName") inName = false;
    },
    text(words) {
      if (inName) names[names.length - 1]!.reference += words;
    },
  });
  return {
    from1904,
    tabs,
    names: names.map(({ name, local, reference }) => ({
      name,
      reference,
      scope: local === undefined ? null : (tabs[Number(local)]?.name ?? null),
    })),
    features: [
      ...features,
      ...tabs.flatMap(({ name, state, kind }): Feature[] =>
        kind !== "worksheet"
          ? [{ kind: "otherTab", where: name }]
          : state === "visible"
            ? []
            : [{ kind: "hiddenSheet", where: name }],
      ),
    ],
  };
}

function workbookFeatures(element: string, attributes: XmlAttributes): readonly Feature[] {
  switch (element) {
    case "calcPr":
      return [
        ...(/^manual|autoNoTable$/.test(attributes["calcMode"] ?? "")
          ? [{ kind: "calculation", where: attributes["calcMode"] === "manual" ? "manual" : "" } as const]
          : []),
        ...(isTrue(attributes["iterate"]) ? [{ kind: "iteration", where: "" } as const] : []),
        ...(attributes["fullPrecision"] !== undefined && !isTrue(attributes["fullPrecision"])
          ? [{ kind: "precisionAsShown", where: "" } as const]
          : []),
      ];
    case "workbookProtection":
      return isTrue(attributes["lockStructure"]) || isTrue(attributes["lockWindows"])
        ? [{ kind: "workbookProtection", where: "" }]
        : [];
    case "fileSharing":
      return [{ kind: "writeReservation", where: "" }];
    case "customWorkbookView":
      return [{ kind: "customViews", where: attributes["name"] ?? "" }];
    default:
      return [];
  }
}

/** Whether an attribute says yes. */
export function isTrue(attribute: string | undefined): boolean {
  return attribute === "1" || attribute === "true" || attribute === "on";
}
