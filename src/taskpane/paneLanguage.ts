import { languageOf, LANGUAGES, loadCatalogue, speakSoon, type Language } from "../words";
import type { PaneParts } from "./pane";
import { focusSoon } from "./views/focusSoon";

/** The language of the pane. */
export interface PaneLanguage {
  /** The language that was chosen last, else the platform's. */
  readonly first: Language;
  /** Loads the words of the first language and speaks it. */
  begin(): Promise<void>;
  /** Speaks another language from now on, and remembers it. */
  choose(language: Language): void;
}

/** Name under which the choice is remembered. */
const REMEMBERED = "kc-language";

/** Makes the choice of a language for the pane in `root`, whose `lang` follows. */
export function paneLanguage(root: HTMLElement, { store, platform }: PaneParts): PaneLanguage {
  async function change(language: Language): Promise<void> {
    try {
      await speakSoon(loadCatalogue(language));
    } catch {
      store.update({
        notice: {
          kind: "warning",
          title: "The words of this language could not be loaded.",
          wayOut: "Choose it again once the network answers.",
        },
      });
      return;
    }
    root.lang = language;
    platform.speaks?.(language);
    store.update({ language });
  }

  const first = chosenLanguage(platform.language);
  return {
    first,
    begin: () => change(first),
    choose: (language) => {
      remember(language);
      void change(language).then(() => focusSoon(LANGUAGE_FIELD));
    },
  };
}

/** The language that was chosen last, else that of the platform's tag. */
export function chosenLanguage(tag: string | undefined): Language {
  return remembered() ?? languageOf(tag);
}

/** Id of the field in which the language is chosen. */
export const LANGUAGE_FIELD = "language";

function remembered(): Language | null {
  try {
    const kept = localStorage.getItem(REMEMBERED);
    return LANGUAGES.find(({ id }) => id === kept)?.id ?? null;
  } catch {
    // Storage may be closed to a page in a frame.
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // The choice holds until the pane is closed.
  }
}
