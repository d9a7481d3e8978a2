import { unreadable } from "./cellError";

/** A piece of formula text: a text with its quotation marks in plain form, or one character outside texts. */
interface Piece {
  readonly text: string;
  readonly quoted: boolean;
  /** Where it began as typed, counting characters from 1. */
  readonly at: number;
}

const OPENING = /["“”„‟＂]/;
const CLOSING: Readonly<Record<string, RegExp>> = { '"': /["＂]/, "＂": /["＂]/ };
const CURLY_CLOSING = /[“”‟"＂]/;

/** Signs of other keyboards and what they stand for outside texts; full-width letters, digits and signs besides. */
const SIGNS: Readonly<Record<string, string>> = {
  "、": ",",
  "。": ".",
  "−": "-",
  "–": "-",
  "×": "*",
  "÷": "/",
  "≤": "<=",
  "≥": ">=",
  "≠": "<>",
};

/**
 * Formula text as people type it, in Excel's English notation: full-width signs, letters and digits, curly quotation
 * marks, ";" between arguments, "\" between columns of an array and the decimal commas that go with them. What is in
 * that notation already comes back as it is. Throws a CellError where a comma can be read in two ways.
 */
export function plainFormula(typed: string): string {
  const pieces = piecesOf(typed);
  const plain = pieces.map(({ text }) => text);
  const places = separators(pieces);
  if (places.backslashes.length > 0) {
    for (const place of places.backslashes) plain[place] = ",";
    for (const place of places.inArrays) plain[place] = decimalOnly(pieces, place);
  }
  if (places.semicolons.length > 0) {
    const decimals = places.commas.filter((place) => betweenDigits(pieces, place));
    if (decimals.length > 0 && decimals.length < places.commas.length)
      throw twoReadings(pieces, decimals[0]!);
    for (const place of places.semicolons) plain[place] = ",";
    for (const place of decimals) plain[place] = ".";
  }
  return plain.join("");
}

function piecesOf(typed: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const characters = [...typed];
  for (let place = 0; place < characters.length; place++) {
    const [character, at] = [characters[place]!, place + 1];
    if (!OPENING.test(character)) {
      pieces.push({ text: plainSign(character), quoted: false, at });
      continue;
    }
    const closing = CLOSING[character] ?? CURLY_CLOSING;
    let text = "";
    let end = place + 1;
    for (; end < characters.length; end++) {
      if (!closing.test(characters[end]!)) text += characters[end]!;
      else if (characters[end] === '"' && characters[end + 1] === '"') {
        text += '"';
        end++;
      } else break;
    }
    // The parser says that the closing mark is missing.
    const closed = end < characters.length ? '"' : "";
    pieces.push({ text: `"${text.replaceAll('"', '""')}${closed}`, quoted: true, at });
    place = end;
  }
  return pieces;
}

function plainSign(character: string): string {
  const isFullWidth = /[\uFF01-\uFF5E\u3000]/.test(character);
  return SIGNS[character] ?? (isFullWidth ? character.normalize("NFKC") : character);
}

/** Places of what separates arguments and columns, by the brackets around it. */
function separators(
  pieces: readonly Piece[],
): Readonly<Record<"semicolons" | "commas" | "backslashes" | "inArrays", number[]>> {
  const found = { semicolons: [], commas: [], backslashes: [], inArrays: [] } as Record<string, number[]>;
  const open: string[] = [];
  pieces.forEach(({ text, quoted }, place) => {
    if (quoted) return;
    const inside = open[open.length - 1] ?? "";
    if (text === "(" || text === "{") open.push(text);
    else if (text === ")" || text === "}") open.pop();
    else if (text === ";" && inside === "(") found["semicolons"]!.push(place);
    else if (text === ",") found[inside === "{" ? "inArrays" : "commas"]!.push(place);
    else if (text === "\\" && inside === "{") found["backslashes"]!.push(place);
  });
  return found as ReturnType<typeof separators>;
}

function betweenDigits(pieces: readonly Piece[], place: number): boolean {
  const isDigit = (piece: Piece | undefined): boolean => piece?.quoted === false && /^\d$/.test(piece.text);
  return isDigit(pieces[place - 1]) && isDigit(pieces[place + 1]);
}

function decimalOnly(pieces: readonly Piece[], place: number): string {
  if (betweenDigits(pieces, place)) return ".";
  throw unreadable(
    '"\\" and "," both stand between columns of the array; write "," alone',
    pieces[place]!.at,
  );
}

function twoReadings(pieces: readonly Piece[], place: number): Error {
  return unreadable(
    'Arguments are separated by "," and by ";", so that a comma between digits can be either; write "," between arguments and "." before decimals; it stands',
    pieces[place]!.at,
  );
}
