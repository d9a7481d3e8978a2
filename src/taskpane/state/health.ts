import { dueQuarters, reachWords } from "../../analysis";
import type { Model } from "../../model";
import { onSheet } from "../../workbook/address";
import { listed, say } from "../../words";
import type { PaneState } from "./paneState";

/** What a button of the list does. */
export type HealthStep =
  | { readonly does: "quarter"; readonly quarter: string }
  | { readonly does: "update" }
  | { readonly does: "inputs" }
  | { readonly does: "show"; readonly place: string };

/** One thing that is to be known of the workbook, and what to do. */
export interface HealthItem {
  readonly kind: "good" | "note" | "bad";
  readonly title: string;
  readonly detail: string;
  readonly step: (HealthStep & { readonly label: string }) | null;
}

/** KC cells that are named one by one. */
const NAMED = 6;

/** How old the figures are and what is wrong with the workbook, as one list; the first item is always the figures. */
export function healthOf(state: PaneState, model: Model, day: string): readonly HealthItem[] {
  const { workbook, checks, faults, typedFaults, lost, deviations, unanswered } = state;
  const none = workbook === null || workbook.kind === "none";
  return [
    vintage(model, day, none),
    ...(none
      ? []
      : [
          ...workbook.faults.map((title) => item("bad", title, "An update puts it back.", UPDATE)),
          ...lost.map(({ name, now, address }) =>
            item(
              "bad",
              say`The name ${name} was typed over`,
              say`${address} holds ${now === "" ? "nothing" : `“${now}”`}; formulas look for the name.`,
              UPDATE,
            ),
          ),
          ...faults.map(({ address, message }) =>
            item("bad", say`${address} can't be used`, message, { does: "inputs", label: "Mend" }),
          ),
          ...typedFaults.map((title) => item("bad", "A figure on Actuals can't be used", title, null)),
          ...deviations.errors.slice(0, NAMED).map(({ sheet, cell, value }) =>
            item(
              "bad",
              say`${sheet}!${cell} shows ${value}`,
              "A cell that it reads was emptied or holds a text.",
              {
                does: "show",
                place: onSheet(sheet, cell),
                label: "Show",
              },
            ),
          ),
          ...(checks === null || checks === 0
            ? []
            : [
                item("bad", "A check fails", "The Checks sheet shows which one in red.", {
                  does: "show",
                  place: "KC_Checks",
                  label: "Show",
                }),
              ]),
          ...(workbook.warnings ?? []).map((detail) => item("note", "About this workbook", detail, null)),
        ]),
    ...(unanswered ?? []).map(({ place, value }) =>
      item(
        "bad",
        say`${place.replaceAll("'", "")} shows ${value}`,
        value === "#NAME?"
          ? "The KC functions are not there: open the add-in's pane once, then enter the cell again. Freeze keeps values for people without it."
          : "The KC function has not answered: wait a moment, then enter the cell again.",
        { does: "show", place, label: "Show" },
      ),
    ),
  ];
}

const UPDATE = { does: "update", label: "Update the model" } as const;

function item(kind: HealthItem["kind"], title: string, detail: string, step: HealthItem["step"]): HealthItem {
  return { kind, title, detail, step };
}

/** How far the figures reach, and which quarters the company must have reported since. */
function vintage(model: Model, day: string, none: boolean): HealthItem {
  const reach = reachWords(model.data);
  const quarters = dueQuarters(model);
  const overdue = quarters.filter(({ due }) => due < day);
  const [next] = quarters;
  if (overdue.length === 0)
    return item(
      "good",
      reach,
      next === undefined
        ? "The model's last quarter is known."
        : say`${next.label} is due by ${next.due}, as late as that quarter has come so far and a week.`,
      null,
    );
  const labels = listed(
    overdue.map(({ label }) => label),
    " and ",
  );
  return item(
    "note",
    reach,
    overdue.length === 1
      ? say`The company must have reported ${labels} since: ${overdue.length} quarter by the calendar.`
      : say`The company must have reported ${labels} since: ${overdue.length} quarters by the calendar.`,
    none ? null : { does: "quarter", quarter: overdue[0]!.label, label: say`Enter ${overdue[0]!.label}` },
  );
}
