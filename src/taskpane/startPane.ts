import { render } from "lit-html";
import { decimalSignOf } from "../functions";
import type { Message, WorkbookHost } from "../hosts/port";
import type { Model } from "../model";
import { bridgeActions } from "./actions/bridgeActions";
import { buildActions } from "./actions/buildActions";
import { compareActions } from "./actions/compareActions";
import { deviationActions } from "./actions/deviationActions";
import { journalActions } from "./actions/journalActions";
import { leverActions } from "./actions/leverActions";
import { healthActions } from "./actions/healthActions";
import { quarterActions } from "./actions/quarterActions";
import { shareActions } from "./actions/shareActions";
import { sourceActions } from "./actions/sourceActions";
import type { LinkedParts, Pane, PaneParts } from "./pane";
import { paneLanguage } from "./paneLanguage";
import type { PanePlatform } from "./panePlatform";
import { createInputWriter, type InputWriter } from "./sheet/inputWriter";
import { linkWorkbook, type WorkbookLink } from "./sheet/workbookLink";
import { createEvaluator } from "./state/evaluator";
import { seededTable } from "./state/inputTable";
import { initialState, type TabId } from "./state/paneState";
import { createStore } from "./state/store";
import { typedModel } from "./state/typedModel";
import { followTheme } from "./theme";
import { goTo } from "./views/goTo";
import { paneView } from "./views/paneView";

/** What the pane is given: an element to live in, the workbook, the model, and its surroundings. */
export interface PaneOptions {
  readonly root: HTMLElement;
  readonly port: WorkbookHost;
  readonly model: Model;
  readonly platform: PanePlatform;
}

/** A running pane. */
export interface RunningPane {
  /** Resolves when the workbook was looked at for the first time. */
  readonly ready: Promise<void>;
  /** Looks at the workbook again, e.g. after a file was opened. */
  look(): Promise<void>;
  /** Writes now what was changed in the pane a moment ago; resolves when it stands in the workbook. */
  written(): Promise<void>;
  /** Brings a tab to the front, and the keyboard focus into it. */
  open(tab: TabId): void;
  /** Shows a message above the tabs. */
  say(notice: Message): void;
  stop(): Promise<void>;
}

/** Starts the pane in an element, the same in Excel and beside the workbench grid. */
export function startPane({ root, port, model: shipped, platform }: PaneOptions): RunningPane {
  const model = typedModel(shipped);
  const seeded = seededTable(model);
  const parts: PaneParts = {
    model,
    port,
    platform,
    seeded,
    locale: decimalSignOf(platform.locale ?? navigator.language),
    store: createStore(initialState(seeded)),
    evaluate: createEvaluator(model),
  };
  const writer: InputWriter = createInputWriter(parts, () => link);
  const link: WorkbookLink = linkWorkbook(parts, writer.newer);
  const linked: LinkedParts = { ...parts, link };
  const pane: Pane = {
    ...linked,
    build: buildActions(linked, writer),
    levers: leverActions(parts, writer, link),
    compare: compareActions(linked),
    bridge: bridgeActions(parts),
    sources: sourceActions(linked),
    share: shareActions(linked),
    deviation: deviationActions(linked),
    quarter: quarterActions(linked),
    health: healthActions(linked),
    journal: journalActions(linked),
    language: paneLanguage(root, parts),
  };
  root.classList.add("kc-pane");
  const stopTheme = followTheme(root, platform);

  let frame = 0;
  const draw = (): void => {
    frame = 0;
    render(paneView(parts.store.get(), pane), root);
  };
  const stopDrawing = parts.store.subscribe(() => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  });
  // What is written in another language is drawn when its words are there.
  if (pane.language.first === "en") draw();
  const spoken = pane.language.begin();
  return {
    ready: spoken.then(() => link.look()),
    look: () => link.look(),
    written: () => writer.now(),
    open: (tab) => goTo(pane, tab),
    say: (notice) => parts.store.update({ notice }),
    stop: async () => {
      cancelAnimationFrame(frame);
      stopDrawing();
      pane.bridge.stop();
      stopTheme();
      await link.stop();
      render(null, root);
    },
  };
}
