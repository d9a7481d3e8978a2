import type { TemplateResult } from "lit-html";
import { helpFile, spokenWords } from "../../words";
import { HELP_JOBS, type HelpJob } from "../state/helpJobs";
import { html } from "./html";

/** A link to a job on the help page, which opens beside the workbook. */
export function helpLink(job: HelpJob): TemplateResult {
  return html`<a
    class="help-link"
    href="${helpFile(spokenWords().language)}#${job}"
    target="_blank"
    rel="noopener"
    title=${HELP_JOBS[job]}
    aria-label="Help: ${HELP_JOBS[job]}"
    >Help</a
  >`;
}
