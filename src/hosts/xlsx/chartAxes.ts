import type { ChartPlan } from "../../workbook/plan";
import { xmlText } from "./xmlText";

/** Identifiers by which series groups and axes of one chart find each other. */
export const AXIS = { category: 111, value: 112, secondaryCategory: 113, secondaryValue: 114 } as const;

/** Axes of a chart: categories below, values left, and for a combined chart a second value axis right. */
export function axesXml(chart: ChartPlan, secondary: boolean): string {
  const primary =
    categoryAxis({ id: AXIS.category, crosses: AXIS.value, hidden: false }) +
    valueAxis({
      id: AXIS.value,
      crosses: AXIS.category,
      title: chart.valueAxisTitle,
      format: chart.valueFormat,
      right: false,
      ...(chart.axisFrom === undefined ? {} : { from: chart.axisFrom }),
    });
  if (!secondary) return primary;
  return (
    primary +
    valueAxis({
      id: AXIS.secondaryValue,
      crosses: AXIS.secondaryCategory,
      title: chart.secondaryAxisTitle ?? "",
      format: chart.secondaryFormat ?? chart.valueFormat,
      right: true,
    }) +
    categoryAxis({ id: AXIS.secondaryCategory, crosses: AXIS.secondaryValue, hidden: true })
  );
}

/** A title of a chart or axis in bold dark grey, `size` in points; axis titles of values read upwards. */
export function titleXml(text: string, size: number, upwards: boolean): string {
  const body = upwards ? '<a:bodyPr rot="-5400000" vert="horz"/>' : "<a:bodyPr/>";
  const look = `lang="en-GB" sz="${String(size * 100)}" b="1"`;
  const fill = '<a:solidFill><a:srgbClr val="404040"/></a:solidFill>';
  const run = `<a:r><a:rPr ${look}>${fill}</a:rPr><a:t>${xmlText(text)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich>${body}<a:lstStyle/><a:p>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** Text look of labels and legends, `size` in points. */
export function textXml(size: number): string {
  const fill = '<a:solidFill><a:srgbClr val="595959"/></a:solidFill>';
  const run = `<a:defRPr sz="${String(size * 100)}">${fill}</a:defRPr>`;
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${run}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
}

function categoryAxis(axis: { id: number; crosses: number; hidden: boolean }): string {
  return (
    `<c:catAx><c:axId val="${String(axis.id)}"/><c:scaling><c:orientation val="minMax"/></c:scaling>` +
    `<c:delete val="${axis.hidden ? "1" : "0"}"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="1"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${lineXml("BFBFBF")}${textXml(8)}` +
    `<c:crossAx val="${String(axis.crosses)}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>` +
    `<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

function valueAxis(axis: {
  id: number;
  crosses: number;
  title: string;
  format: string;
  right: boolean;
  from?: number;
}): string {
  const grid = axis.right ? "" : `<c:majorGridlines>${lineXml("E3E3E3")}</c:majorGridlines>`;
  const title = axis.title === "" ? "" : titleXml(axis.title, 9, true);
  return (
    `<c:valAx><c:axId val="${String(axis.id)}"/><c:scaling><c:orientation val="minMax"/>${axis.from === undefined ? "" : `<c:min val="${String(axis.from)}"/>`}</c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${axis.right ? "r" : "l"}"/>${grid}${title}` +
    `<c:numFmt formatCode="${xmlText(axis.format)}" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textXml(8)}<c:crossAx val="${String(axis.crosses)}"/>` +
    `<c:crosses val="${axis.right ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function lineXml(colour: string): string {
  return `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`;
}
