import type { Catalogue } from "./catalogue";
import { ENGLISH } from "./english";
import type { Language } from "./language";

const LOADED: Catalogue[] = [];

/** The catalogue of a language; a page fetches another than English when it is first asked for. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  if (language === "en") return ENGLISH;
  const { CHINESE } = await import(/* webpackChunkName: "chinese" */ "./zh-CN");
  if (!LOADED.includes(CHINESE)) LOADED.push(CHINESE);
  return CHINESE;
}

/** The catalogues of other languages than English that have been loaded by now: what names are understood in besides. */
export function loadedCatalogues(): readonly Catalogue[] {
  return LOADED;
}
