import { word } from "../words";

/** What the grid's own controls do, by a selector of each; the grid shows most of it to the pointer alone. */
const NAMES: readonly (readonly [selector: string, words: string])[] = [
  ["[data-u-command='univer.command.undo']", "Undo"],
  ["[data-u-command='univer.command.redo']", "Redo"],
  ["[data-u-command='sheet.command.set-once-format-painter']", "Copy a format"],
  ["[data-u-command='sheet.command.clear-selection-all']", "Clear the cells"],
  ["[data-u-command='sheet.command.set-range-font-family'] input", "Font"],
  ["[data-u-command='sheet.command.set-range-fontsize'] input", "Font size"],
  ["[data-u-command='sheet.command.set-range-font-increase']", "Larger font"],
  ["[data-u-command='sheet.command.set-range-font-decrease']", "Smaller font"],
  ["[data-u-command='sheet.command.set-range-bold']", "Bold"],
  ["[data-u-command='sheet.command.set-range-italic']", "Italic"],
  ["[data-u-command='sheet.command.set-range-underline']", "Underline"],
  ["[data-u-command='sheet.command.set-range-stroke']", "Strike through"],
  ["[data-u-command='sheet.command.numfmt.set.percent']", "Show as percent"],
  ["[data-u-command='sheet.command.numfmt.set.currency']", "Show as currency"],
  ["[data-u-command='sheet.command.numfmt.add.decimal.command']", "One decimal more"],
  ["[data-u-command='sheet.command.numfmt.subtract.decimal.command']", "One decimal less"],
  ["[data-u-command='sheet.command.add-range-protection-from-toolbar']", "Protect a range"],
  ["[data-u-command='base-ui.operation.toggle-shortcut-panel']", "Keyboard shortcuts"],
  ["[data-u-command='sheet.operation.insert-hyper-link-toolbar']", "Insert a link"],
  ["[data-u-command='sheet.command.toggle-gridlines']", "Gridlines"],
  ["[data-u-comp='defined-name'] input", "Cell or name to go to"],
  ["[data-u-comp='defined-name'] a", "Names of the workbook"],
  ["[data-u-comp='formula-bar'] button", "Larger formula bar"],
  ["[role='handle']", "Zoom"],
];

/** Controls without a name that stand in a row, named by their place in it. */
const ROWS: readonly (readonly [selector: string, words: readonly string[]])[] = [
  [
    "button[data-u-comp='sheet-bar-append-button']",
    ["Add a sheet", "All sheets", "Tabs to the left", "Tabs to the right"],
  ],
  ["section button[data-u-comp='button']", ["Smaller zoom", "Larger zoom"]],
];

/** Gives every control of the grid a name that a screen reader can say, also those that come up later; the result gives them anew in the language spoken then. */
export function nameControls(grid: HTMLElement): () => void {
  const give = (element: Element | undefined, words: string): void => {
    const name = word(words);
    if (element !== undefined && element.getAttribute("aria-label") !== name)
      element.setAttribute("aria-label", name);
  };
  const nameAll = (): void => {
    for (const [selector, words] of NAMES)
      for (const element of grid.querySelectorAll(selector)) give(element, words);
    for (const [selector, all] of ROWS) {
      const row = grid.querySelectorAll(selector);
      all.forEach((words, place) => give(row[place], words));
    }
  };
  new MutationObserver(nameAll).observe(grid, { childList: true, subtree: true });
  nameAll();
  return nameAll;
}
