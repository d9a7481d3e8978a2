import type { DecimalSign } from "../functions";
import type { WorkbookHost } from "../hosts/port";
import type { BridgeActions } from "./actions/bridgeActions";
import type { BuildActions } from "./actions/buildActions";
import type { CompareActions } from "./actions/compareActions";
import type { DeviationActions } from "./actions/deviationActions";
import type { HealthActions } from "./actions/healthActions";
import type { JournalActions } from "./actions/journalActions";
import type { LeverActions } from "./actions/leverActions";
import type { QuarterActions } from "./actions/quarterActions";
import type { ShareActions } from "./actions/shareActions";
import type { SourceActions } from "./actions/sourceActions";
import type { PaneLanguage } from "./paneLanguage";
import type { PanePlatform } from "./panePlatform";
import type { WorkbookLink } from "./sheet/workbookLink";
import type { Evaluator } from "./state/evaluator";
import type { InputTable } from "./state/inputTable";
import type { PaneState } from "./state/paneState";
import type { Store } from "./state/store";
import type { TypedModel } from "./state/typedModel";

/** What everything in the pane works with. */
export interface PaneParts {
  readonly model: TypedModel;
  readonly port: WorkbookHost;
  readonly platform: PanePlatform;
  readonly store: Store<PaneState>;
  readonly evaluate: Evaluator;
  /** The assumption table as shipped. */
  readonly seeded: InputTable;
  /** The sign before decimals that the person's locale writes. */
  readonly locale: DecimalSign;
}

/** The parts with the link to the workbook. */
export interface LinkedParts extends PaneParts {
  readonly link: WorkbookLink;
}

/** What views call on. */
export interface Pane extends LinkedParts {
  readonly build: BuildActions;
  readonly levers: LeverActions;
  readonly compare: CompareActions;
  readonly bridge: BridgeActions;
  readonly sources: SourceActions;
  readonly share: ShareActions;
  readonly deviation: DeviationActions;
  readonly quarter: QuarterActions;
  readonly health: HealthActions;
  readonly journal: JournalActions;
  readonly language: PaneLanguage;
}
