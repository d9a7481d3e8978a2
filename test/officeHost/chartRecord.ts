/** Charts as data. */

/** One series; references are text such as "Sheet1!$B$2:$K$2". */
export interface SeriesRecord {
  name: string;
  values: string;
  categories: string;
  chartType: string;
  axisGroup: string;
  /** Colours, line style and whatever else was set, by property path. */
  look: Record<string, unknown>;
}

/** One chart with its axes by "Value/Primary" and the like. */
export interface ChartRecord {
  id: string;
  name: string;
  chartType: string;
  from: string;
  to: string;
  /** Scalar properties of the chart and its parts by path, e.g. "title.text" or "legend.position". */
  look: Record<string, unknown>;
  axes: Map<string, Record<string, unknown>>;
  series: SeriesRecord[];
}
