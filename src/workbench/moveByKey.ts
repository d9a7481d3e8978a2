/** Parts of the page in the order in which F6 goes through them, with where the keyboard enters each. */
const PARTS: readonly (readonly [part: string, entry: string])[] = [
  ["#wb-bar", "button:not(:disabled), input:not(:disabled)"],
  ["[data-u-comp='ribbon-toolbar']", "button:not(:disabled)"],
  ["#wb-grid", ""],
  ["#wb-charts", ".wb-chart"],
  ["[data-u-comp='slide-tab-bar']", "[role='tab'][tabindex='0']"],
  ["#wb-pane", "[role='tab'][tabindex='0']"],
];

/** F6 takes the keyboard from one part of the page to the next, and with Shift back, as in Excel: Tab moves among cells in the grid, so it needs a way out. */
export function moveByKey(intoGrid: () => void): void {
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      const [at, step] = [placeOf(document.activeElement), event.shiftKey ? -1 : 1];
      for (let turn = 1; turn <= PARTS.length; turn++) {
        const place = (at + turn * step + 2 * PARTS.length) % PARTS.length;
        if (enter(PARTS[place]!, intoGrid)) return;
      }
    },
    { capture: true },
  );
}

/** The part in which an element is: the innermost one, as the grid holds its toolbar and tabs; an editor of the grid may stand outside of it. */
function placeOf(element: Element | null): number {
  const within = PARTS.findIndex(([part, entry]) => entry !== "" && element?.closest(part));
  if (within >= 0) return within;
  return element?.closest("#wb-grid, [data-u-comp='editor']")
    ? PARTS.findIndex(([, entry]) => entry === "")
    : -1;
}

function enter([part, entry]: (typeof PARTS)[number], intoGrid: () => void): boolean {
  const area = document.querySelector(part);
  if (area === null || !area.checkVisibility() || area.closest("[inert]") !== null) return false;
  if (entry === "") {
    intoGrid();
    return true;
  }
  const target = [...area.querySelectorAll<HTMLElement>(entry)].find((each) => each.checkVisibility());
  target?.focus();
  return target !== undefined;
}
