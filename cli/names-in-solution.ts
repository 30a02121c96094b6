// What a student's file has to export, and with which parameters.
import type { AnyNode, Class, Pattern, Program } from 'acorn';
import type { Code } from './code.ts';
import { isFunction } from './mutants/change.ts';

/** One thing that the instructions should name. */
export type Needed = { name: string; line: number; is: string };

type Exported = { name: string; node: AnyNode };

/**
 * Functions and classes with their parameters. Parameters are those of the starter where it has the function: a student
 * sees those, and not the reference's.
 *
 * @param options.used Text of the scenarios: of a class, the methods that it calls.
 */
export function exportsOf(code: Code, options: { starter: Code | null; used: string }): Needed[] {
  const seen = new Map(
    options.starter === null ? [] : listExports(options.starter.tree).map((one) => [one.name, one]),
  );
  return listExports(code.tree).flatMap(({ name, node }) => {
    const own: Needed = { name, line: lineOf(node), is: 'an export of the solution' };
    const parameters = parametersOf(seen.get(name)?.node ?? node, options.used);
    const of = parameters.map((parameter) => ({
      name: parameter,
      line: lineOf(node),
      is: `a parameter of \`${name}\``,
    }));
    const methods = methodsOf(node, options.used).map(({ name: method, line }) => ({
      name: method,
      line,
      is: `a method of \`${name}\``,
    }));
    return [...(name === 'default' ? [] : [own]), ...methods, ...of];
  });
}

function listExports(tree: Program): Exported[] {
  const found: Exported[] = [];
  for (const statement of tree.body) {
    if (statement.type === 'ExportDefaultDeclaration')
      found.push({ name: 'default', node: statement.declaration });
    if (statement.type !== 'ExportNamedDeclaration') continue;
    if (statement.declaration) found.push(...declaredIn(statement.declaration));
    for (const { local, exported } of statement.specifiers) {
      const node = tree.body
        .flatMap(declaredIn)
        .find(({ name }) => local.type === 'Identifier' && name === local.name);
      if (node !== undefined && exported.type === 'Identifier') found.push({ ...node, name: exported.name });
    }
  }
  return found.filter(({ node }) => isFunction(node) || isClass(node));
}

function declaredIn(node: AnyNode): Exported[] {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return node.id ? [{ name: node.id.name, node }] : [];
    case 'VariableDeclaration':
      return node.declarations.flatMap(({ id, init }) =>
        id.type === 'Identifier' && init ? [{ name: id.name, node: init }] : [],
      );
    default:
      return [];
  }
}

function isClass(node: AnyNode): node is Class & AnyNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

function lineOf({ loc }: AnyNode): number {
  return loc?.start.line ?? 1;
}

function parametersOf(node: AnyNode, used: string): string[] {
  if (isClass(node))
    return membersOf(node)
      .filter(({ name }) => name === 'constructor' || isCalled(name, used))
      .flatMap(({ parameters }) => parameters.flatMap(namesIn));
  return 'params' in node ? node.params.flatMap(namesIn) : [];
}

function methodsOf(node: AnyNode, used: string): { name: string; line: number }[] {
  if (!isClass(node)) return [];
  return membersOf(node).filter(({ name }) => name !== 'constructor' && isCalled(name, used));
}

function isCalled(method: string, used: string): boolean {
  return used.includes(`.${method}(`);
}

function membersOf(node: Class): { name: string; line: number; parameters: Pattern[] }[] {
  return node.body.body.flatMap((member) => {
    if (member.type !== 'MethodDefinition' || member.key.type !== 'Identifier') return [];
    return [{ name: member.key.name, line: lineOf(member), parameters: member.value.params }];
  });
}

/** `{ name, age = 1 }` gives both. What begins with `_` is not used. */
function namesIn(pattern: Pattern | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return pattern.name.startsWith('_') ? [] : [pattern.name];
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'RestElement':
      return namesIn(pattern.argument);
    case 'ArrayPattern':
      return pattern.elements.flatMap(namesIn);
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) => {
        if (property.type === 'RestElement') return [];
        return property.key.type === 'Identifier' ? [property.key.name] : [];
      });
    default:
      return [];
  }
}
