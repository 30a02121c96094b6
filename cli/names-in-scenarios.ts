// Which simulated functions a student has to know by name: those that the code finds under it, in an object, and those that a
// visible test shows. What a scenario wraps (`() => ask()`) reaches the code without a name, and what is built in a
// roundabout way is not looked into: nothing is asked for that is not certain.
import type {
  AnyNode,
  AssignmentProperty,
  CallExpression,
  Expression,
  ObjectExpression,
  Property,
  Super,
} from 'acorn';
import type { Needed } from './names-in-solution.ts';
import { nodesOf, type Code } from './code.ts';
import { calledName } from './mutants/change.ts';

type Given = AnyNode | null;

export function receivedNames({ tree }: Code): Needed[] {
  const nodes = nodesOf(tree);
  const bound = boundNames(nodes);
  const students = studentNames(nodes);
  const visible = new Set(visibleScenarios(nodes).flatMap(nodesOf));
  const found = nodes.flatMap((node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return [];
    if (!isStudents(node.callee, students)) return [];
    const shown = visible.has(node) ? node.arguments : node.arguments.filter(isObject);
    return shown.flatMap((given) => simulatedIn(given, bound));
  });
  return [...new Map(found.toReversed().map((needed) => [needed.name, needed])).values()].toReversed();
}

function isObject({ type }: AnyNode): boolean {
  return type === 'ObjectExpression';
}

/** What stands under the name of a test and is not `hidden: true`. */
function visibleScenarios(nodes: AnyNode[]): AnyNode[] {
  return nodes.filter((node) => {
    if (node.type !== 'ObjectExpression') return false;
    const values = new Map(
      node.properties.flatMap((property) =>
        property.type === 'Property' ? [[nameOf(property), property.value] as const] : [],
      ),
    );
    const hidden = values.get('hidden');
    return values.has('run') && !(hidden?.type === 'Literal' && hidden.value === true);
  });
}

function nameOf({ key }: Property | AssignmentProperty): string {
  return key.type === 'Identifier' ? key.name : '';
}

/** `lab.fetch(…)` on its own sets the global. */
export function usesNetwork({ tree }: Code): Needed[] {
  const found = nodesOf(tree).find(
    (node) =>
      node.type === 'ExpressionStatement' &&
      node.expression.type === 'CallExpression' &&
      node.expression.callee.type === 'MemberExpression' &&
      calledName(node.expression.callee) === 'fetch',
  );
  return found === undefined
    ? []
    : [{ name: 'fetch', line: found.loc?.start.line ?? 1, is: 'which the scenario simulates' }];
}

/** By the name that a scenario gives it: the simulated functions behind it. */
type Bound = Map<string, Needed[]>;

function boundNames(nodes: AnyNode[]): Bound {
  const bound: Bound = new Map();
  const add = (name: string, keys: Needed[]): void =>
    void bound.set(name, [...(bound.get(name) ?? []), ...keys]);
  for (const node of nodes) {
    if (node.type !== 'VariableDeclarator' || !isSimulate(node.init)) continue;
    const keys = keysOf(node.init);
    if (node.id.type === 'Identifier') add(node.id.name, keys);
    if (node.id.type !== 'ObjectPattern') continue;
    for (const property of node.id.properties) {
      if (property.type !== 'Property' || property.value.type !== 'Identifier') continue;
      const key = nameOf(property);
      add(
        property.value.name,
        keys.filter(({ name }) => name === key),
      );
    }
  }
  return bound;
}

function isSimulate(node: AnyNode | null | undefined): node is CallExpression {
  return node?.type === 'CallExpression' && calledName(node.callee) === 'simulate';
}

function keysOf({ arguments: [first] }: CallExpression): Needed[] {
  if (first?.type !== 'ObjectExpression') return [];
  return first.properties.flatMap((property) => {
    if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') return [];
    const line = property.loc?.start.line ?? 1;
    return [{ name: property.key.name, line, is: 'which the scenario simulates and hands over' }];
  });
}

/** An argument as it is, or what stands in an object or a list. */
function simulatedIn(given: Given, bound: Bound): Needed[] {
  switch (given?.type) {
    case 'Identifier':
      return bound.get(given.name) ?? [];
    case 'MemberExpression': {
      const { object, property } = given;
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return [];
      return (bound.get(object.name) ?? []).filter(({ name }) => name === property.name);
    }
    case 'ObjectExpression':
      return valuesOf(given).flatMap((value) => simulatedIn(value, bound));
    case 'ArrayExpression':
      return given.elements.flatMap((element) => simulatedIn(element, bound));
    case 'SpreadElement':
      return simulatedIn(given.argument, bound);
    case 'CallExpression':
      return isSimulate(given) ? keysOf(given) : [];
    default:
      return [];
  }
}

function valuesOf({ properties }: ObjectExpression): AnyNode[] {
  return properties.map((property) => (property.type === 'Property' ? property.value : property));
}

/** Names that a scenario gives to the student's exports, or to what they return. */
function studentNames(nodes: AnyNode[]): Set<string> {
  const names = new Set(['solution']);
  for (const node of nodes) {
    if (node.type !== 'VariableDeclarator' || !node.init || !isOfStudent(node.init, names)) continue;
    if (node.id.type === 'Identifier') names.add(node.id.name);
    if (node.id.type !== 'ObjectPattern') continue;
    for (const property of node.id.properties)
      if (property.type === 'Property' && property.value.type === 'Identifier')
        names.add(property.value.name);
  }
  return names;
}

function isOfStudent(node: AnyNode, names: Set<string>): boolean {
  switch (node.type) {
    case 'AwaitExpression':
      return isOfStudent(node.argument, names);
    case 'CallExpression':
    case 'NewExpression':
      return isStudents(node.callee, names);
    case 'Identifier':
    case 'MemberExpression':
      return isStudents(node, names);
    default:
      return false;
  }
}

/** `lab.solution.load`, `load`, `box.type`. */
function isStudents(callee: Expression | Super, names: Set<string>): boolean {
  if (callee.type === 'Identifier') return names.has(callee.name);
  if (callee.type !== 'MemberExpression') return false;
  const { object, property } = callee;
  const isSolution = property.type === 'Identifier' && property.name === 'solution';
  return isSolution || isStudents(object, names);
}
