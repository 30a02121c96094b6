// Names that a program uses and nothing declares: slips of the keyboard. Scopes are not told apart, so what is found is
// undefined for certain.
import type { AnyNode } from 'acorn';
import { full } from 'acorn-walk';
import { parseCode } from './code.ts';

/** What the world of a submission has beyond Node's. */
const own = ['work', 'arguments', 'undefined'];
const known = new Set([...Object.getOwnPropertyNames(globalThis), ...own]);

export function undefinedNames(source: string): { name: string; line: number }[] {
  const declared = new Set<string>();
  const used: { name: string; line: number }[] = [];
  full(parseCode(source).tree, (node, _, type) => {
    for (const name of declaredBy(node, type)) declared.add(name);
    if (node.type === 'Identifier' && type === 'Identifier')
      used.push({ name: node.name, line: node.loc?.start.line ?? 1 });
  });
  return used.filter(({ name }) => !declared.has(name) && !known.has(name));
}

/** @param type The role in which the node was met: a name in a pattern is a `VariablePattern`. */
function declaredBy(node: AnyNode, type: string): string[] {
  switch (node.type) {
    case 'Identifier':
      return type === 'VariablePattern' ? [node.name] : [];
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.id ? [node.id.name] : [];
    case 'ImportDeclaration':
      return node.specifiers.map(({ local }) => local.name);
    default:
      return [];
  }
}
