import type { TabId } from "../taskpane/state/paneState";
import type { Message } from "../hosts/port";
import type { LeftDraft } from "./drafts";
import type { Question } from "./question";

/** What the frame around grid and pane shows. */
export interface ShellState {
  /** What the page is doing, with how far it has come between 0 and 1. */
  readonly work: { readonly words: string; readonly done: number } | null;
  readonly built: boolean;
  readonly ready: boolean;
  readonly notice: Message | null;
  /** Name under which the workbook is saved. */
  readonly fileName: string;
  /** Unsaved work of an earlier visit that this browser keeps. */
  readonly draft: LeftDraft | null;
  /** What the page asks before it goes on. */
  readonly question: Question | null;
  /** Step of the guide, or null when it is closed. */
  readonly step: number | null;
  readonly dark: boolean;
  /** Whether charts lie over the sheets that have some. */
  readonly charts: boolean;
  /** Whether the years before the first quarter are folded away. */
  readonly folded: boolean;
  /** Whether the pane stands beside the sheet. */
  readonly pane: boolean;
  /** Which half is in front on a narrow page. */
  readonly front: "sheet" | "pane";
}

/** What a person can do in the frame. */
export interface ShellActions {
  build(): void;
  open(): void;
  save(): void;
  /** Names the file that Save writes. */
  name(typed: string): void;
  bringBack(): void;
  eraseDraft(): void;
  dark(on: boolean): void;
  charts(on: boolean): void;
  fold(on: boolean): void;
  pane(on: boolean): void;
  front(half: ShellState["front"]): void;
  step(to: number | null): void;
  help(): void;
  dismiss(): void;
  show(address: string): void;
  /** Brings a tab of the pane to the front. */
  showTab(tab: TabId): void;
}
