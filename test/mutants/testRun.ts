type Body = (...args: readonly unknown[]) => unknown;

/** A test that was registered by a test file. */
interface Registered {
  readonly name: string;
  readonly body: Body;
}

/** The tests of one file. */
export interface TestRun {
  /** What the file calls to register a test, or a table of them. */
  readonly test: unknown;
  /** Runs the tests in their order and gives the first that fails, with its message, or null. Tests in `skipped` are not run. */
  firstFailure(skipped: ReadonlySet<string>): Promise<string | null>;
}

/** Collects and runs the tests of one file in this process. */
export function testRun(): TestRun {
  const tests: Registered[] = [];
  const test = Object.assign((name: string, body: Body): void => void tests.push({ name, body }), {
    each:
      (rows: readonly unknown[]) =>
      (name: string, body: Body): void =>
        rows.forEach((row) =>
          tests.push({ name, body: () => (Array.isArray(row) ? body(...(row as unknown[])) : body(row)) }),
        ),
  });
  return {
    test,
    async firstFailure(skipped) {
      for (const { name, body } of tests) {
        if (skipped.has(name)) continue;
        try {
          await body();
        } catch (error) {
          return `${name}: ${messageOf(error)}`;
        }
      }
      return null;
    },
  };
}

/** First line of what was thrown. */
export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
}
