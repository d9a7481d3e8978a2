import type { TabId } from "../taskpane/state/paneState";

/** One step of the guide. */
export interface GuideStep {
  readonly title: string;
  readonly words: string;
  /** Place of the workbook and tab of the pane that the step is about. */
  readonly place?: string;
  readonly tab?: TabId;
}

/** The first run in a few steps. */
export const GUIDE: readonly GuideStep[] = [
  {
    title: "Choose a scenario.",
    words:
      "Cell B4 of the Summary sheet has a list, and the Scenarios tab of the pane the same one. Key figures, statements and charts follow.",
    place: "'Summary'!B4",
  },
  {
    title: "Flex a lever.",
    words:
      "Drag a cap in the pane, or type over a blue number on yellow on the Inputs sheet. All scenarios recalculate, and the pane redraws.",
    place: "'Inputs'!G10",
    tab: "scenarios",
  },
  {
    title: "Ask in a cell.",
    words:
      'Type =KC.REVENUE("3Q25") into any free cell; a list completes the name and explains the arguments.',
    place: "'Summary'!D45",
  },
  {
    title: "See where a number comes from.",
    words:
      "Select any cell and look at the Sources tab: the formula in words, precedents, document and quality.",
    place: "'Income statement'!Q9",
    tab: "sources",
  },
  {
    title: "Enter a new quarter.",
    words:
      "On the Quarter tab, paste the tables of a results release or type its figures, press Preview to see what they move, and put them into the workbook. Beat or miss compares them with the estimate before.",
    tab: "quarter",
  },
  {
    title: "Take it along.",
    words:
      "Save .xlsx writes the whole workbook with native formulas and charts; it opens anywhere, and here again. Help in the pane leads to each of these jobs, step by step.",
  },
];
