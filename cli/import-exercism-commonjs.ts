// Older exercises are CommonJS modules, at least in part. What of that stands at the top of a file becomes imports and exports.
import type { Node } from 'acorn';

export type Edit = { start: number; end: number; text: string };

type Name = Node & { name?: string; value?: unknown };
type Property = Node & { key: Name; value: Name };
type Member = Node & { object?: Member; property?: Name; name?: string };
type Required = Node & { callee?: Name; arguments?: Name[] };
type Statement = Node & {
  expression?: Node & { operator?: string; left?: Member; right?: Node & { properties?: Property[] } };
  declarations?: { id: Node & { name?: string; properties?: Property[] }; init?: Required | null }[];
};
type Program = Node & { body: Statement[] };

/** @returns changes of the text; none for a file that has nothing of CommonJS at its top. */
export function commonJsEdits(tree: Node, source: string): Edit[] {
  const { body } = tree as Program;
  const hasExports = body.some(({ type }) => type.startsWith('Export'));
  return body.flatMap(
    (statement) => exportEdit(statement, source, hasExports) ?? importEdit(statement) ?? [],
  );
}

/** `module.exports = …` and `exports.name = …`; beside exports of the language the former says nothing new. */
function exportEdit(
  { start, end, expression }: Statement,
  source: string,
  hasExports: boolean,
): Edit | undefined {
  if (expression?.operator !== '=' || expression.left === undefined || expression.right === undefined)
    return undefined;
  const target = pathOf(expression.left);
  const { right } = expression;
  const value = source.slice(right.start, right.end);
  if (target === 'module.exports') {
    if (hasExports) return { start, end, text: '' };
    const names = right.type === 'ObjectExpression' ? shorthands(right.properties) : undefined;
    return { start, end, text: names === undefined ? `export default ${value};` : `export { ${names} };` };
  }
  const [, name] = /^(?:module\.)?exports\.([\w$]+)$/.exec(target) ?? [];
  if (name === undefined) return undefined;
  return { start, end, text: name === value ? `export { ${name} };` : `export const ${name} = ${value};` };
}

/** `a, b as c` for an object of plain names; `undefined` for any other. */
function shorthands(properties: Property[] = []): string | undefined {
  if (!properties.every(({ key, value }) => key?.name !== undefined && value.type === 'Identifier'))
    return undefined;
  return properties
    .map(({ key, value }) => (key.name === value.name ? key.name : `${value.name} as ${key.name}`))
    .join(', ');
}

/** `const { a, b: c } = require('./x')`, `const x = require('./x')`. */
function importEdit({ start, end, declarations }: Statement): Edit | undefined {
  const [declared] = declarations ?? [];
  if (declared === undefined || declarations?.length !== 1 || declared.init?.callee?.name !== 'require')
    return undefined;
  const specifier = declared.init.arguments?.[0]?.value;
  if (typeof specifier !== 'string') return undefined;
  const from = JSON.stringify(specifier);
  const { id } = declared;
  if (id.type === 'ObjectPattern') {
    const names = (id.properties ?? []).map(({ key, value }) =>
      key.name === value.name ? key.name : `${key.name} as ${value.name}`,
    );
    return { start, end, text: `import { ${names.join(', ')} } from ${from};` };
  }
  const whole = `whole_${id.name}`;
  return {
    start,
    end,
    text: `import * as ${whole} from ${from}; const ${id.name} = ${whole}.default ?? ${whole};`,
  };
}

function pathOf(node: Member): string {
  if (node.object === undefined) return node.name ?? '';
  return `${pathOf(node.object)}.${node.property?.name ?? ''}`;
}
