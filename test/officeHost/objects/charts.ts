/** Charts of a sheet and their series. */

import { formatArea, parseArea, splitSheet } from "../address";
import { invalidArgument, itemNotFound } from "../apiFault";
import type { Sheet } from "../book";
import type { ChartRecord, SeriesRecord } from "../chartRecord";
import type { Host } from "../host";
import { HostCollection, HostObject } from "../hostObject";
import { quoteSheet } from "../sheetReferences";
import { ChartAxes, ChartLegend, ChartSeriesFormat, ChartTitle } from "./chartParts";
import type { Range } from "./range";

const chartTypes = ["Line", "LineMarkers", "ColumnClustered", "ColumnStacked", "BarClustered", "Area"];
const reference = (range: Range): string =>
  `${quoteSheet(range.$sheet.name)}!${formatArea(range.$area, true)}`;

function checkType(type: string): string {
  if (!chartTypes.includes(type))
    throw invalidArgument("Chart.chartType", `The test host has no chart type ${type}`);
  return type;
}

/** One series of a chart. */
export class ChartSeries extends HostObject {
  constructor(
    host: Host,
    readonly $chart: ChartRecord,
    readonly $record: SeriesRecord,
  ) {
    super(host);
  }
  get name(): string {
    return this.$record.name;
  }
  set name(name: string) {
    this.$record.name = name;
  }
  get chartType(): string {
    return this.$record.chartType;
  }
  set chartType(type: string) {
    this.$record.chartType = checkType(type);
  }
  get axisGroup(): string {
    return this.$record.axisGroup;
  }
  set axisGroup(group: string) {
    this.$record.axisGroup = group;
    if (group === "Secondary" && !this.$chart.axes.has("Value/Secondary"))
      this.$chart.axes.set("Value/Secondary", {});
  }
  get markerStyle(): unknown {
    return this.$record.look["markerStyle"] ?? "Automatic";
  }
  set markerStyle(style: unknown) {
    this.$record.look["markerStyle"] = style;
  }
  get gapWidth(): unknown {
    return this.$record.look["gapWidth"] ?? 150;
  }
  set gapWidth(width: unknown) {
    this.$record.look["gapWidth"] = width;
  }
  get format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this.$host, this.$record.look);
  }
  setValues(range: Range): void {
    this.$record.values = reference(range);
  }
  setXAxisValues(range: Range): void {
    this.$record.categories = reference(range);
  }
  delete(): void {
    this.$chart.series.splice(this.$chart.series.indexOf(this.$record), 1);
  }
}

/** Series in order. */
export class ChartSeriesCollection extends HostCollection {
  constructor(
    host: Host,
    readonly $chart: ChartRecord,
  ) {
    super(host);
  }
  get $items(): ChartSeries[] {
    return this.$chart.series.map((one) => new ChartSeries(this.$host, this.$chart, one));
  }
  get count(): number {
    return this.$chart.series.length;
  }
  getCount(): number {
    return this.$chart.series.length;
  }
  getItemAt(index: number): ChartSeries {
    const record = this.$chart.series[index];
    if (!record) throw itemNotFound("ChartSeriesCollection.getItemAt");
    return new ChartSeries(this.$host, this.$chart, record);
  }
  add(name?: string | null): ChartSeries {
    const record: SeriesRecord = {
      name: name ?? "",
      values: "",
      categories: "",
      chartType: this.$chart.chartType,
      axisGroup: "Primary",
      look: {},
    };
    this.$chart.series.push(record);
    return new ChartSeries(this.$host, this.$chart, record);
  }
}

/** One chart. */
export class Chart extends HostObject {
  constructor(
    host: Host,
    readonly $sheet: Sheet,
    readonly $record: ChartRecord,
  ) {
    super(host);
  }
  get id(): string {
    return this.$record.id;
  }
  get name(): string {
    return this.$record.name;
  }
  set name(name: string) {
    this.$record.name = name;
  }
  get chartType(): string {
    return this.$record.chartType;
  }
  set chartType(type: string) {
    this.$record.chartType = checkType(type);
  }
  get title(): ChartTitle {
    return new ChartTitle(this.$host, this.$record.look, "title");
  }
  get legend(): ChartLegend {
    return new ChartLegend(this.$host, this.$record.look, "legend");
  }
  get axes(): ChartAxes {
    return new ChartAxes(this.$host, this.$record);
  }
  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.$host, this.$record);
  }
  setPosition(start: Range | string, end?: Range | string | null): void {
    const text = (cell: Range | string): string =>
      typeof cell === "string" ? formatArea(parseArea(splitSheet(cell).rest)) : formatArea(cell.$area);
    this.$record.from = text(start);
    this.$record.to = end === undefined || end === null ? "" : text(end);
  }
  delete(): void {
    this.$sheet.charts = this.$sheet.charts.filter((one) => one !== this.$record);
  }
}

/** Charts of a sheet. */
export class ChartCollection extends HostCollection {
  /** The client reaches an item by id through getItem. */
  readonly $indexer = "GetItem";
  constructor(
    host: Host,
    readonly $sheet: Sheet,
  ) {
    super(host);
  }
  get $items(): Chart[] {
    return this.$sheet.charts.map((one) => new Chart(this.$host, this.$sheet, one));
  }
  get count(): number {
    return this.$sheet.charts.length;
  }
  getCount(): number {
    return this.$sheet.charts.length;
  }
  add(type: string, source: Range, seriesBy?: string | null): Chart {
    const byRows =
      seriesBy === "Rows" || (seriesBy !== "Columns" && source.$area.columns > source.$area.rows);
    const count = byRows ? source.$area.rows : source.$area.columns;
    const id = `{chart-${String(this.$host.book.nextId())}}`;
    const record: ChartRecord = {
      id,
      name: `Chart ${String(this.$sheet.charts.length + 1)}`,
      chartType: checkType(type),
      from: "",
      to: "",
      look: {},
      axes: new Map([
        ["Value/Primary", {}],
        ["Category/Primary", {}],
      ]),
      series: [],
    };
    for (let index = 0; index < count; index += 1) {
      const part = byRows ? source.getRow(index) : source.getColumn(index);
      record.series.push({
        name: `Series${String(index + 1)}`,
        values: reference(part),
        categories: "",
        chartType: type,
        axisGroup: "Primary",
        look: {},
      });
    }
    this.$sheet.charts.push(record);
    return new Chart(this.$host, this.$sheet, record);
  }
  getItemOrNullObject(key: string): Chart | null {
    return this.$items.find((one) => one.name === key || one.id === key) ?? null;
  }
  getItem(key: string): Chart {
    const found = this.getItemOrNullObject(key);
    if (!found) throw itemNotFound("ChartCollection.getItem");
    return found;
  }
}
