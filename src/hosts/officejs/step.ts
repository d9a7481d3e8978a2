/** A write as a list of small steps that can be packed into batches and run again. */

/** One step: it may be repeated without harm. `bytes` is an upper estimate of what it adds to the request. */
export interface Step {
  readonly what: string;
  readonly bytes: number;
  /** Cells whose contents the step writes. */
  readonly cells: number;
  /** Sheet or name that must be there, for steps that undo. */
  readonly needs?: { readonly sheet?: string; readonly name?: string };
  run(context: Excel.RequestContext): void;
}

/** Bytes of one object path with its instantiation, and of one property or method call besides its own text. */
const pathBytes = 190;
const callBytes = 130;

/** Estimated size of a step: object paths, calls, and the text they carry. */
export function estimate(paths: number, calls: number, text: number): number {
  return paths * pathBytes + calls * callBytes + text;
}

/** Bytes of a text inside a JSON request. */
export function textBytes(text: string): number {
  let bytes = 2;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    bytes += code > 0x7ff ? 3 : code > 0x7f || code === 34 || code === 92 || code < 32 ? 2 : 1;
  }
  return bytes;
}

/** Steps in order, cut where a batch would grow beyond a size. */
export function packSteps(steps: readonly Step[], limit: number): Step[][] {
  const batches: Step[][] = [];
  let size = Infinity;
  for (const step of steps) {
    if (size + step.bytes > limit) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(step);
    size += step.bytes;
  }
  return batches;
}
