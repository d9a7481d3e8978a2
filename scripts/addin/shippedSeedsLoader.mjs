import { join } from "node:path";
import { root, runTypeScript } from "./runTypeScript.mjs";

/** Webpack loader that puts the packed seeds in place of the two files that stand for them; a fault in seeds/ fails the build with file and row. */
export default function shippedSeedsLoader() {
  const done = this.async();
  this.addContextDependency(join(root, "seeds"));
  const part = this.resourcePath.endsWith("shippedFigures.ts") ? "figures" : "texts";
  runTypeScript("scripts/addin/shippedSeeds.ts")
    .then(({ shippedSeeds }) => done(null, shippedSeeds(root)[part]))
    .catch(done);
}
