/** Conditional formats of the custom (formula) kind. */

import { type Area, overlap } from "../address";
import { invalidArgument, itemNotFound } from "../apiFault";
import type { ConditionalFormatRecord, Sheet } from "../book";
import type { Host } from "../host";
import { HostCollection, HostObject } from "../hostObject";

abstract class RecordPart extends HostObject {
  constructor(
    host: Host,
    readonly $record: ConditionalFormatRecord,
  ) {
    super(host);
  }
}

/** The formula that decides. */
export class ConditionalFormatRule extends RecordPart {
  get formula(): string {
    return this.$record.formula;
  }
  set formula(text: string) {
    this.$record.formula = text;
  }
}

/** Font of a conditional look. */
export class ConditionalRangeFont extends RecordPart {
  get color(): unknown {
    return this.$record.look["font.color"] ?? "";
  }
  set color(value: unknown) {
    this.$record.look["font.color"] = value;
  }
  get bold(): unknown {
    return this.$record.look["font.bold"] ?? false;
  }
  set bold(value: unknown) {
    this.$record.look["font.bold"] = value;
  }
}

/** Fill of a conditional look. */
export class ConditionalRangeFill extends RecordPart {
  get color(): unknown {
    return this.$record.look["fill.color"] ?? "";
  }
  set color(value: unknown) {
    this.$record.look["fill.color"] = value;
  }
}

/** Look of the cells for which the rule holds. */
export class ConditionalRangeFormat extends RecordPart {
  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.$host, this.$record);
  }
  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.$host, this.$record);
  }
}

/** A rule with its look. */
export class CustomConditionalFormat extends RecordPart {
  get rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.$host, this.$record);
  }
  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.$host, this.$record);
  }
}

/** One conditional format of a sheet. */
export class ConditionalFormat extends RecordPart {
  constructor(
    host: Host,
    readonly $sheet: Sheet,
    record: ConditionalFormatRecord,
  ) {
    super(host, record);
  }
  get id(): string {
    return this.$record.id;
  }
  get type(): string {
    return this.$record.type;
  }
  get priority(): number {
    return this.$sheet.conditionalFormats.indexOf(this.$record);
  }
  get custom(): CustomConditionalFormat {
    return new CustomConditionalFormat(this.$host, this.$record);
  }
  delete(): void {
    this.$sheet.conditionalFormats = this.$sheet.conditionalFormats.filter((one) => one !== this.$record);
  }
}

/** The conditional formats that touch a range. */
export class ConditionalFormatCollection extends HostCollection {
  constructor(
    host: Host,
    readonly $sheet: Sheet,
    readonly $areas: readonly Area[],
  ) {
    super(host);
  }
  get $items(): ConditionalFormat[] {
    return this.$sheet.conditionalFormats
      .filter((one) => one.areas.some((a) => this.$areas.some((b) => overlap(a, b))))
      .map((one) => new ConditionalFormat(this.$host, this.$sheet, one));
  }
  add(type: string): ConditionalFormat {
    if (type !== "Custom")
      throw invalidArgument(
        "ConditionalFormatCollection.add",
        `The test host has no conditional format of type ${type}`,
      );
    const record: ConditionalFormatRecord = {
      id: `{cf-${String(this.$host.book.nextId())}}`,
      areas: this.$areas,
      type,
      formula: "",
      look: {},
    };
    this.$sheet.conditionalFormats.unshift(record);
    return new ConditionalFormat(this.$host, this.$sheet, record);
  }
  getItem(id: string): ConditionalFormat {
    const found = this.$items.find((one) => one.id === id);
    if (!found) throw itemNotFound("ConditionalFormatCollection.getItem");
    return found;
  }
  getCount(): number {
    return this.$items.length;
  }
  clearAll(): void {
    const hit = new Set(this.$items.map((one) => one.$record));
    this.$sheet.conditionalFormats = this.$sheet.conditionalFormats.filter((one) => !hit.has(one));
  }
}
