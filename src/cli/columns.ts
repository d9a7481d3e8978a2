/** Columns that a text takes on a terminal, where a Chinese character takes two. */
export function columnsOf(text: string): number {
  return text.length + (text.match(/[\u3000-\u9fff\uff00-\uff60]/g)?.length ?? 0);
}

/** A text with blanks behind it, or before it, so that it takes so many columns. */
export function padded(text: string, columns: number, side: "behind" | "before" = "behind"): string {
  const blanks = " ".repeat(Math.max(0, columns - columnsOf(text)));
  return side === "behind" ? text + blanks : blanks + text;
}
