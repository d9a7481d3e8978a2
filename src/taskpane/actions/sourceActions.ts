import { isForeign } from "../../functions";
import { PERIODS, SCENARIOS } from "../../companies/kingsoftCloud";
import { loadCatalogue } from "../../words";
import { firstCell, onSheet } from "../../workbook/address";
import { locateCell } from "../sheet/locateCell";
import { layoutOf } from "../../workbook/layout";
import { statementAddress } from "../sheet/statementAddress";
import { attempt } from "../../hosts/attempt";
import type { LinkedParts } from "../pane";
import type { ConflictFilter } from "../state/conflictList";
import type { Subject } from "../state/originOf";
import { readQuestion } from "./compareActions";

/** What the analyst can do on the Sources tab. */
export interface SourceActions {
  /** Explains something else. */
  explain(subject: Subject): void;
  /** Explains the line and period that were typed. */
  find(line: string, period: string): void;
  /** Shows where the explained figure stands in the workbook. */
  show(subject: Subject): void;
  filter(part: Partial<ConflictFilter>): void;
}

/** Makes the actions and follows the selection. */
export function sourceActions({ model, port, store, link }: LinkedParts): SourceActions {
  const lay = (part: Partial<ReturnType<typeof store.get>["sources"]>): void =>
    store.update(({ sources }) => ({ sources: { ...sources, ...part } }));
  let latest = 0;

  async function selected(sheet: string, range: string): Promise<void> {
    const turn = (latest += 1);
    const place = firstCell(range);
    const cell = `${sheet}!${range.replaceAll("$", "")}`;
    const planName = store.get().workbook?.sheets.find(({ name }) => name === sheet)?.planName ?? null;
    if (place === null || planName === null) {
      lay({
        cell,
        subject: null,
        hint: "This cell is not part of the model. Select a cell of a model sheet, or look up a line below.",
      });
      return;
    }
    const located = await locateCell(model, port, sheet, planName, place, store.get().scenario);
    // A slow answer to an earlier selection must not replace a later one.
    if (turn !== latest) return;
    lay({
      cell,
      subject: located,
      hint:
        located === null
          ? "No figure stands in this cell. Select a number of a model sheet, or look up a line below."
          : "",
    });
  }

  link.onSelect(
    (sheet, range) =>
      void attempt(
        () => selected(sheet, range),
        ({ title }) => lay({ cell: `${sheet}!${range}`, subject: null, hint: title }),
      ),
  );

  return {
    explain: (subject) => lay({ subject, cell: null, hint: "" }),
    find: (line, period) => {
      // Names in another language are known once its words are there.
      if (isForeign(line))
        void loadCatalogue("zh-CN")
          .catch(() => undefined)
          .then(() => lookUp(line, period));
      else lookUp(line, period);
    },
    show: (subject) => {
      const address = addressOf(subject);
      if (address === null) return;
      void attempt(
        () => port.show(address),
        (notice) => store.update({ notice }),
      );
    },
    filter: (part) =>
      store.update(({ sources }) => ({ sources: { ...sources, filter: { ...sources.filter, ...part } } })),
  };

  function lookUp(line: string, period: string): void {
    const found = readQuestion(model, line, period);
    if ("message" in found) lay({ line, period, subject: null, cell: null, hint: found.message });
    else
      lay({
        line,
        period: PERIODS[found.column]!.label,
        subject: { kind: "line", line: found.line, column: found.column, scenario: store.get().scenario },
        cell: null,
        hint: "",
      });
  }

  function addressOf(subject: Subject): string | null {
    const places = link.places();
    if (subject.kind === "driver") {
      const row = places?.rows.get(subject.driver);
      return places === null || row === undefined ? null : onSheet(places.sheet, `F${row}`);
    }
    if (subject.kind === "fact") {
      const sheet = link.sheetName("Facts");
      return sheet === null ? null : onSheet(sheet, `A${layoutOf(model).facts.row.get(subject.fact)!}`);
    }
    const scenario = SCENARIOS.find(({ id }) => id === subject.scenario)!;
    const sheet = link.sheetName(scenario.name);
    return sheet === null
      ? null
      : onSheet(sheet, statementAddress(layoutOf(model), subject.line, subject.column));
  }
}
