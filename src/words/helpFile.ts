import type { Language } from "./language";

/** The file of the help page in a language. */
export function helpFile(language: Language): string {
  return language === "en" ? "help.html" : `help.${language}.html`;
}
