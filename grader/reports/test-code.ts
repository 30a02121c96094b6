// The source of one test, cut out of the author's two files: what the scenario does, then what the expectation asks.
// Lezer reads TypeScript as it stands, so the types stay in the text.
import { parser } from '@lezer/javascript';
import type { ExerciseBundle } from '../worker/grader.ts';

type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

/** A node with the text that its offsets count in. */
type Part = { node: SyntaxNode; source: string };

const typescript = parser.configure({ dialect: 'ts' });

/**
 * @returns a function from a test's name to its source; `undefined` where a part of it cannot be told by reading alone
 * (a computed name, a spread, a function that is defined elsewhere).
 */
export function testCodeOf({
  scenarios,
  expectations,
}: Pick<ExerciseBundle, 'scenarios' | 'expectations'>): (test: string) => string | undefined {
  const scenarioObject = exportedObject(scenarios);
  const expectationObject = exportedObject(expectations);
  return (test) => {
    const scenario = propertyOf(scenarioObject, test);
    const run = bodyOf(propertyOf(scenario && objectIn(scenario), 'run') ?? scenario);
    const expectation = bodyOf(propertyOf(expectationObject, test));
    if (run === undefined || expectation === undefined) return undefined;
    return `// scenario\n${run}\n\n// expectation\n${expectation}`;
  };
}

/** The object literal that a file exports by default. */
function exportedObject(source: string): Part | undefined {
  const { topNode } = typescript.parse(source);
  const node = topNode.getChildren('ExportDeclaration').find((one) => one.getChild('default') !== null);
  if (node === undefined) return undefined;
  return objectIn({ node, source }) ?? declaredObject(topNode, { node, source });
}

/** `{ … }`, also in brackets or before `as` and `satisfies`. */
function objectIn({ node, source }: Part): Part | undefined {
  const object = node.getChild('ObjectExpression');
  if (object !== null) return { node: object, source };
  const inner = node.getChild('BinaryExpression') ?? node.getChild('ParenthesizedExpression');
  return inner === null ? undefined : objectIn({ node: inner, source });
}

/** `const scenarios = { … }` for `export default scenarios`. */
function declaredObject(top: SyntaxNode, { node, source }: Part): Part | undefined {
  const exported = (node.getChild('BinaryExpression') ?? node).getChild('VariableName');
  if (exported === null) return undefined;
  const name = textOf({ node: exported, source });
  const declarations = top.getChildren('VariableDeclaration');
  const declaration = declarations.find((one) => {
    const [only, ...others] = one.getChildren('VariableDefinition');
    return only !== undefined && others.length === 0 && textOf({ node: only, source }) === name;
  });
  return declaration === undefined ? undefined : objectIn({ node: declaration, source });
}

function propertyOf(object: Part | undefined, name: string): Part | undefined {
  if (object === undefined) return undefined;
  const { source } = object;
  // Of two properties of one name, the later counts.
  const node = object.node.getChildren('Property').findLast((one) => keyOf({ node: one, source }) === name);
  return node === undefined ? undefined : { node, source };
}

function keyOf({ node, source }: Part): string | undefined {
  if (node.getChild('[') !== null) return undefined;
  const name = node.getChild('PropertyDefinition');
  if (name !== null) return textOf({ node: name, source });
  const quoted = node.getChild('String');
  return quoted === null ? undefined : unquote(textOf({ node: quoted, source }));
}

/** What stands between the braces of a method or function; an arrow function's expression. */
function bodyOf(property: Part | undefined): string | undefined {
  if (property === undefined) return undefined;
  const { source } = property;
  const arrow = property.node.getChild('ArrowFunction');
  const block = (arrow ?? property.node.getChild('FunctionExpression') ?? property.node).getChild('Block');
  if (block !== null) return dedent(source.slice(block.from + 1, block.to - 1));
  return arrow?.lastChild ? dedent(textOf({ node: arrow.lastChild, source })) : undefined;
}

function textOf({ node, source }: Part): string {
  return source.slice(node.from, node.to);
}

/** Takes away the indentation of the first line, and empty lines around the text. */
function dedent(text: string): string {
  const body = text.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
  const [indent = ''] = /^[ \t]*/.exec(body) ?? [];
  return body
    .split(/\r?\n/)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()))
    .join('\n');
}

const escapes = new Map(
  Object.entries({ n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', '0': '\0', '\n': '' }),
);

function unquote(literal: string): string {
  return literal
    .slice(1, -1)
    .replaceAll(
      /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|([\s\S]))/gi,
      (_, point?: string, unit?: string, byte?: string, other?: string) => {
        const code = point ?? unit ?? byte;
        if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
        return escapes.get(other ?? '') ?? other ?? '';
      },
    );
}
