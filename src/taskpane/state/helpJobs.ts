import type { TabId } from "./paneState";

/** The jobs of the help page, by their place on it. */
export const HELP_JOBS = {
  build: "Build or fill the workbook",
  flex: "Flex a cap or capital expenditure",
  quarter: "Enter a new quarter",
  estimates: "Keep an estimate and compare",
  own: "Make a scenario of your own",
  sources: "See where a number comes from",
  share: "Share with a person who lacks the add-in",
  heal: "Mend what is wrong",
} as const;

/** One of the jobs. */
export type HelpJob = keyof typeof HELP_JOBS;

/** The job that each tab is for. */
export const JOB_OF_TAB: Readonly<Record<TabId, HelpJob>> = {
  build: "build",
  quarter: "quarter",
  scenarios: "flex",
  compare: "estimates",
  sources: "sources",
  share: "share",
};
