import { ENGLISH, type Catalogue } from "./catalogue";
import type { Language } from "./language";

/** The catalogue of a language; a page fetches another than English when it is first asked for. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return language === "en" ? ENGLISH : (await import("./zh-CN")).CHINESE;
}
