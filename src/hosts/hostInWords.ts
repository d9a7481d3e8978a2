import { onSheet, splitAddress } from "../workbook/address";
import { planInWords, sheetInWords } from "../workbook/planInWords";
import { catalogueOfNames, ENGLISH, valueInEnglish, type Catalogue } from "../words";
import type { CellValue, RangeEdit, RangeReading, WorkbookHost } from "./port";
import { rewordedInputs } from "./rewordedInputs";

/** A host whose workbook is in a language of its own. */
export interface HostInWords extends WorkbookHost {
  /** The words of the workbook as it was last seen, in which it is updated; null where it holds no model. */
  words(): Catalogue | null;
  /** Takes note of the words of a workbook that is about to be put in place of the present one. */
  found(words: Catalogue | null): void;
  choose(words: Catalogue | null): void;
}

/**
 * A host behind which the workbook may be in any language: whoever uses it goes by English names of sheets and scenarios
 * and English words of cells, as if by ids, and finds and leaves the workbook in its own. What a person typed stays.
 * `forNew` are the words of a workbook that holds no model yet.
 */
export function hostInWords<Host extends WorkbookHost>(
  host: Host,
  forNew: () => Catalogue | Promise<Catalogue>,
): Host & HostInWords {
  let present: Catalogue | null = null;
  let chosen: Catalogue | null = null;
  const now = (): Catalogue => present ?? ENGLISH;
  const toWrite = async (): Promise<Catalogue> => chosen ?? present ?? (await forNew());

  const placed = (address: string): string => {
    const { sheet, range } = splitAddress(address);
    return sheet === null || now().language === "en" ? address : onSheet(now().of(sheet), range);
  };
  const cellOut = <Cell extends CellValue | null>(cell: Cell): Cell | string => {
    if (typeof cell !== "string") return cell;
    return cell.startsWith("'") ? `'${now().of(cell.slice(1))}` : now().of(cell);
  };
  const editOut = ({ address, contents }: RangeEdit): RangeEdit => ({
    address: placed(address),
    contents: isRows(contents) ? contents.map((row) => row.map(cellOut)) : cellOut(contents),
  });
  const rowsIn = (rows: RangeReading["values"]): RangeReading["values"] =>
    rows.map((row) => row.map((cell) => valueInEnglish(now(), cell)));
  const onEnglishSheet = <T extends { readonly sheet: string }>(each: T): T => ({
    ...each,
    sheet: now().english(each.sheet),
  });

  const inspect: WorkbookHost["inspect"] = async () => {
    const state = await host.inspect();
    const ours = state.sheets.flatMap(({ name, planName }) => (planName === null ? [] : [name]));
    present = ours.length === 0 ? null : await catalogueOfNames(ours);
    return {
      ...state,
      ...(present !== null && { language: present.language }),
      sheets: state.sheets.map((sheet) => ({
        ...sheet,
        planName: sheet.planName === null ? null : now().english(sheet.planName),
      })),
    };
  };

  const write: WorkbookHost["write"] = async (plan, options) => {
    await inspect();
    const [before, words] = [present, await toWrite()];
    present = words;
    const report = await host.write(planInWords(plan, words), options).catch((error: unknown) => {
      present = before;
      throw error;
    });
    if (report.outcome === "cancelled" || report.outcome === "failed") await inspect();
    else {
      chosen = null;
      if (before !== null && before !== words)
        await host.edit(await rewordedInputs(host, plan, before, words));
    }
    return report;
  };

  return {
    ...host,
    words: () => present,
    found: (words) => void (present = words),
    choose: (words) => void (chosen = words),
    inspect,
    write,
    preview: async (plan) => {
      await inspect();
      return host.preview(planInWords(plan, await toWrite()));
    },
    insertSheet: (sheet, styles) => host.insertSheet(sheetInWords(sheet, now()), styles),
    read: async (addresses) =>
      (await host.read(addresses.map(placed))).map((reading, at) => ({
        address: addresses[at]!,
        values: rowsIn(reading.values),
        formulas: rowsIn(reading.formulas),
      })),
    edit: (edits, list) => host.edit(edits.map(editOut), list),
    watch: (addresses, handler) => host.watch(addresses.map(placed), handler),
    show: (address) => host.show(placed(address)),
    ...(host.deviations !== undefined && {
      deviations: async () => {
        const { overwritten, errors } = await host.deviations!();
        return { overwritten: overwritten.map(onEnglishSheet), errors: errors.map(onEnglishSheet) };
      },
    }),
  };
}

function isRows(contents: RangeEdit["contents"]): contents is readonly (readonly (CellValue | null)[])[] {
  return Array.isArray(contents);
}
