import { loadedCatalogues } from "../words/loadCatalogue";
import { plainName } from "./didYouMean";

/** Whether a text has letters that no English name has, so that it may be a name in another language. */
export function isForeign(text: string): boolean {
  return /[\u3400-\u9fff]/.test(text);
}

const KEPT = new WeakMap<readonly unknown[], ReadonlyMap<string, unknown>>();

/** What of a list a plain name means in another language: the first whose label is translated so. Undefined where none is, or before the words of that language have been loaded. */
export function inOtherWords<Item>(
  plain: string,
  list: readonly Item[],
  labelOf: (item: Item) => string,
): Item | undefined {
  return namesOf(list, labelOf).get(plain) as Item | undefined;
}

/** The labels of a list in the words that a text is written in: where it is foreign, those of other languages too. */
export function labelsFor(
  text: string,
  list: readonly { readonly id: string; readonly label: string }[],
): readonly string[] {
  const labels = list.flatMap(({ id, label }) => [id, label]);
  return isForeign(text) ? [...labels, ...namesOf(list, ({ label }) => label).keys()] : labels;
}

function namesOf<Item>(list: readonly Item[], labelOf: (item: Item) => string): ReadonlyMap<string, unknown> {
  const catalogues = loadedCatalogues();
  const known = KEPT.get(list);
  if (known !== undefined) return known;
  const names = new Map<string, Item>();
  for (const { of } of catalogues)
    for (const item of list) {
      const name = plainName(of(labelOf(item)));
      if (!names.has(name)) names.set(name, item);
    }
  if (catalogues.length > 0) KEPT.set(list, names);
  return names;
}
