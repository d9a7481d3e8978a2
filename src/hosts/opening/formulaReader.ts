import { typedContent } from "../grid/cellContent";
import { outsideOf } from "../xlsx/outsideFormula";
import { typedFormula } from "../xlsx/newFunctions";
import type { ReadCell } from "../xlsx/readXlsx";
import type { FileContent } from "./fileParts";
import { repairedCalls } from "./kcCalls";
import type { ModelTab } from "./modelTabs";
import { planFormula } from "./planFormula";

/** Reads the formulas of a file as a person would type them, and remembers which of them could not be taken as they are. */
export class FormulaReader {
  /** Places of formulas that ask outside the workbook, with what they ask; their last values are taken. */
  readonly outside: string[] = [];
  /** Places of formulas that lead to cells which the model has not; their last values are taken. */
  readonly astray: string[] = [];
  /** Places of KC calls that were mended, with what was wrong. */
  readonly repaired: string[] = [];

  constructor(private readonly tabs: ReadonlyMap<string, ModelTab>) {}

  /** The formula (without "=") of a cell at an address of a sheet of the file, with the model's cells where the plan has them; null where only its last value can be taken. */
  read(sheet: string, address: string, formula: string): string | null {
    const { formula: named, repair } = repairedCalls(formula);
    const typed = typedFormula(named);
    const place = `${sheet}!${address}`;
    const asks = outsideOf(typed);
    if (asks !== null) {
      this.outside.push(`${place} (${asks})`);
      return null;
    }
    const moved = planFormula(typed, sheet, this.tabs);
    if (moved === null) this.astray.push(place);
    else if (repair !== null) this.repaired.push(`${place} ${repair}`);
    return moved;
  }

  /** The formula of a cell where the plan has its cells, with nothing remembered; null where it can't be taken. */
  look(sheet: string, formula: string): string | null {
    return planFormula(typedFormula(repairedCalls(formula).formula), sheet, this.tabs);
  }

  /** What a person would type to get a cell; a formula that can't be taken leaves its value. */
  content(
    sheet: string,
    address: string,
    { value, formula }: ReadCell,
  ): Pick<FileContent, "content" | "value"> {
    const taken = formula === undefined || formula === "" ? null : this.read(sheet, address, formula);
    return { content: typedContent(value, taken ?? undefined), value: value ?? "" };
  }
}
