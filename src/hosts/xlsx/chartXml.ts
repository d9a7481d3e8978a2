import type { ChartPlan, ChartSeriesPlan } from "../../workbook/plan";
import { AXIS, axesXml, textXml, titleXml } from "./chartAxes";
import { categoryXml, numbersXml, type RangeReader, textsXml } from "./chartRanges";
import { xmlText } from "./xmlText";

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The whole XML part of one native chart, with the plan's values cached for previews. */
export function chartXml(chart: ChartPlan, read: RangeReader): string {
  const combined = chart.kind === "columnStackedLine";
  const groups = plotGroups(chart, read, combined);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/>` +
    `<c:chart>${titleXml(chart.title, 11, false)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${groups}${axesXml(chart, combined)}</c:plotArea>` +
    `<c:legend><c:legendPos val="b"/>${unseenEntries(chart)}<c:overlay val="0"/>${textXml(8)}</c:legend>` +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>` +
    `<a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:chartSpace>`
  );
}

/** Takes the series that are not to be seen out of the legend. */
function unseenEntries({ series }: ChartPlan): string {
  return series
    .map(({ unseen }, index) =>
      unseen === true
        ? `<c:legendEntry><c:idx val="${String(index)}"/><c:delete val="1"/></c:legendEntry>`
        : "",
    )
    .join("");
}

function plotGroups(chart: ChartPlan, read: RangeReader, combined: boolean): string {
  const indexed = chart.series.map((series, index) => ({ series, index }));
  const isLine = (series: ChartSeriesPlan): boolean =>
    chart.kind === "line" || (combined && series.line === true);
  const part = (line: boolean): string =>
    indexed
      .filter(({ series }) => isLine(series) === line)
      .map(({ series, index }) => seriesXml(chart, series, index, line, read))
      .join("");
  const columns = part(false);
  const lines = part(true);
  if (combined && (columns === "" || lines === "")) {
    throw new Error(
      `Chart "${chart.title}" combines columns and lines, so it needs at least one series of each`,
    );
  }
  if (columns + lines === "") throw new Error(`Chart "${chart.title}" has no series`);
  return (columns && columnGroup(chart, columns)) + (lines && lineGroup(lines, combined));
}

function columnGroup(chart: ChartPlan, series: string): string {
  const stacked = chart.kind !== "columnClustered";
  return (
    `<c:barChart><c:barDir val="col"/><c:grouping val="${stacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>` +
    `${series}<c:gapWidth val="60"/><c:overlap val="${stacked ? "100" : "0"}"/>${axisIds(AXIS.category, AXIS.value)}</c:barChart>`
  );
}

function lineGroup(series: string, secondary: boolean): string {
  const ids = secondary
    ? axisIds(AXIS.secondaryCategory, AXIS.secondaryValue)
    : axisIds(AXIS.category, AXIS.value);
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${ids}</c:lineChart>`;
}

function seriesXml(
  chart: ChartPlan,
  series: ChartSeriesPlan,
  index: number,
  line: boolean,
  read: RangeReader,
): string {
  const name =
    series.nameRef === undefined
      ? `<c:v>${xmlText(series.name)}</c:v>`
      : textsXml(series.nameRef, read(series.nameRef));
  const onSecondary = line && chart.kind === "columnStackedLine";
  const format = onSecondary ? (chart.secondaryFormat ?? chart.valueFormat) : chart.valueFormat;
  const order = String(index);
  return (
    `<c:ser><c:idx val="${order}"/><c:order val="${order}"/><c:tx>${name}</c:tx>` +
    (line ? lineLook(series) : columnLook(series)) +
    `<c:cat>${categoryXml(chart.categories, read(chart.categories), "General")}</c:cat>` +
    `<c:val>${numbersXml(series.values, read(series.values), format)}</c:val>` +
    (line ? '<c:smooth val="0"/></c:ser>' : "</c:ser>")
  );
}

function columnLook(series: ChartSeriesPlan): string {
  const fill = series.unseen === true ? "<a:noFill/><a:ln><a:noFill/></a:ln>" : solid(series.colour);
  return `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`;
}

function lineLook(series: ChartSeriesPlan): string {
  const dash = series.dashed === true ? '<a:prstDash val="sysDash"/>' : "";
  const stroke = `<a:ln w="25400" cap="rnd">${solid(series.colour)}${dash}<a:round/></a:ln>`;
  return `<c:spPr>${stroke}</c:spPr><c:marker><c:symbol val="none"/></c:marker>`;
}

function solid(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

function axisIds(category: number, value: number): string {
  return `<c:axId val="${String(category)}"/><c:axId val="${String(value)}"/>`;
}
