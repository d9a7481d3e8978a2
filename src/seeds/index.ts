export type {
  Assumption,
  Basis,
  Conflict,
  DerivedFact,
  Fact,
  Metric,
  Proof,
  Publication,
  Quality,
  ScenarioName,
  Seeds,
  Source,
  Tier,
} from "./fact";
export { scenarioNames } from "./fact";
export { BROKERS, type Broker } from "./brokers";
export { brokerOf, type BrokerEstimate } from "./estimatesOf";
export { SeedsError, type SeedsProblem } from "./seedsError";
export { loadSeeds } from "./loadSeeds";
export { dataVintage } from "./dataVintage";
export { tiers } from "./readTables";
export { convertUnit, halfLastPlace, modelValueOf, significantDigits } from "./units";
export { evaluateOverFacts, intervalOf } from "./derivedFact";
export type { Arithmetic } from "./arithmetic";
export { evaluateProof, factsNamedIn, ProofError } from "./proof";
export { failedProofs, proofFailure, proofTellsApart } from "./checkProof";
export { type UnrecordedConflict, unrecordedConflicts } from "./unrecordedConflicts";
