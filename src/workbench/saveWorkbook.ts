import { ownParts, type WholePlan } from "../hosts/grid/ownParts";
import type { Model } from "../model";
import { today } from "../taskpane/state/today";
import type { WorkbookPlan } from "../workbook/plan";
import { planInWords } from "../workbook/planInWords";
import { say, ENGLISH } from "../words";
import { planWithInputs, readWorkbookInputs } from "./followInputs";
import { sheetsInEnglish } from "./inEnglish";
import type { GridHost } from "../hosts/grid/gridHost";
import type { HostInWords } from "../hosts/hostInWords";

/** The workbook as it stands as a plan: the model with its present inputs, and a person's own cells, notes, looks and sheets, all of them calculated. */
export async function presentPlan(
  model: Model,
  host: GridHost & Partial<Pick<HostInWords, "words">>,
  created: string,
  version: string,
): Promise<WholePlan> {
  await host.calculated();
  const words = host.words?.() ?? ENGLISH;
  const inputs = readWorkbookInputs(model, sheetsInEnglish(words, host.live.reader()));
  if (!("rows" in inputs)) {
    const [first] = inputs;
    throw new Error(
      say`${first!.place} holds ${first!.holds}, which the model can't calculate with. Type a value from its allowed range, then save again.`,
    );
  }
  const plan = planInWords(planWithInputs(model, inputs, created, version, today()), words);
  return ownParts(host.book, host.live, plan);
}

/** Bytes of the .xlsx file of the workbook as it stands. */
export async function workbookFile(plan: WorkbookPlan): Promise<Uint8Array> {
  const { planToXlsx } = await import("../hosts/xlsx/writeXlsx");
  return planToXlsx(plan);
}

/** Hands a file to the browser's downloads. */
export function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(
    new Blob([bytes.slice()], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }),
  );
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
