import { freezeColumns } from "../hosts/grid/frozenColumns";
import type { GridHost } from "../hosts/grid/gridHost";

/** Width of the page up to which frozen columns would leave no room for figures. */
const NARROW = "(max-width: 640px)";

/** The same host, whose sheets let their first columns scroll away while the page is narrow. */
export function onNarrowPages(host: GridHost): GridHost {
  const narrow = window.matchMedia(NARROW);
  const fit = (): void => freezeColumns(host.book, !narrow.matches);
  const fitNew = (): void => {
    if (narrow.matches) fit();
  };
  narrow.addEventListener("change", fit);
  return {
    ...host,
    write: (plan, options) => host.write(plan, options).finally(fitNew),
    open: (...given) => {
      host.open(...given);
      fitNew();
    },
  };
}
