import ts from "typescript";

/** One entry of an object of drivers or lines: its name and what kind of thing it is, so that a neighbour of the same kind fits in its place. */
interface Entry {
  readonly name: string;
  readonly kind: string;
}

/** Objects of drivers and lines by the name under which a file knows them. */
export type DeclaredNames = ReadonlyMap<string, readonly Entry[]>;

/** Objects of drivers and lines that a file declares, exported or not. */
function declaredIn(source: ts.SourceFile): Map<string, readonly Entry[]> {
  const found = new Map<string, readonly Entry[]>();
  const types = new Map<string, readonly Entry[]>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isTypeAliasDeclaration(node) &&
      ts.isTypeReferenceNode(node.type) &&
      node.type.typeName.getText(source) === "Lines"
    ) {
      types.set(
        node.name.text,
        [...node.type.getText(source).matchAll(/"(\w+)"/g)].map(([, name]) => ({
          name: name!,
          kind: "line",
        })),
      );
    }
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
      const named = node.type && types.get(node.type.getText(source));
      const literal =
        node.initializer &&
        (ts.isAsExpression(node.initializer) ? node.initializer.expression : node.initializer);
      if (named) found.set(node.name.text, named);
      else if (literal && ts.isObjectLiteralExpression(literal)) {
        const entries = literal.properties.flatMap((property) => {
          if (!ts.isPropertyAssignment(property) || !ts.isCallExpression(property.initializer)) return [];
          const callee = property.initializer.expression.getText(source);
          return [
            {
              name: property.name.getText(source),
              kind:
                callee === "driver" || callee === "yearlyDriver"
                  ? callee
                  : callee.endsWith(".map")
                    ? "list"
                    : "line",
            },
          ];
        });
        if (entries.length > 1) found.set(node.name.text, entries);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** For each file, the objects it declares or imports, by the local name. */
export function declaredNames(
  sources: ReadonlyMap<string, ts.SourceFile>,
): ReadonlyMap<string, DeclaredNames> {
  const declared = new Map([...sources].map(([file, source]) => [file, declaredIn(source)]));
  const everywhere = new Map([...declared.values()].flatMap((names) => [...names]));
  return new Map(
    [...sources].map(([file, source]) => {
      const known = new Map(declared.get(file));
      for (const statement of source.statements) {
        if (
          !ts.isImportDeclaration(statement) ||
          !statement.importClause?.namedBindings ||
          !ts.isNamedImports(statement.importClause.namedBindings)
        )
          continue;
        for (const { name, propertyName } of statement.importClause.namedBindings.elements) {
          const entries = everywhere.get((propertyName ?? name).text);
          if (entries) known.set(name.text, entries);
        }
      }
      return [file, known];
    }),
  );
}
