/** Several rectangles of one sheet, formatted in one operation. */

import { type Area, formatArea, parseArea } from "../address";
import { invalidArgument } from "../apiFault";
import type { Sheet } from "../book";
import type { Host } from "../host";
import { HostObject } from "../hostObject";
import { quoteSheet } from "../sheetReferences";
import { ConditionalFormatCollection } from "./conditionalFormats";
import { DataValidation } from "./dataValidation";
import { RangeFormat } from "./rangeFormat";

/** Longest address text that the host takes, as Excel does. */
export const longestAddress = 8192;

/** A set of areas. */
export class RangeAreas extends HostObject {
  readonly $areas: readonly Area[];

  constructor(
    host: Host,
    readonly $sheet: Sheet,
    address: string,
  ) {
    super(host);
    if (address.length > longestAddress) throw invalidArgument("Worksheet.getRanges");
    this.$areas = address.split(",").map((one) => parseArea(one.trim()));
  }
  get address(): string {
    return this.$areas.map((area) => `${quoteSheet(this.$sheet.name)}!${formatArea(area)}`).join(",");
  }
  get areaCount(): number {
    return this.$areas.length;
  }
  get format(): RangeFormat {
    return new RangeFormat(this.$host, { sheet: this.$sheet, areas: this.$areas });
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this.$host, this.$sheet, this.$areas);
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.$host, this.$sheet, this.$areas);
  }
}
