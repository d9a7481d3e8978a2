import { modelSpec, type Driver, type LineItem, type ModelSpec, type QuarterDriver } from "../../model";
import { RULES } from "./assumptionRules";
import { DRIVER_GROUPS } from "./drivers";
import { fastReading } from "./fastReading.generated";
import { SECTIONS } from "./lines";
import { REQUIRED } from "./requiredFigures";
import { SCENARIOS } from "./scenarios";
import { TIMELINE } from "./timeline";

/** The model of Kingsoft Cloud (NASDAQ: KC, HKEX: 3896), in RMB m. */
export const kingsoftCloud: ModelSpec = modelSpec({
  timeline: TIMELINE,
  sections: SECTIONS,
  driverGroups: DRIVER_GROUPS,
  scenarios: SCENARIOS,
  required: REQUIRED,
  rules: RULES,
  reading: () => fastReading,
});

/** Every line of the model in worksheet order. */
export const LINES: readonly LineItem[] = kingsoftCloud.lines;

/** Finds a line by its id. */
export const LINE_BY_ID: ReadonlyMap<string, LineItem> = kingsoftCloud.lineById;

/** Every assumption in the order of the Inputs sheet. */
export const DRIVERS: readonly Driver[] = kingsoftCloud.drivers;

/** Lines whose figures may be typed for quarters after the opening. */
export const TYPED_LINES: readonly LineItem[] = kingsoftCloud.typedLines;

/** Lines that show assumptions in effect, in worksheet order. */
export const QUARTERLY_LINES: readonly LineItem[] = kingsoftCloud.quarterlyLines;

/** Every quarter that a value may be typed for, line after line. */
export const QUARTER_DRIVERS: readonly QuarterDriver[] = kingsoftCloud.quarterDrivers;
