import { TIMELINE } from "../../src/companies/kingsoftCloud";
import { axisOf } from "../../src/workbook/axis";

/** The time axis of the company's worksheets. */
export const axis = axisOf(TIMELINE);
