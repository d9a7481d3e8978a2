/** Words apart from ids: the languages of the product, and what each English text is in them. */
export type { Catalogue } from "./catalogue";
export { ENGLISH } from "./english";
export { helpFile } from "./helpFile";
export { catalogueOfNames } from "./catalogueOfNames";
export { LANGUAGES, languageOf, namedLanguage, type Language } from "./language";
export { loadCatalogue, loadedCatalogues } from "./loadCatalogue";
export { listed } from "./listed";
export { phrase, say, speak, speakSoon, spokenWords, told, word, wordIn, wordsToCome } from "./say";
export { valueInEnglish } from "./valueInEnglish";
