export * from "./factOrigin";
export * from "./factsBehind";
export * from "./span";
export * from "./spanValue";
export * from "./bridge";
export { exactShares, finished, type Stepwise } from "./shapley";
export * from "./addingUp";
export * from "./waterfall";
export * from "./flexFrom";
export * from "./measure";
export * from "./sensitivity";
export * from "./breakEven";
export * from "./guidance";
export * from "./headlineYear";
export * from "./impliedByPrice";
export * from "./compareScenarios";
export * from "./tornado";
export * from "./randomNumbers";
export * from "./simulate";
export * from "./hindcast";
export * from "./historyTies";
export * from "./checkModel";
export {
  contradictions,
  FIGURE_TIES,
  FIGURE_TOLERANCE,
  tieDifference,
  type FigureTie,
} from "./contradictions";
export * from "./vintage";
export * from "./cellOrigin";
export * from "./modelBefore";
export * from "./capSentence";
export * from "./raisedAlarms";
export * from "./declaredSigns";
export * from "./response";
export * from "./responseNotes";
export * from "./estimates";
export * from "./againstConsensus";
export type { ClosingDriver } from "./closingDriver";
export * from "./explainPrint";
export * from "./dueQuarters";
export * from "./keptEstimates";
export * from "./journalEntries";
export * from "./journalLines";
