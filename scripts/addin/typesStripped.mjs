import { transform } from "@swc/core";

/** Webpack loader that strips the types of a TypeScript file, which `npm run typecheck` checks; imports stay for webpack to follow. */
export default function typesStripped(source) {
  const done = this.async();
  transform(source, {
    filename: this.resourcePath,
    configFile: false,
    swcrc: false,
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript" },
      transform: { verbatimModuleSyntax: true },
    },
  })
    .then(({ code }) => done(null, code))
    .catch(done);
}
