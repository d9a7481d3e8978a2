import ts from "typescript";
import { root, sourceFiles, textOf } from "../support/repository";

const core = /^src\/(seeds|formula|model|analysis|workbook|release)\//;

/** The compiler settings of the core, which `npm run typecheck` applies. */
function settings(): ts.ParsedCommandLine {
  const { config, error } = ts.parseConfigFileTextToJson("tsconfig.json", textOf("src/tsconfig.json"));
  expect(error).toBeUndefined();
  return ts.parseJsonConfigFileContent(config, ts.sys, `${root}/src`);
}

test("the core is compiled strictly, without Office, browser or Node types", () => {
  const { options, fileNames, errors } = settings();
  expect(errors).toEqual([]);
  expect(options).toMatchObject({
    strict: true,
    types: [],
    lib: ["lib.es2022.d.ts"],
    noUncheckedIndexedAccess: true,
  });
  const compiled = new Set(fileNames.map((path) => path.slice(root.length + 1)));
  expect(sourceFiles().filter((path) => core.test(path) && !compiled.has(path))).toEqual([]);
});

test("a browser global in the core would not compile", () => {
  const path = `${root}/src/workbook/plantedGlobal.ts`;
  const { options } = settings();
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === path
      ? ts.createSourceFile(
          name,
          "export const title = document.title + process.pid;",
          ts.ScriptTarget.ES2022,
        )
      : getSourceFile(name, ...rest);
  const found = ts.getPreEmitDiagnostics(ts.createProgram([path], options, host));
  expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([
    expect.stringContaining("Cannot find name 'document'"),
    expect.stringContaining("Cannot find name 'process'"),
  ]);
});
