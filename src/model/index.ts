export { driver, driverFamily, familyLabel, type Driver, type DriverGroup, type Unit } from "./driver";
export { lineItem, section, type ClockValue, type LineItem, type Lines, type Section } from "./lineItem";
export { quarterCode, timelineOf, type Period, type Quarter, type Timeline } from "./timeline";
export type { Scenario } from "./scenario";
export * from "./scenarioNames";
export { BARRED_CHARACTERS, nameProblem } from "./nameProblem";
export {
  modelSpec,
  type AssumptionRules,
  type ModelContent,
  type ModelSpec,
  type RequiredFigures,
} from "./modelSpec";
export type { FigureTie, Identity } from "./lineSum";
export { clockValue } from "./clockValue";
export { addsUp, phaseOf, quarterFormula, yearFormula, type Phase } from "./cellRule";
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
export { closureReading } from "./closureReading";
export type { FastReading } from "./fastReading";
export { factFor, historyFromSeeds } from "./historyFromSeeds";
export { missingOfSheet, missingResults, wholeAndTies } from "./knownFigures";
export { scenarioAssumptions, type DriverRow } from "./assumptionsFromSeeds";
export { domainOf, type Domain } from "./domain";
export { validateAssumptions, type AssumptionProblem } from "./validateAssumptions";
export {
  familyOf,
  inputRow,
  quarterKey,
  withQuarters,
  type QuarterDriver,
  type QuarterRow,
  type TypedQuarters,
} from "./quarterDrivers";
export { openModel, type Model } from "./openModel";
