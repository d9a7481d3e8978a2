import { attempt } from "../../hosts/attempt";
import { FROZEN_SHEET } from "../../hosts/frozen/frozenList";
import { callsKc, isWithoutAnswer } from "../../hosts/frozen/kcFormulas";
import { onSheet } from "../../workbook/address";
import { say } from "../../words";
import type { LinkedParts } from "../pane";

/** What the analyst can do about the list of what is wrong. */
export interface HealthActions {
  /** Looks at the workbook again, and for KC cells that have no answer. */
  examine(): void;
  /** Shows a place. */
  show(place: string): void;
}

/** Makes the actions. */
export function healthActions({ store, port, link }: LinkedParts): HealthActions {
  const tell = (notice: ReturnType<typeof store.get>["notice"]): void => store.update({ notice });
  return {
    examine: () =>
      void attempt(async () => {
        await link.look();
        const calls = await port.formulas.find(callsKc, FROZEN_SHEET);
        const unanswered = calls.flatMap(({ sheet, cell, values }) => {
          const value = values.flat().find(isWithoutAnswer);
          return value === undefined ? [] : [{ place: onSheet(sheet, cell), value: String(value) }];
        });
        const words = say`${calls.length} KC ${calls.length === 1 ? "cell" : "cells"}, ${unanswered.length} without an answer`;
        store.update({ unanswered, spoken: say`Looked through the workbook: ${words}.` });
      }, tell),
    show: (place) => void attempt(() => port.show(place), tell),
  };
}
