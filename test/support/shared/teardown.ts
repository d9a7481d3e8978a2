/** Ends what the test files shared. */
export default async function teardown(): Promise<void> {
  await (globalThis as unknown as { endShared?: () => Promise<void> }).endShared?.();
}
