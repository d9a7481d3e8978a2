/** Titles, legend, axes and series looks of a chart. */

import { itemNotFound } from "../apiFault";
import type { ChartRecord } from "../chartRecord";
import type { Host } from "../host";
import { HostObject } from "../hostObject";

abstract class LookNode extends HostObject {
  constructor(
    host: Host,
    readonly $look: Record<string, unknown>,
    readonly $path = "",
  ) {
    super(host);
  }
  protected $get(key: string): unknown {
    return this.$look[`${this.$path}.${key}`] ?? null;
  }
  protected $put(key: string, value: unknown): void {
    this.$look[`${this.$path}.${key}`] = value;
  }
}

/** Title of a chart or an axis. */
export class ChartTitle extends LookNode {
  get text(): unknown {
    return this.$get("text");
  }
  set text(value: unknown) {
    this.$put("text", value);
  }
  get visible(): unknown {
    return this.$get("visible");
  }
  set visible(value: unknown) {
    this.$put("visible", value);
  }
}

/** One entry of a legend. */
export class ChartLegendEntry extends LookNode {
  get visible(): unknown {
    return this.$get("visible");
  }
  set visible(value: unknown) {
    this.$put("visible", value);
  }
}

/** Entries of a legend in the order of the series. */
export class ChartLegendEntries extends LookNode {
  getItemAt(index: number): ChartLegendEntry {
    return new ChartLegendEntry(this.$host, this.$look, `${this.$path}.${String(index)}`);
  }
}

/** Legend of a chart. */
export class ChartLegend extends LookNode {
  get legendEntries(): ChartLegendEntries {
    return new ChartLegendEntries(this.$host, this.$look, `${this.$path}.entries`);
  }
  get position(): unknown {
    return this.$get("position");
  }
  set position(value: unknown) {
    this.$put("position", value);
  }
  get visible(): unknown {
    return this.$get("visible");
  }
  set visible(value: unknown) {
    this.$put("visible", value);
  }
}

/** One axis. */
export class ChartAxis extends LookNode {
  get title(): ChartTitle {
    return new ChartTitle(this.$host, this.$look, "title");
  }
  get minimum(): unknown {
    return this.$get("minimum");
  }
  set minimum(value: unknown) {
    this.$put("minimum", value);
  }
  get numberFormat(): unknown {
    return this.$get("numberFormat");
  }
  set numberFormat(value: unknown) {
    this.$put("numberFormat", value);
  }
  get tickLabelPosition(): unknown {
    return this.$get("tickLabelPosition");
  }
  set tickLabelPosition(value: unknown) {
    this.$put("tickLabelPosition", value);
  }
}

/** The axes that a chart has. */
export class ChartAxes extends HostObject {
  constructor(
    host: Host,
    readonly $chart: ChartRecord,
  ) {
    super(host);
  }
  get valueAxis(): ChartAxis {
    return this.getItem("Value", "Primary");
  }
  get categoryAxis(): ChartAxis {
    return this.getItem("Category", "Primary");
  }
  getItem(type: string, group?: string | null): ChartAxis {
    const look = this.$chart.axes.get(`${type}/${group ?? "Primary"}`);
    if (!look) throw itemNotFound("ChartAxes.getItem");
    return new ChartAxis(this.$host, look);
  }
}

/** Fill of a series. */
export class ChartFill extends LookNode {
  setSolidColor(colour: string): void {
    this.$put("color", colour);
  }
  clear(): void {
    this.$put("color", "none");
  }
}

/** Line of a series. */
export class ChartLineFormat extends LookNode {
  get color(): unknown {
    return this.$get("color");
  }
  set color(value: unknown) {
    this.$put("color", value);
  }
  get lineStyle(): unknown {
    return this.$get("lineStyle");
  }
  set lineStyle(value: unknown) {
    this.$put("lineStyle", value);
  }
  get weight(): unknown {
    return this.$get("weight");
  }
  set weight(value: unknown) {
    this.$put("weight", value);
  }
}

/** Look of a series. */
export class ChartSeriesFormat extends LookNode {
  get fill(): ChartFill {
    return new ChartFill(this.$host, this.$look, "fill");
  }
  get line(): ChartLineFormat {
    return new ChartLineFormat(this.$host, this.$look, "line");
  }
}
