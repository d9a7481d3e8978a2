/** Milliseconds after which a condition counts as one that never comes: far above what a machine four times as busy needs. */
const PATIENCE = 120_000;

/** Waits until something holds, however busy the machine is; fails with the words given when it never does. A condition that throws does not hold yet. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string | (() => string),
  patience = PATIENCE,
): Promise<void> {
  let cause: unknown;
  for (const end = Date.now() + patience; ;) {
    try {
      if (await holds()) return;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > end)
      throw new Error(
        `Not within ${String(patience / 1000)} s: ${typeof what === "string" ? what : what()}`,
        { cause },
      );
    // A time because a condition is asked again and again; nothing depends on how long it is.
    await new Promise((again) => setTimeout(again, 10));
  }
}
