// Changes to numbers, comparisons and conditions.
import type { AnyNode, BinaryExpression, Expression, LogicalExpression } from 'acorn';
import { excerpt, replace, type Change, type Place } from './change.ts';

export function changeNumber(node: AnyNode, place: Place): Change[] {
  if (node.type !== 'Literal' || typeof node.value !== 'number') return [];
  const { value } = node;
  if (!Number.isSafeInteger(value)) return [];
  return [value + 1, value - 1].map((other) => ({
    what: `${excerpt(place, node)} → \`${other}\``,
    at: node,
    edits: [replace(node, other < 0 ? ` ${other}` : String(other))],
  }));
}

const neighbours: { [operator: string]: string } = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '==': '!=',
  '!=': '==',
  '&&': '||',
  '||': '&&',
};

const assignments: { [operator: string]: string } = { '??=': '=', '||=': '=' };

export function changeOperator(node: AnyNode, place: Place): Change[] {
  switch (node.type) {
    case 'BinaryExpression':
      return swapOperator(node, place);
    case 'LogicalExpression':
      return node.operator === '??' ? keepLeft(node, place) : swapOperator(node, place);
    case 'AssignmentExpression': {
      const other = assignments[node.operator];
      if (other === undefined) return [];
      const start = place.source.indexOf(node.operator, node.left.end);
      const edits = [{ start, end: start + node.operator.length, text: other }];
      return [{ what: `\`${node.operator}\` → \`${other}\` in ${excerpt(place, node)}`, at: node, edits }];
    }
    default:
      return [];
  }
}

function swapOperator(node: BinaryExpression | LogicalExpression, place: Place): Change[] {
  const other = neighbours[node.operator];
  if (other === undefined) return [];
  const start = place.source.indexOf(node.operator, node.left.end);
  const edits = [{ start, end: start + node.operator.length, text: other }];
  return [{ what: `\`${node.operator}\` → \`${other}\` in ${excerpt(place, node)}`, at: node, edits }];
}

function keepLeft(node: LogicalExpression, place: Place): Change[] {
  const left = place.source.slice(node.left.start, node.left.end);
  return [{ what: `drop \`??\` of ${excerpt(place, node)}`, at: node, edits: [replace(node, `(${left})`)] }];
}

export function negateCondition(node: AnyNode, place: Place): Change[] {
  const test = conditionOf(node);
  if (test === null) return [];
  const text = `!(${place.source.slice(test.start, test.end)})`;
  return [{ what: `negate ${excerpt(place, test)}`, at: test, edits: [replace(test, text)] }];
}

/** `===` and `!==` are turned round already. */
function conditionOf(node: AnyNode): Expression | null {
  switch (node.type) {
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ConditionalExpression':
    case 'ForStatement': {
      const test = node.test ?? null;
      return test?.type === 'BinaryExpression' && /^[!=]==?$/.test(test.operator) ? null : test;
    }
    default:
      return null;
  }
}
