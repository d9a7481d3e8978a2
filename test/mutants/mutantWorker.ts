import { parentPort, workerData } from "node:worker_threads";
import { createJudge } from "./judge";
import type { Mutant } from "./mutant";

/** Answers each mutant that scripts/mutants.mjs sends with the test that kills it, or null; no mutant asks for the tests of the sources as they are. */
const judge = createJudge((workerData as { readonly root: string }).root);

parentPort!.on("message", (mutant: Mutant | null) => {
  void judge(mutant).then((killedBy) => parentPort!.postMessage(killedBy));
});
