import { attempt } from "../../src/hosts/attempt";
import { HostProblem, type Message } from "../../src/hosts/port";

async function told(work: () => Promise<void>, wayOut?: string): Promise<readonly Message[]> {
  const said: Message[] = [];
  await attempt(work, (message) => said.push(message), wayOut);
  return said;
}

test("work that succeeds says nothing", async () => {
  expect(await told(() => Promise.resolve())).toEqual([]);
});

test("a host speaks for itself", async () => {
  const problem = new HostProblem("busy", "A cell is being edited.", "Press Enter in the sheet.");
  expect(await told(() => Promise.reject(problem), "Wait.")).toEqual([
    { kind: "error", title: "A cell is being edited.", wayOut: "Press Enter in the sheet." },
  ]);
});

test.each([
  ["another error", new TypeError("It is not there."), "It is not there."],
  ["an error without words", new Error(), "Something unexpected happened."],
  ["what is no error", "text", "Something unexpected happened."],
])("%s gets the way out that was given, or one of its own", async (_, thrown, title) => {
  const work = (): Promise<void> => Promise.reject(thrown as Error);
  expect(await told(work, "Press the button again.")).toEqual([
    { kind: "error", title, wayOut: "Press the button again." },
  ]);
  expect((await told(work))[0]!.wayOut).toMatch(/^Try again; /);
});

test("an error before the first promise is told too", async () => {
  expect(
    await told(() => {
      throw new RangeError("At once.");
    }, ""),
  ).toEqual([{ kind: "error", title: "At once.", wayOut: "" }]);
});
