// Reads the project as its compiler does: which files there are, what each imports, which outside names it uses.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, posix } from 'node:path';
import ts from 'typescript';

export const ROOT = join(import.meta.dirname, '../..');

export interface Source {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** As written, for example `../case/index.ts` or `@unknot/engine/triage`. */
  readonly from: string;
  /** Only shapes are imported: nothing of it is left when the program runs. */
  readonly typesOnly: boolean;
}

/** A test, or what tests share (`people.test-support.ts`). */
export const isTest = (path: string): boolean =>
  /\.(test|e2e|test-support)\.tsx?$/.test(path) || path.startsWith('tests/');

/** Every TypeScript file under the folders; what a build wrote is not ours. */
export function sourcesUnder(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => posix.join(entry.parentPath.slice(ROOT.length + 1).replaceAll('\\', '/'), entry.name))
      .filter((path) => !/(^|\/)(node_modules|dist)\//.test(path))
      .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })),
  );
}

/** All imports of a file: `import`, `export … from`, `import()`, `import('…').Type`. */
export function importsOf({ path, text }: Source): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsTypesOnly(node.importClause));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  const add = (name: ts.Node | undefined, typesOnly: boolean): void => {
    found.push({ from: name && ts.isStringLiteralLike(name) ? name.text : '(computed)', typesOnly });
  };
  visit(parse(path, text));
  return found;
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return !clause.name && !!names && ts.isNamedImports(names) && names.elements.every((element) => element.isTypeOnly);
}

/** Path of the file that a relative import means, from the root. */
export const target = (from: string, path: string): string => posix.join(dirname(path), from);

/**
 * Where a file reaches for the world outside its arguments: the clock, chance, the network, the page, the process.
 * Names that the file itself declares (a parameter called `process`) are its own.
 */
export function ambientUses({ path, text }: Source, ambient: ReadonlySet<string>): string[] {
  const file = parse(path, text);
  const declared = new Set<string>();
  const collect = (node: ts.Node): void => {
    const named = node as ts.NamedDeclaration;
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (isDeclaration && named.name && ts.isIdentifier(named.name)) declared.add(named.name.text);
    ts.forEachChild(node, collect);
  };
  collect(file);

  const uses: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isIdentifier(node) && ambient.has(node.text) && !declared.has(node.text) && !isOnlyAName(node)) {
      uses.push(node.text);
    }
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      const both = `${node.expression.text}.${node.name.text}`;
      if (both === 'Date.now' || both === 'Math.random') uses.push(both);
    }
    const makesDate =
      (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(file) === 'Date';
    if (makesDate && (ts.isCallExpression(node) || !node.arguments?.length)) uses.push('new Date()');
    ts.forEachChild(node, visit);
  };
  visit(file);
  return uses;
}

/** `drawing.location`, `{ location: 1 }`, `location?: string`: a name of something, not the thing outside. */
function isOnlyAName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isShorthandPropertyAssignment(parent)) return false;
  const named = parent as ts.NamedDeclaration;
  return named.name === node || (ts.isBindingElement(parent) && parent.propertyName === node);
}

const parsed = new Map<string, ts.SourceFile>();

function parse(path: string, text: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known?.text === text) return known;
  const kind = extname(path) === '.tsx' ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, kind);
  parsed.set(path, file);
  return file;
}
