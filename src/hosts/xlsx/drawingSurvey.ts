import { cellAddress } from "../../workbook/address";
import type { Feature, FeatureKind } from "./feature";
import { relationshipsOf } from "./relationships";
import { attributesOf, walkXml } from "./walkXml";

const ANCHORED: Readonly<Record<string, FeatureKind>> = {
  pic: "picture",
  sp: "shape",
  cxnSp: "shape",
  grpSp: "shape",
  contentPart: "otherDrawing",
};

/** What is drawn over a sheet: charts by their titles, the rest by the cell where it begins. */
export function surveyDrawing(parts: ReadonlyMap<string, string>, path: string): readonly Feature[] {
  const relationships = relationshipsOf(parts, path);
  const features: Feature[] = [];
  let found: { kind: FeatureKind; name: string; chart: string } | null = null;
  let anchored = 0;
  let corner: "from" | null = null;
  let line: "row" | "col" | null = null;
  const from = { row: 0, col: 0 };
  walkXml(parts.get(path) ?? "", {
    open(element, text) {
      if (/^(?:oneCell|twoCell|absolute)Anchor$/.test(element)) {
        [found, anchored] = [null, 0];
        [from.row, from.col] = [0, 0];
      } else if (element === "from") corner = "from";
      else if (corner === "from" && (element === "row" || element === "col")) line = element;
      else if (anchored === 0 && (ANCHORED[element] !== undefined || element === "graphicFrame")) {
        anchored = 1;
        found = { kind: ANCHORED[element] ?? "otherDrawing", name: "", chart: "" };
      } else if (found !== null && element === "cNvPr" && found.name === "")
        found.name = attributesOf(text)["name"] ?? "";
      else if (found !== null && element === "chart") {
        found.kind = "chart";
        found.chart = relationships.get(attributesOf(text)["id"] ?? "")?.target ?? "";
      }
    },
    close(element) {
      if (element === "from") corner = null;
      else if (element === line) line = null;
      else if (/^(?:oneCell|twoCell|absolute)Anchor$/.test(element) && found !== null) {
        const place = cellAddress(from.row + 1, from.col + 1);
        const title = found.kind === "chart" ? chartTitle(parts.get(found.chart) ?? "") : "";
        features.push({
          kind: found.kind,
          where: title === "" ? `${found.name === "" ? "" : `"${found.name}" `}at ${place}` : `"${title}"`,
        });
        found = null;
      }
    },
    text(words) {
      if (line !== null) from[line] = Number(words) || 0;
    },
  });
  return features;
}

/** The title of a chart; "" where it has none. */
function chartTitle(xml: string): string {
  let [depth, title, done] = [0, "", false];
  let inText = false;
  walkXml(xml, {
    open(element) {
      if (done) return;
      if (element === "title") depth += 1;
      else if (element === "plotArea") done = true;
      inText = depth > 0 && (element === "t" || element === "v");
    },
    close(element) {
      if (element === "title" && depth > 0) {
        depth -= 1;
        done ||= depth === 0;
      }
      inText = false;
    },
    text(words) {
      if (inText) title += words;
    },
  });
  return title.trim();
}
