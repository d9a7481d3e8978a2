import { parseCell, splitAddress } from "../workbook/address";
import { foldEarlierYears, isFolded } from "../hosts/grid/foldColumns";
import type { GridHost } from "../hosts/grid/gridHost";

/** Width of the page below which the forecast has room only without the years before the first quarter. */
const ROOM = 1500;

/** The earlier years of the model's sheets, in sight or folded away. */
export interface EarlierYears {
  /** Whether they start folded. */
  readonly folded: boolean;
  fold(folded: boolean): void;
}

/** The same host, whose sheets keep earlier years folded away while they are; `unfolded` is told when a place among them is shown. */
export function onFoldedYears<Host extends GridHost>(
  host: Host,
  unfolded: () => void,
): { readonly host: Host; readonly years: EarlierYears } {
  let now = window.innerWidth < ROOM;
  const years: EarlierYears = {
    folded: now,
    fold: (folded) => {
      now = folded;
      foldEarlierYears(host.book, folded);
    },
  };
  const foldNew = (): void => {
    if (now) foldEarlierYears(host.book, true);
  };
  return {
    years,
    host: {
      ...host,
      write: (plan, options) => host.write(plan, options).finally(foldNew),
      open: (...given) => {
        host.open(...given);
        foldNew();
      },
      show: async (address) => {
        await host.show(address);
        const { range } = splitAddress(address);
        const cell = /^[A-Z]+\d+/.exec(range)?.[0];
        if (cell === undefined || !isFolded(host.book, parseCell(cell).column)) return;
        years.fold(false);
        unfolded();
        await host.show(address);
      },
    },
  };
}
