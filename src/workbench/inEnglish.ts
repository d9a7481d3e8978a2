import type { Engine, PlacedReader } from "../hosts/grid/liveModel";
import { sheetInWords } from "../workbook/planInWords";
import { valueInEnglish, type Catalogue } from "../words";

/** A reader of cells whose words, where they are the model's, come in English. */
export function readerInEnglish(words: Catalogue, read: PlacedReader): PlacedReader {
  if (words.language === "en") return read;
  return (...place) => {
    const { content, value } = read(...place);
    return { content: valueInEnglish(words, content), value: valueInEnglish(words, value) };
  };
}

/** The same of a workbook whose sheets have their names in that language: it is asked by English names. */
export function sheetsInEnglish(words: Catalogue, read: PlacedReader): PlacedReader {
  const inEnglish = readerInEnglish(words, read);
  return (sheet, row, column) => inEnglish(words.of(sheet), row, column);
}

/** An engine behind a workbook in another language, which it is given anew for each question. */
export function engineInWords(engine: Engine, words: () => Catalogue): Engine {
  return {
    ...engine,
    follow: (read) => {
      const now = words();
      const sheets = engine.follow(sheetsInEnglish(now, read));
      if (sheets === null || now.language === "en") return sheets;
      return sheets.map(({ name, plan }) => ({ name: now.of(name), plan: () => sheetInWords(plan(), now) }));
    },
    reads: (sheet, row, column) => engine.reads(words().english(sheet), row, column),
  };
}
