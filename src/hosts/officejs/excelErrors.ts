/** Turns what Excel reports into words, once, at the edge. */

import { say } from "../../words";
import { HostProblem } from "../port";

/** Title and way out by Excel's error code. */
const words: Readonly<Record<string, readonly [string, string]>> = {
  AccessDenied: [
    "Excel doesn't allow this change.",
    "The workbook may be read-only or protected. Save a copy, or unprotect it, and try again.",
  ],
  ApiNotFound: [
    "This version of Excel lacks something the model needs.",
    "Update Excel, or open the workbook in Excel on the web.",
  ],
  GeneralException: [
    "Excel couldn't carry out the request.",
    "Try again. If it happens again, close and reopen the workbook.",
  ],
  InvalidArgument: [
    "Excel refused part of the model.",
    "This is a fault of the add-in: please report it with the text below.",
  ],
  InvalidOperation: [
    "Excel can't do this now.",
    "Finish what is open in Excel (a dialog, a cell being edited) and try again.",
  ],
  InvalidOperationInCellEditMode: ["A cell is being edited.", "Press Enter or Esc in Excel, then try again."],
  ItemAlreadyExists: [
    "A sheet or name of that name is already there.",
    "Rename the one in the workbook, then try again.",
  ],
  ItemNotFound: ["A sheet or name of the model is missing.", "Use Update to put it back."],
  InvalidReference: [
    "A place in the workbook no longer exists.",
    "Use Update to put the model's sheets back.",
  ],
  RequestPayloadSizeLimitExceeded: [
    "The model is too large to send in one go.",
    "Try again in desktop Excel.",
  ],
  ResponsePayloadSizeLimitExceeded: [
    "The workbook is too large to read in one go.",
    "Try again in desktop Excel.",
  ],
  RequestAborted: ["Excel broke off the request.", "Try again."],
  ActivityLimitReached: ["Excel is busy.", "Wait a moment and try again."],
  UnsupportedOperation: [
    "This version of Excel can't do this.",
    "Update Excel, or open the workbook in Excel on the web.",
  ],
};

/** Code of an error from Excel, or "" for any other error. */
export function excelCode(error: unknown): string {
  const code =
    typeof error === "object" && error !== null && "code" in error ? (error as { code: unknown }).code : "";
  return typeof code === "string" ? code : "";
}

/** The error in words. */
export function inExcelWords(error: unknown): HostProblem {
  if (error instanceof HostProblem) return error;
  const code = excelCode(error);
  const message =
    error instanceof Error || (typeof error === "object" && error !== null && "message" in error)
      ? String((error as { message: unknown }).message)
      : String(error);
  const known = words[code];
  if (!known)
    return new HostProblem(
      code === "" ? "Unexpected" : code,
      say`Something unexpected happened: ${message}`,
      "Try again. If it happens again, please report this text.",
    );
  return new HostProblem(code, known[0], code === "InvalidArgument" ? `${known[1]} (${message})` : known[1]);
}
