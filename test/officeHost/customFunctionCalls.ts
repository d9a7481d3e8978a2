/** Calls of custom functions through the library's own runtime, as Excel makes them when it calculates a cell. */

import type { Running } from "./bootOffice";

/** Excel's error for each number the runtime answers with. */
const errors: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};

/** What a cell with the function would show. */
export type FunctionAnswer =
  | { readonly value: unknown }
  | { readonly error: string; readonly message: string };

/** How a call differs from a plain one. */
export interface CallOptions {
  /** Address of the calling cell. */
  readonly address?: string;
  /** Addresses of the arguments, for functions that ask for them. */
  readonly parameterAddresses?: readonly string[];
  /** Error values among the arguments arrive as CustomFunctions.Error objects. */
  readonly allowErrors?: boolean;
}

const category = 1;
const invocation = 1000;
let lastId = 0;

function answerOf(result: readonly unknown[]): FunctionAnswer {
  const [, succeeded, value, code] = result;
  const typed = value as { type?: string; errorCode?: string; primitive?: string } | null;
  if (succeeded === true)
    return typed?.type === "Error" ? { error: String(typed.primitive ?? "#VALUE!"), message: "" } : { value };
  return { error: errors[Number(code)] ?? "#VALUE!", message: typeof value === "string" ? value : "" };
}

/** Calls many functions in one message; an omitted optional argument is passed as null, a range as rows of values. */
export function callFunctions(
  running: Running,
  calls: readonly { readonly name: string; readonly args: readonly unknown[] }[],
  options: CallOptions = {},
): Promise<FunctionAnswer[]> {
  const flags = options.allowErrors === true ? 4 : 0;
  const waiting: Promise<FunctionAnswer>[] = [];
  const entries = calls.map((call) => {
    lastId += 1;
    const id = lastId;
    waiting.push(
      new Promise((resolve) => {
        running.host.functionResults.set(id, (result) => {
          running.host.functionResults.delete(id);
          resolve(answerOf(result));
        });
      }),
    );
    const message = [
      id,
      call.name,
      call.args,
      options.address ?? "Sheet1!A1",
      flags,
      options.parameterAddresses ?? null,
    ];
    return {
      messageCategory: category,
      messageType: invocation,
      targetId: "",
      message: JSON.stringify(message),
    };
  });
  running.bridge.send(entries);
  return Promise.all(waiting);
}

/** Calls one function. */
export async function callFunction(
  running: Running,
  name: string,
  args: readonly unknown[],
  options: CallOptions = {},
): Promise<FunctionAnswer> {
  const [answer] = await callFunctions(running, [{ name, args }], options);
  if (!answer) throw new Error(`No answer from ${name}`);
  return answer;
}
