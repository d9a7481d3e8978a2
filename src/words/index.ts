/** Words apart from ids: the languages of the product, and what each English text is in them. */
export { ENGLISH, type Catalogue } from "./catalogue";
export { LANGUAGES, languageOf, namedLanguage, type Language } from "./language";
export { loadCatalogue } from "./loadCatalogue";
export { say, speak, spokenWords, word } from "./say";
