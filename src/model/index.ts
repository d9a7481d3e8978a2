export { driver, driverFamily, DRIVER_YEARS, familyLabel, type Driver, type Unit } from "./driver";
export * from "./drivers";
export type { LineItem, Section } from "./lineItem";
export * from "./lines";
export * from "./timeline";
export * from "./scenario";
export * from "./scenarioNames";
export { addsUp, phaseOf, quarterFormula, yearFormula, type Phase } from "./cellRule";
export { clockValue, isClock } from "./clockValues";
export {
  columnOfKey,
  lineKey,
  type Assumptions,
  type Knowledge,
  type KnownValue,
  type ModelData,
  type TypedFigures,
} from "./modelData";
export { evaluateExactly, type ExactCell } from "./evaluateExactly";
export { driverVector, fastModel, keptValues, type FastModel, type FastValues } from "./evaluateFast";
export { factFor, historyFromSeeds, isAfter } from "./historyFromSeeds";
export {
  missingOfSheet,
  missingResults,
  RESULTS,
  SHEET_ASSETS,
  SHEET_CLAIMS,
  SHEET_TOLERANCE,
  TYPED_LINES,
  wholeAndTies,
} from "./knownFigures";
export { driverRows, scenarioAssumptions, type DriverRow } from "./assumptionsFromSeeds";
export { domainOf, type Domain } from "./domain";
export { SHARES, validateAssumptions, type AssumptionProblem } from "./validateAssumptions";
export {
  familyOf,
  FIRST_ASSUMED,
  inputRow,
  QUARTER_DRIVERS,
  quarterKey,
  QUARTERLY_LINES,
  withQuarters,
  type QuarterDriver,
  type QuarterRow,
  type TypedQuarters,
} from "./quarterDrivers";
export { openModel, type Model } from "./openModel";
export { causalSigns, signsAfterReports } from "./driverSigns";
export { SIGNED_FIGURES, type Direction, type DriverSigns, type SignedFigure } from "./signEntry";
