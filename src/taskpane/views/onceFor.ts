import type { Model } from "../../model";

/** Remembers the last answer, so that a question is calculated again only when one of its parts, or a figure that the model knows, changes. */
export function onceFor<Rest extends readonly unknown[], Answer>(
  calculate: (model: Model, ...rest: Rest) => Answer,
): (model: Model, ...rest: Rest) => Answer {
  let known: { readonly parts: readonly unknown[]; readonly answer: Answer } | null = null;
  return (model, ...rest) => {
    // The pane's model stays the same object when figures are typed; what it knows does not.
    const parts = [model.data, ...rest];
    if (known === null || known.parts.some((part, index) => part !== parts[index]))
      known = { parts, answer: calculate(model, ...rest) };
    return known.answer;
  };
}
