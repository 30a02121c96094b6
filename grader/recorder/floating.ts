// Why nobody waits for a call, read off the syntax: its promise is thrown away where it is made, where its function is
// called, or by `forEach`. Asked only for calls that were still in flight when the result was there.
import type { Node } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import type { NotAwaited, SourcePosition } from '../recording/types.ts';

type Part = Node & { [part: string]: unknown };
type Found = { why: NotAwaited['why']; node: Part };

/** Functions around a call that are looked at, from the inside out. */
const DEPTH_LIMIT = 10;

/** @returns what threw the promise of the call at a position away; `undefined` where the syntax does not tell. */
export function makeFloatingLookup(
  file: string,
  tree: Node,
  positionOf: (call: Node) => { line: number; column: number },
): (at: SourcePosition) => NotAwaited | undefined {
  let index: { calls: Part[]; parents: Map<Node, Part>; names: Map<string, Part[]> } | undefined;

  function buildIndex(): NonNullable<typeof index> {
    const calls: Part[] = [];
    const parents = new Map<Node, Part>();
    const names = new Map<string, Part[]>();
    fullAncestor(tree, (node, _, ancestors) => {
      const parent = ancestors.at(-2);
      if (parent !== undefined) parents.set(node, parent as Part);
      if (node.type === 'CallExpression') calls.push(node as Node as Part);
      if (node.type === 'Identifier') {
        const { name } = node as Node & { name: string };
        names.set(name, [...(names.get(name) ?? []), node as Node as Part]);
      }
    });
    return { calls, parents, names };
  }

  function isAt(call: Part, at: SourcePosition): boolean {
    const { line, column } = positionOf(call);
    return line === at.line && column === at.column;
  }

  return (at) => {
    index ??= buildIndex();
    const known = index;
    const call = known.calls.find((candidate) => isAt(candidate, at));
    const found = call === undefined ? undefined : whoDrops(call, known.parents, known.names, 0);
    if (found === undefined) return undefined;
    const { line, column } =
      found.node.type === 'CallExpression' ? positionOf(found.node) : startOf(found.node);
    return { why: found.why, at: { file, line, column } };
  };
}

function startOf(node: Node): { line: number; column: number } {
  return { line: node.loc?.start.line ?? 1, column: (node.loc?.start.column ?? 0) + 1 };
}

type Parents = Map<Node, Part>;
type Names = Map<string, Part[]>;

/** Follows a value outwards until something throws it away, or something may use it. */
function whoDrops(value: Part, parents: Parents, names: Names, depth: number): Found | undefined {
  let node = value;
  let call = value;
  for (;;) {
    const parent = parents.get(node);
    if (parent === undefined) return undefined;
    switch (parent.type) {
      case 'ExpressionStatement':
        return { why: 'dropped', node: call };
      case 'MemberExpression':
        if (parent['object'] !== node) return undefined;
        break;
      case 'CallExpression':
        // `save(x).then(…)`: the chain is the value now.
        if (parent['callee'] !== node) return undefined;
        call = parent;
        break;
      case 'ParenthesizedExpression':
      case 'ChainExpression':
      case 'LogicalExpression':
      case 'ConditionalExpression':
        break;
      case 'UnaryExpression':
        if (parent['operator'] !== 'void') return undefined;
        break;
      case 'SequenceExpression':
        if ((parent['expressions'] as Node[]).at(-1) !== node) return { why: 'dropped', node: call };
        break;
      case 'VariableDeclarator':
        return isNeverRead(parent, names) ? { why: 'unused', node: call } : undefined;
      case 'AwaitExpression':
      case 'ReturnStatement':
      case 'ArrowFunctionExpression':
        return depth > DEPTH_LIMIT ? undefined : dropsFunction(parent, parents, names, depth + 1);
      default:
        return undefined;
    }
    node = parent;
  }
}

function isNeverRead(declarator: Part, names: Names): boolean {
  const { type, name } = declarator['id'] as Node & { name?: string };
  return type === 'Identifier' && name !== undefined && names.get(name)?.length === 1;
}

/** The function around `inside` gives or awaits the value: who throws away what that function returns? */
function dropsFunction(inside: Part, parents: Parents, names: Names, depth: number): Found | undefined {
  const made = functionAround(inside, parents);
  const parent = made === undefined ? undefined : parents.get(made);
  if (made === undefined || parent === undefined) return undefined;
  if (parent.type === 'CallExpression' && parent['callee'] === made)
    return whoDrops(parent, parents, names, depth);
  if (parent.type === 'CallExpression') return dropsCallback(parent, parents, names, depth);
  const name = nameOf(made, parent);
  if (name === undefined) return undefined;
  for (const use of names.get(name) ?? []) {
    const found = dropsUse(use, parents, names, depth);
    if (found !== undefined) return found;
  }
  return undefined;
}

function functionAround(inside: Part, parents: Parents): Part | undefined {
  let node: Part | undefined = inside;
  while (node !== undefined && !/Function/.test(node.type)) node = parents.get(node);
  return node;
}

function nameOf(made: Part, parent: Part): string | undefined {
  const id =
    made.type === 'FunctionDeclaration' ? made['id'] : parent.type === 'VariableDeclarator' && parent['id'];
  return id === null || typeof id !== 'object' || !('name' in id) ? undefined : String(id.name);
}

/** A function that is called by its name, or handed over by it. */
function dropsUse(use: Part, parents: Parents, names: Names, depth: number): Found | undefined {
  const call = parents.get(use);
  if (call?.type !== 'CallExpression') return undefined;
  return call['callee'] === use
    ? whoDrops(call, parents, names, depth)
    : dropsCallback(call, parents, names, depth);
}

/** What becomes of the promises that a callback gives: `forEach` throws them away, `map` collects them. */
function dropsCallback(call: Part, parents: Parents, names: Names, depth: number): Found | undefined {
  const { property } = call['callee'] as { property?: { name?: string } };
  if (property?.name === 'forEach') return { why: 'for-each', node: call };
  const isCollected = property?.name === 'map' || property?.name === 'then' || property?.name === 'catch';
  return isCollected ? whoDrops(call, parents, names, depth) : undefined;
}
