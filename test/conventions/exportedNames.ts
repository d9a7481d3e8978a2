import ts from "typescript";
import { textOf } from "../support/repository";

/** One exported thing of a source file. */
export interface ExportedName {
  readonly name: string;
  readonly documented: boolean;
}

/** Everything that a source file declares and exports; names passed on from other files are theirs. */
export function exportedNames(path: string, text: string = textOf(path)): ExportedName[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return file.statements.filter(isExported).flatMap((statement) => {
    const documented = ts
      .getJSDocCommentsAndTags(statement)
      .some((doc) => ts.isJSDoc(doc) && ts.getTextOfJSDocComment(doc.comment)?.trim());
    return namesOf(statement).map((name) => ({ name, documented }));
  });
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
  const { name } = statement as ts.Statement & { name?: ts.Identifier };
  return [name?.text ?? "default"];
}
