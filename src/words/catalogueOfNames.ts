import type { Catalogue } from "./catalogue";
import { ENGLISH } from "./english";
import { loadCatalogue } from "./loadCatalogue";

/** The catalogue whose words the names of a model's sheets are; English where none of them is a word of another language. */
export async function catalogueOfNames(names: readonly string[]): Promise<Catalogue> {
  if (!names.some((name) => /\p{Script=Han}/u.test(name))) return ENGLISH;
  const chinese = await loadCatalogue("zh-CN");
  return names.some((name) => chinese.english(name) !== name) ? chinese : ENGLISH;
}
