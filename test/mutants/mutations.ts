import ts from "typescript";
import { declaredNames, type DeclaredNames } from "./declaredNames";
import type { Mutant } from "./mutant";
import { callChanges } from "./callChanges";
import { codeChanges } from "./codeChanges";

/** A change at a node: what is replaced (the node unless told), by what, and its kind. */
export interface Change {
  readonly at: { getStart(source: ts.SourceFile): number; getEnd(): number };
  readonly replacement: string;
  readonly operator: string;
}

/** What the operators know of the file they look at. */
export interface Context {
  readonly source: ts.SourceFile;
  readonly names: DeclaredNames;
  /** Ids of drivers, lines and figures in the file by the callee they are passed to, in order. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

/** Texts for people: changing them changes no figure. */
const TEXTS = new Set(["label", "meaning", "title", "emphasis"]);

/** Nodes in which nothing is changed: types, imports, what is thrown (the throw itself is), texts. */
function isLeftAlone(node: ts.Node): boolean {
  if (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node)
  )
    return true;
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && TEXTS.has(node.name.text)) return true;
  return ts.isNewExpression(node) && /Error$/.test(node.expression.getText());
}

/** Every mutant of the given source texts, by path, in the order of the text. */
export function mutantsOf(texts: ReadonlyMap<string, string>): readonly Mutant[] {
  const sources = new Map(
    [...texts].map(([file, text]) => [file, ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)]),
  );
  const names = declaredNames(sources);
  return [...sources].flatMap(([file, source]) => {
    const context: Context = { source, names: names.get(file)!, ids: idsIn(source) };
    const mutants: Mutant[] = [];
    const visit = (node: ts.Node): void => {
      if (isLeftAlone(node)) return;
      for (const change of [...callChanges(node, context), ...codeChanges(node, context)])
        mutants.push(mutantAt(file, source, change));
      ts.forEachChild(node, visit);
    };
    visit(source);
    return mutants.sort((a, b) => a.start - b.start);
  });
}

function mutantAt(file: string, source: ts.SourceFile, { at, replacement, operator }: Change): Mutant {
  const [start, end] = [at.getStart(source), at.getEnd()];
  const short = (text: string): string => text.replace(/\s+/g, " ");
  return {
    file,
    line: source.getLineAndCharacterOfPosition(start).line + 1,
    start,
    end,
    original: short(source.text.slice(start, end)),
    replacement,
    operator,
  };
}

/** First arguments that are texts, by callee, and values of `fact`. */
function idsIn(source: ts.SourceFile): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  const add = (kind: string, id: string): void => void ids.set(kind, [...(ids.get(kind) ?? []), id]);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.arguments[0] && ts.isStringLiteral(node.arguments[0]))
      add(node.expression.getText(source), node.arguments[0].text);
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText(source) === "fact" &&
      ts.isStringLiteral(node.initializer)
    )
      add("fact", node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return ids;
}
