import type { CellValue } from "../port";

/** Fill of an overwritten cell of the model, as six hex digits. */
export const MARK_FILL = "FCD5B4";

const BEGINNING = "Overwritten by hand. The model has ";

/** Longest content that a mark repeats. */
const LONGEST = 300;

/** What the note on an overwritten cell says; `planned` is what the model puts there, as typed. */
export function markNote(planned: CellValue): string {
  const text = planned === "" ? "nothing here" : String(planned);
  return `${BEGINNING}${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}`;
}

/** Whether a note is such a mark, which comes and goes with what it marks. */
export function isMarkNote(text: string): boolean {
  return text.startsWith(BEGINNING);
}
