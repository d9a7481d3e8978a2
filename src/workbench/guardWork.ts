import { eraseDraft, keepDraft, type Draft } from "./drafts";
import type { UnsavedWork } from "./unsavedWork";

/** Milliseconds of rest after which a copy is kept. */
const REST = 20_000;

/** What the guard asks of the page. */
export interface GuardedPage {
  /** The workbook as a file; null while the page is busy or what stands there can't be saved. */
  file(): Promise<Pick<Draft, "name" | "bytes"> | null>;
  /** Something that a person should know: a copy can't be kept. */
  tell(words: string): void;
}

/** Work under guard. */
export interface GuardedWork {
  /** What stands now is the copy that was kept: it goes when this is saved. */
  broughtBack(): void;
}

/**
 * Asks before the page is left with unsaved work, and keeps a copy of it in this browser: when the window loses the
 * keyboard or is hidden, and after a rest. The copy goes when the work is saved or taken back.
 */
export function guardWork(work: UnsavedWork, page: GuardedPage): GuardedWork {
  let [changed, keeping, kept, told] = [false, false, false, false];
  let rest: ReturnType<typeof setTimeout> | undefined;
  const keep = async (): Promise<void> => {
    if (keeping || !changed || !work.any()) return;
    keeping = true;
    changed = false;
    try {
      const file = await page.file();
      if (file === null) changed = true;
      else if (work.any()) {
        await keepDraft({ ...file, at: new Date().toISOString() });
        kept = true;
      }
    } catch (error) {
      if (!told) page.tell(error instanceof Error ? error.message : String(error));
      told = true;
    } finally {
      keeping = false;
    }
    if (!work.any()) await drop();
  };
  const drop = async (): Promise<void> => {
    if (!kept) return;
    kept = false;
    await eraseDraft();
  };
  work.watch(() => {
    clearTimeout(rest);
    changed = true;
    if (work.any()) rest = setTimeout(() => void keep(), REST);
    else void drop();
  });
  window.addEventListener("beforeunload", (event) => {
    if (work.any()) event.preventDefault();
  });
  window.addEventListener("blur", () => void keep());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void keep();
  });
  return {
    broughtBack() {
      kept = true;
      work.brought();
    },
  };
}
