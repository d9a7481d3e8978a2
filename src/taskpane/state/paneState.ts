import type { AskedPeriod } from "../../functions";
import type { CapParty, Simulation } from "../../analysis";
import type { FreezeReport } from "../../hosts/frozen/freezeReport";
import type { Deviations, Message, ModelState, PlannedChange, WriteReport } from "../../hosts/port";
import { SHIPPED_NAMES } from "../../companies/kingsoftCloud";
import type { ScenarioNames, TypedFigures } from "../../model";
import type { ScenarioName } from "../../seeds";
import type { Language } from "../../words";
import type { JournalReading } from "../sheet/journalSheet";
import type { SheetFigures } from "../sheet/readSheetFigures";
import type { BridgeEnd, BridgeProgress } from "./bridgeState";
import { EMPTY_HISTORY, type ChangeHistory } from "./changeHistory";
import type { Lens } from "./chartSeries";
import { EMPTY_FILTER, type ConflictFilter } from "./conflictList";
import type { InputDoubt } from "./inputDoubts";
import { NO_DEVIATIONS } from "./deviationWords";
import type { InputTable } from "./inputTable";
import type { Subject } from "./originOf";
import type { QuarterlyMove } from "./quarterlyMove";
import { EMPTY_QUARTER, type QuarterState } from "./quarterState";
import type { ScanResult } from "./scanResult";

/** The tabs of the pane, in order. */
export const TABS = [
  { id: "build", title: "Build" },
  { id: "quarter", title: "Quarter" },
  { id: "scenarios", title: "Scenarios" },
  { id: "compare", title: "Compare" },
  { id: "sources", title: "Sources" },
  { id: "share", title: "Share" },
] as const;

/** One of the tabs. */
export type TabId = (typeof TABS)[number]["id"];

/** An input cell that can't be used as it is. */
export interface InputFault {
  readonly scenario: ScenarioName;
  readonly driver: string;
  readonly address: string;
  readonly message: string;
}

/** A name in the assumption table that was typed over: it is what formulas look for. */
export interface LostTitle {
  readonly of: "scenario" | "driver";
  readonly name: string;
  /** What stands there now; "" where it was emptied. */
  readonly now: string;
  readonly address: string;
}

/** How far building or updating the model has come. */
export type BuildStep =
  | { readonly at: "rest" }
  | { readonly at: "looking" }
  | {
      readonly at: "preview";
      readonly changes: readonly PlannedChange[];
      readonly overwrite: ReadonlySet<string>;
    }
  | { readonly at: "writing"; readonly done: number; readonly step: string; readonly stopping: boolean }
  | { readonly at: "written"; readonly report: WriteReport };

/** What the Compare tab is asked. */
export interface CompareQuestion {
  /** The one scenario that stands beside the reference; null for all. */
  readonly only: ScenarioName | null;
  /** The scenario from which differences are counted. */
  readonly reference: ScenarioName;
  readonly line: string;
  readonly period: string;
  readonly rowDriver: string;
  readonly columnDriver: string;
  /** Share of its value by which an assumption moves from one line of the grid to the next. */
  readonly step: number;
  readonly target: string;
  readonly targetDriver: string;
  readonly seed: string;
  readonly draws: number;
  readonly simulation: Simulation | null;
  readonly bridgeFrom: BridgeEnd;
  readonly bridgeTo: BridgeEnd;
  readonly bridge: BridgeProgress;
}

/** What the Sources tab shows. */
export interface SourcesQuestion {
  /** The line or assumption that is explained. */
  readonly subject: Subject | null;
  /** Cell selected in the workbook, and what is to be said when it is no cell of the model. */
  readonly cell: string | null;
  readonly hint: string;
  readonly filter: ConflictFilter;
  readonly line: string;
  readonly period: AskedPeriod["label"];
}

/** The charts of the Scenarios tab. */
export type ChartId = "caps" | "pacing" | "revenue" | "capacity";

/** What the Share tab shows. */
export interface ShareState {
  /** What is under way, in words, or null. */
  readonly busy: string | null;
  readonly result: ScanResult | null;
  /** What the last Freeze or Relink did. */
  readonly report: FreezeReport | null;
}

/** Everything the pane shows. */
export interface PaneState {
  readonly language: Language;
  readonly tab: TabId;
  readonly scenario: ScenarioName;
  readonly table: InputTable;
  readonly faults: readonly InputFault[];
  /** Figures typed on the Actuals sheet beside the facts. */
  readonly typed: TypedFigures;
  /** Cells of the Actuals sheet that hold something other than a figure, in words. */
  readonly typedFaults: readonly string[];
  /** Inputs typed into the sheet that a person is asked about. */
  readonly doubts: readonly InputDoubt[];
  readonly lost: readonly LostTitle[];
  /** Where the model's sheets are not as the model writes and calculates them. */
  readonly deviations: Deviations;
  /** KC cells that showed no answer when they were last looked for; null before. */
  readonly unanswered: readonly { readonly place: string; readonly value: string }[] | null;
  /** What the scenario sheets show; null while all of it is the model's. */
  readonly sheetFigures: SheetFigures | null;
  /** Text of a lever's field that was not accepted, by driver; one that was understood and is doubtful can be confirmed. */
  readonly drafts: ReadonlyMap<
    string,
    { readonly text: string; readonly message: string; readonly confirm?: string }
  >;
  /** What is being asked of single quarters of an assumption; null while nothing is. */
  readonly quarterly: QuarterlyMove | null;
  readonly history: ChangeHistory;
  /** Names of the scenarios in use. */
  readonly names: ScenarioNames;
  /** Why a name was not taken, or null. */
  readonly nameFault: string | null;
  /** The own scenario that holds work which would be replaced: the analyst is asked. */
  readonly asksFor: ScenarioName | null;
  /** The journal as it stands on its sheet; null where there is none. */
  readonly journal: JournalReading | null;
  /** What stands in the workbook; null before the first look. */
  readonly workbook: ModelState | null;
  /** The master flag of the Checks sheet; null when it can't be read. */
  readonly checks: number | null;
  /** Cells that the pane has changed and not yet written. */
  readonly unwritten: number;
  readonly build: BuildStep;
  readonly notice: Message | null;
  /** Said once by screen readers. */
  readonly spoken: string;
  readonly year: number;
  readonly chart: ChartId;
  readonly party: CapParty;
  readonly lens: Lens;
  readonly openGroups: ReadonlySet<string>;
  /** Driver whose source is open. */
  readonly openSource: string | null;
  readonly compare: CompareQuestion;
  readonly sources: SourcesQuestion;
  readonly share: ShareState;
  readonly quarter: QuarterState;
}

/** The state on opening. */
export function initialState(table: InputTable): PaneState {
  return {
    language: "en",
    tab: "build",
    scenario: "base",
    table,
    faults: [],
    typed: new Map(),
    typedFaults: [],
    doubts: [],
    lost: [],
    deviations: NO_DEVIATIONS,
    unanswered: null,
    sheetFigures: null,
    drafts: new Map(),
    quarterly: null,
    history: EMPTY_HISTORY,
    names: SHIPPED_NAMES,
    nameFault: null,
    asksFor: null,
    journal: null,
    workbook: null,
    checks: null,
    unwritten: 0,
    build: { at: "rest" },
    notice: null,
    spoken: "",
    year: 2027,
    chart: "caps",
    party: "xiaomi",
    lens: "product",
    openGroups: new Set(["caps"]),
    openSource: null,
    compare: {
      only: null,
      reference: "base",
      line: "revenue",
      period: "FY2027",
      rowDriver: "capXiaomi2027",
      columnDriver: "xiaomiDemandGrowth2027",
      step: 0.2,
      target: "",
      targetDriver: "capXiaomi2027",
      seed: "1",
      draws: 1000,
      simulation: null,
      bridgeFrom: "base",
      bridgeTo: "upside",
      bridge: { at: "rest" },
    },
    sources: { subject: null, cell: null, hint: "", filter: EMPTY_FILTER, line: "revenue", period: "2025Q4" },
    share: { busy: null, result: null, report: null },
    quarter: EMPTY_QUARTER,
  };
}
