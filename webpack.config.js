/** webpack looks for this name; the configuration itself is an ES module beside the scripts that it uses. */
module.exports = async (env, argv) =>
  (await import("./scripts/addin/webpackConfiguration.mjs")).default(env, argv);
