/** Remembers the last answer, so that a question is calculated again only when one of its parts changes. */
export function onceFor<Parts extends readonly unknown[], Answer>(
  calculate: (...parts: Parts) => Answer,
): (...parts: Parts) => Answer {
  let known: { readonly parts: Parts; readonly answer: Answer } | null = null;
  return (...parts) => {
    if (known === null || known.parts.some((part, index) => part !== parts[index]))
      known = { parts, answer: calculate(...parts) };
    return known.answer;
  };
}
