import type { Proof } from "./proof";

/** What a tool answers: words, the same as data, and what it rests on. */
export interface Answer {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly proof: Proof;
}
