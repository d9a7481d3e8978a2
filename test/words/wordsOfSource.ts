import ts from "typescript";
import { templatePieces } from "../../src/taskpane/views/templatePieces";

/** An English text of a source file that people may read, as a key of a catalogue: with slots `{0}` … where values stand. */
export interface SourceText {
  readonly text: string;
  /** A run of a template's words, a sentence said, a text by itself, or one that is put together. */
  readonly kind: "run" | "sentence" | "text" | "composed";
  /** Whether it stands as a value where a template shows it. */
  readonly isShown: boolean;
  /** Whether it is compared, imported, a type or the name of something: no words for people. */
  readonly isCode: boolean;
  readonly line: number;
}

/** Every text of a source file, in the order of the file. */
export function wordsOfSource(path: string, source: string): readonly SourceText[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found: SourceText[] = [];
  const note = (node: ts.Node, text: string, kind: SourceText["kind"], isShown = false): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    found.push({ text, kind, isShown, isCode: isCode(node), line });
  };
  const visit = (node: ts.Node, isShown: boolean): void => {
    if (ts.isTaggedTemplateExpression(node)) return visitTagged(node);
    if (ts.isCallExpression(node) && node.expression.getText(file) === "wordIn") {
      const [text, sense] = node.arguments;
      if (text !== undefined && sense !== undefined && ts.isStringLiteral(text) && ts.isStringLiteral(sense))
        return note(node, `${text.text} [${sense.text}]`, "sentence");
    }
    if (ts.isStringLiteralLike(node)) return note(node, node.text, "text", isShown);
    if (ts.isTemplateExpression(node)) {
      note(node, keyOf(textsOf(node)), "composed", isShown);
      for (const { expression } of node.templateSpans) visit(expression, isShown);
      return;
    }
    if (ts.isConditionalExpression(node)) {
      visit(node.condition, false);
      visit(node.whenTrue, isShown);
      visit(node.whenFalse, isShown);
      return;
    }
    const through = ts.isParenthesizedExpression(node) || isOr(node);
    ts.forEachChild(node, (child) => visit(child, isShown && through));
  };
  const visitTagged = ({ tag, template }: ts.TaggedTemplateExpression): void => {
    const texts = textsOf(template);
    const values = ts.isTemplateExpression(template) ? template.templateSpans : [];
    const name = tag.getText(file);
    if (name === "say") {
      note(template, keyOf(texts), "sentence");
      for (const { expression } of values) visit(expression, true);
      return;
    }
    const read = new Set<number>();
    if (name === "html" || name === "svg")
      for (const piece of templatePieces(texts)) {
        if (piece.kind === "words") note(template, piece.key, "run");
        if (piece.kind === "words") for (const slot of piece.slots) read.add(slot);
        else if (piece.kind === "slot" && piece.isRead) read.add(piece.slot);
      }
    values.forEach(({ expression }, slot) => visit(expression, read.has(slot)));
  };
  visit(file, false);
  return found;
}

/** Static texts of a template, as its tag is given them. */
function textsOf(template: ts.TemplateLiteral): readonly string[] {
  return ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
}

function keyOf(texts: readonly string[]): string {
  return texts.reduce((sum, text, at) => (at === 0 ? text : `${sum}{${at - 1}}${text}`), "");
}

function isOr(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node) &&
    [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken].includes(node.operatorToken.kind)
  );
}

const COMPARISONS = [
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.InKeyword,
];

function isCode(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) return COMPARISONS.includes(parent.operatorToken.kind);
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    ts.isCaseClause(parent) ||
    ts.isElementAccessExpression(parent) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isCallExpression(parent) &&
      ts.isIdentifier(parent.expression) &&
      parent.expression.text === "import") ||
    (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword)
  );
}
