import { repositoryFiles, textOf } from "../support/repository";

/** Promises that tests and scripts report figures for, as they stand in the call or in a finding of the bench. */
const reported = repositoryFiles()
  .filter(
    (path) =>
      /^(?:test|bench|scripts)\/.*\.(?:ts|mjs)$/.test(path) && !/figure\.ts$|proofPage\.test\.ts$/.test(path),
  )
  .flatMap((path) =>
    [...textOf(path).matchAll(/(?:reportFigure\(\s*|\bpromise: )"([^"]+)"/g)].map(([, promise]) => promise!),
  );
const promised = [...textOf("docs/proof.md").matchAll(/^\| ([^|]+?) \| [^|]+ \| [^|]*\|$/gm)]
  .map(([, promise]) => promise!)
  .filter((promise) => !/^promise$|^-+$/.test(promise));

test("each figure that is reported has a row in docs/proof.md, and each row a test that reports it", () => {
  expect(reported.length).toBeGreaterThan(5);
  expect([...new Set(reported)].sort()).toEqual([...promised].sort());
});
