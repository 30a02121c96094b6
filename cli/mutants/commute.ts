// Two neighbours that can change places without anybody noticing. Errs on the side of "no".
import type { AnyNode, NewExpression } from 'acorn';
import { nodesOf } from '../code.ts';
import { isFunction } from './change.ts';

type Effects = { reads: Set<string>; writes: Set<string> };

/** @param index Of the first of the two in the list. */
export function commute(list: AnyNode[], index: number): boolean {
  const [one, other] = list.slice(index, index + 2);
  if (one === undefined || other === undefined) return false;
  const [first, second] = [effectsOf(one), effectsOf(other)];
  if (first !== null && second !== null && keepsOff(first, second) && keepsOff(second, first)) return true;
  // All that could find out when a constant is made: what has been before, its neighbour, and functions that are there from the start.
  const others = list.filter((node, at) => at < index || node.type === 'FunctionDeclaration');
  return isUnseenBy(one, first, [...others, other]) || isUnseenBy(other, second, [...others, one]);
}

/** A declaration that only makes something new, of which those others know nothing. */
function isUnseenBy(node: AnyNode, effects: Effects | null, others: AnyNode[]): boolean {
  if (node.type !== 'VariableDeclaration' || effects === null || effects.reads.size > 0) return false;
  return others.every((other) =>
    nodesOf(other).every((one) => one.type !== 'Identifier' || !effects.writes.has(one.name)),
  );
}

function keepsOff({ writes }: Effects, other: Effects): boolean {
  return [...writes].every((name) => !other.reads.has(name) && !other.writes.has(name));
}

/** Null for a statement that may do more than read and write a few variables. */
function effectsOf(node: AnyNode): Effects | null {
  const effects: Effects = { reads: new Set(), writes: new Set() };
  if (node.type === 'ExpressionStatement') return addAssignment(node.expression, effects) ? effects : null;
  if (node.type !== 'VariableDeclaration' || /using/.test(node.kind)) return null;
  for (const { id, init } of node.declarations) {
    if (id.type !== 'Identifier' || (init && !isQuiet(init, effects))) return null;
    effects.writes.add(id.name);
  }
  return effects;
}

function addAssignment(node: AnyNode, { reads, writes }: Effects): boolean {
  if (node.type === 'UpdateExpression' && node.argument.type === 'Identifier') {
    writes.add(node.argument.name);
    return true;
  }
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'Identifier') return false;
  writes.add(node.left.name);
  if (node.operator !== '=') reads.add(node.left.name);
  return isQuiet(node.right, { reads, writes });
}

const containers = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'AbortController']);

/** Whether it only reads variables and makes something new. Functions are not run by being written down. */
function isQuiet(node: AnyNode, effects: Effects): boolean {
  const areQuiet = (parts: AnyNode[]): boolean => parts.every((part) => isQuiet(part, effects));
  if (node.type === 'Literal' || isFunction(node)) return true;
  switch (node.type) {
    case 'Identifier':
      effects.reads.add(node.name);
      return true;
    case 'UnaryExpression':
      return node.operator !== 'delete' && isQuiet(node.argument, effects);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return areQuiet([node.left, node.right]);
    case 'ConditionalExpression':
      return areQuiet([node.test, node.consequent, node.alternate]);
    case 'ArrayExpression':
      return areQuiet(node.elements.filter((element) => element !== null));
    case 'ObjectExpression':
      return node.properties.every(
        (property) => property.type === 'Property' && !property.computed && isQuiet(property.value, effects),
      );
    case 'NewExpression':
      return isNewContainer(node);
    default:
      return false;
  }
}

function isNewContainer({ callee, arguments: given }: NewExpression): boolean {
  return callee.type === 'Identifier' && containers.has(callee.name) && given.length === 0;
}
