/** Data validation of a range. */

import { type Area, contains, formatArea } from "../address";
import { invalidArgument } from "../apiFault";
import type { Sheet, ValidationRecord } from "../book";
import type { Host } from "../host";
import { HostObject } from "../hostObject";

const kinds: Readonly<Record<string, string>> = {
  list: "List",
  decimal: "Decimal",
  wholeNumber: "WholeNumber",
  custom: "Custom",
  date: "Date",
  textLength: "TextLength",
};

/** Rule, input message and error message of the cells of some areas. */
export class DataValidation extends HostObject {
  constructor(
    host: Host,
    readonly $sheet: Sheet,
    readonly $areas: readonly Area[],
  ) {
    super(host);
  }
  get rule(): unknown {
    return this.$first?.rule ?? {};
  }
  set rule(rule: unknown) {
    const list = (rule as { list?: { source: unknown } }).list;
    if (list && typeof list.source === "string" && !list.source.startsWith("=") && list.source.length > 255)
      throw invalidArgument("DataValidation.rule");
    for (const one of this.$records()) one.rule = rule;
  }
  get prompt(): unknown {
    return this.$first?.prompt ?? {};
  }
  set prompt(prompt: unknown) {
    for (const one of this.$records()) one.prompt = prompt;
  }
  get errorAlert(): unknown {
    return this.$first?.errorAlert ?? {};
  }
  set errorAlert(alert: unknown) {
    for (const one of this.$records()) one.errorAlert = alert;
  }
  get type(): string {
    const key = Object.keys((this.$first?.rule as object | undefined) ?? {})[0];
    return key === undefined ? "None" : (kinds[key] ?? "None");
  }
  clear(): void {
    this.$sheet.validations = this.$sheet.validations.filter(
      (one) => !this.$areas.some((area) => contains(area, one.area)),
    );
  }

  private get $first(): ValidationRecord | undefined {
    const area = this.$areas[0];
    return area && this.$sheet.validationOf(area);
  }
  private $records(): ValidationRecord[] {
    return this.$areas.map((area) => {
      const same = this.$sheet.validations.find((one) => formatArea(one.area) === formatArea(area));
      if (same) return same;
      const made: ValidationRecord = { area, rule: {}, prompt: {}, errorAlert: {} };
      this.$sheet.validations.push(made);
      return made;
    });
  }
}
