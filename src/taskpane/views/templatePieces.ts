/** A piece of a template: markup, or a run of words and slots that people read. Slots are numbers of the template's values. */
export type TemplatePiece =
  | { readonly kind: "markup"; readonly text: string }
  | { readonly kind: "slot"; readonly slot: number; readonly isRead: boolean }
  | {
      readonly kind: "words";
      /** The English words with slots `{0}`, `{1}` … of the run, in single spaces. */
      readonly key: string;
      readonly slots: readonly number[];
      /** The run as it is written, with its own slots `{0}` … */
      readonly written: string;
      readonly isAttribute: boolean;
    };

/** Attributes that people read or hear. */
const READ_ATTRIBUTES =
  "title|aria-label|aria-description|aria-roledescription|aria-valuetext|placeholder|alt|label";

const MARK = /\uE000(\d+)\uE001/;
const MARKUP = /<!--[\s\S]*?-->|<\/?[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>/;
const READ = new RegExp(`(?<=\\s(?:${READ_ATTRIBUTES})=)(?:"[^"]*"|\uE000\\d+\uE001)`);

/** Cuts a template into its markup and the runs of words between tags and in attributes that people read. */
export function templatePieces(texts: readonly string[]): readonly TemplatePiece[] {
  const whole = texts.reduce((sum, text, at) => (at === 0 ? text : `${sum}\uE000${at - 1}\uE001${text}`), "");
  const pieces = cut(whole, MARKUP).flatMap(([text, isMarkup]): readonly TemplatePiece[] => {
    if (!isMarkup) return run(text, false);
    return cut(text, READ).flatMap(([part, isRead]) => {
      if (!isRead) return slotsOf(part, false);
      if (!part.startsWith('"')) return run(part, true);
      const quote = { kind: "markup", text: '"' } as const;
      return [quote, ...run(part.slice(1, -1), true), quote];
    });
  });
  return pieces.filter((piece) => piece.kind !== "markup" || piece.text !== "");
}

/** Cuts a text by what matches; every second piece does. */
function cut(text: string, by: RegExp): readonly (readonly [string, boolean])[] {
  const pieces: (readonly [string, boolean])[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp(by.source, "g"))) {
    pieces.push([text.slice(from, match.index), false], [match[0], true]);
    from = match.index + match[0].length;
  }
  return [...pieces, [text.slice(from), false]];
}

function run(text: string, isAttribute: boolean): readonly TemplatePiece[] {
  const parts = text.split(MARK);
  if (!parts.some((part, at) => at % 2 === 0 && (/\p{L}/u.test(part) || /[.,:;](?:\s|$)/.test(part))))
    return slotsOf(text, true);
  const slots = parts.filter((_, at) => at % 2 === 1).map(Number);
  const written = parts.map((part, at) => (at % 2 === 0 ? part : `{${(at - 1) / 2}}`)).join("");
  const key = written.replaceAll(/\s+/g, " ").trim();
  return [{ kind: "words", key, slots, written, isAttribute }];
}

function slotsOf(text: string, isRead: boolean): readonly TemplatePiece[] {
  return text
    .split(MARK)
    .map((part, at) =>
      at % 2 === 0 ? { kind: "markup", text: part } : { kind: "slot", slot: Number(part), isRead },
    );
}
