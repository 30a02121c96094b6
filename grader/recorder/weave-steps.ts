// The deeper weaving of a run that is to be stepped through: where functions begin and end, what they return, where they
// are suspended, and whose reactions a `then` adds. Insert-only, as the plain pass is. All that is inserted stands between
// two marks, so that a function's text stays the student's own (grader/recorder/function-text.ts).
import type { Node } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import type { Weaving } from './instrument.ts';

type Part = Node & { [part: string]: unknown };
type FunctionNode = Part & { body: Node; params: Node[]; async: boolean; generator: boolean };
type CallNode = Part & { callee: Part; arguments: Node[] };

/** Told to the guest as a number: how a function's activation comes and goes. */
const FunctionKind = { plain: 0, async: 1, generator: 2, asyncGenerator: 3 } as const;

const REACTIONS = new Set(['then', 'catch', 'finally']);
const COMBINATORS = new Set(['Promise.all', 'Promise.allSettled', 'Promise.race', 'Promise.any']);

/** Hooks of grader/recorder/steps.ts by the letter that stands for each in the woven text. */
export const stepHookLetters = {
  enter: 'E',
  leave: 'L',
  returns: 'R',
  suspend: 'W',
  yields: 'Y',
  resumes: 'Z',
  receives: 'O',
  reacts: 'C',
  combines: 'P',
} as const;

export type StepWeaving = Weaving & {
  source: string;
  /** Expressions whose text V8 may print; see `findUnwrapped`. */
  unwrapped: Set<Node>;
  /** Site of each call and await that the plain pass has marked. */
  siteOf: Map<Node, number>;
};

export function weaveSteps(tree: Node, weaving: StepWeaving): void {
  fullAncestor(tree, (node, _, ancestors) => {
    const part = node as Node as Part;
    const parent = ancestors.at(-2) as Part | undefined;
    if (isFunction(node)) weaveFunction(part as FunctionNode, parent, ancestors as Part[], weaving);
    else if (node.type === 'ReturnStatement') weaveReturn(part, weaving);
    else if (node.type === 'AwaitExpression') weaveAwait(part, weaving);
    else if (node.type === 'YieldExpression') weaveYield(part, weaving);
    else if (node.type === 'ForOfStatement') weaveForAwait(part, weaving);
    else if (node.type === 'CallExpression') weaveStepCall(part as CallNode, weaving);
  });
  weaveModule(tree, weaving);
}

function isFunction(node: Node): boolean {
  return /^(?:Arrow)?Function(?:Expression|Declaration)$/.test(node.type);
}

/** Text between the two marks. */
function hidden({ marker }: StepWeaving, text: string): string {
  return `/*${marker}<*/${text}/*${marker}>*/`;
}

function hook({ marker }: StepWeaving, name: keyof typeof stepHookLetters): string {
  return marker + stepHookLetters[name];
}

/** The variable that holds the activation of the function around. */
function frame({ marker }: StepWeaving): string {
  return `${marker}t`;
}

function beginning(weaving: StepWeaving, site: number, kind: number): string {
  return `const ${frame(weaving)}=${hook(weaving, 'enter')}(${site},${kind});`;
}

function ending(weaving: StepWeaving): string {
  return `${hook(weaving, 'leave')}(${frame(weaving)})`;
}

function weaveModule(tree: Node, weaving: StepWeaving): void {
  const site = weaving.addSite(tree, 'module');
  weaving.header.push(beginning(weaving, site, FunctionKind.async));
  // On a line of its own: the last one may be a comment.
  const text = `\n${hidden(weaving, `;${ending(weaving)}`)}`;
  weaving.insert({ offset: weaving.source.length, text, closes: true, rank: -1 });
}

function weaveFunction(
  node: FunctionNode,
  parent: Part | undefined,
  ancestors: Part[],
  weaving: StepWeaving,
): void {
  const site = weaving.addSite(node, nameOf(node, parent, ancestors.at(-3)));
  const opening = `${beginning(weaving, site, kindOf(node))}try{`;
  const closing = `}finally{${ending(weaving)}}`;
  if (node.body.type === 'BlockStatement') {
    const offset = afterDirectives(node.body as Part);
    // In `{}` both have the same place, where closings come first.
    const isEmpty = offset === node.body.end - 1;
    const text = hidden(weaving, isEmpty ? opening + closing : opening);
    weaving.insert({ offset, text, closes: false, rank: -Infinity });
    if (isEmpty) return;
    const place = { offset: node.body.end - 1, closes: true, rank: node.body.start };
    weaving.insert({ ...place, text: hidden(weaving, closing) });
  } else {
    const returned = `return ${hook(weaving, 'returns')}(${frame(weaving)},(`;
    const offset = afterArrow(node, weaving.source);
    weaving.insert({
      offset,
      text: hidden(weaving, `{${opening}${returned}`),
      closes: false,
      rank: -Infinity,
    });
    const text = hidden(weaving, `))${closing}}`);
    weaving.insert({ offset: node.end, text, closes: true, rank: node.start + 0.5 });
  }
}

function kindOf({ async: isAsync, generator }: FunctionNode): number {
  if (generator) return isAsync ? FunctionKind.asyncGenerator : FunctionKind.generator;
  return isAsync ? FunctionKind.async : FunctionKind.plain;
}

function afterDirectives(body: Part): number {
  let offset = body.start + 1;
  for (const statement of body['body'] as Part[]) {
    if (statement['directive'] === undefined) break;
    offset = statement.end;
  }
  return offset;
}

/** Behind `=>`; comments may stand before it. */
function afterArrow(node: FunctionNode, source: string): number {
  const from = node.params.at(-1)?.end ?? node.start;
  const tokens = /\/\*[^]*?\*\/|\/\/.*|=>/g;
  tokens.lastIndex = from;
  for (let token = tokens.exec(source); token !== null; token = tokens.exec(source)) {
    if (token[0] === '=>') return tokens.lastIndex;
  }
  return node.body.start;
}

/** As a reader would call it: its own name, the name it is kept under, or whose callback it is. */
function nameOf(node: FunctionNode, parent: Part | undefined, grandparent: Part | undefined): string {
  const own = identifier(node['id']);
  if (own !== undefined) return own;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return identifier(parent['id']) ?? '';
    case 'AssignmentExpression':
      return calleeName(parent['left']) ?? '';
    case 'Property':
    case 'PropertyDefinition':
      return identifier(parent['key']) ?? '';
    case 'MethodDefinition': {
      const className = identifier(grandparent?.['id']) ?? '';
      return parent['kind'] === 'constructor' ? `new ${className}`.trim() : (identifier(parent['key']) ?? '');
    }
    case 'CallExpression':
    case 'NewExpression': {
      if (parent['callee'] === node) return '';
      const callee = calleeName(parent['callee']);
      return callee === undefined
        ? ''
        : `callback of ${parent.type === 'NewExpression' ? 'new ' : ''}${callee}`;
    }
    default:
      return '';
  }
}

function identifier(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null || !('name' in node)) return undefined;
  return typeof node.name === 'string' ? node.name : undefined;
}

function calleeName(node: unknown): string | undefined {
  return identifier(node) ?? identifier((node as Part)['property']);
}

function wrapIn(weaving: StepWeaving, node: Node, opening: string, closing: string): void {
  weaving.insert({ offset: node.start, text: hidden(weaving, opening), closes: false, rank: -node.end });
  weaving.insert({ offset: node.end, text: hidden(weaving, closing), closes: true, rank: node.start });
}

function weaveReturn(node: Part, weaving: StepWeaving): void {
  const argument = node['argument'] as Node | null;
  if (argument !== null) wrapIn(weaving, argument, `${hook(weaving, 'returns')}(${frame(weaving)},(`, '))');
}

function weaveAwait(node: Part, weaving: StepWeaving): void {
  const site = weaving.siteOf.get(node) ?? -1;
  wrapIn(weaving, node['argument'] as Node, `${hook(weaving, 'suspend')}(${frame(weaving)},${site},(`, '))');
}

/** `yield*` hands over to another iterator, whose own functions tell where it is. */
function weaveYield(node: Part, weaving: StepWeaving): void {
  const site = weaving.addSite(node, 'yield');
  const argument = node['argument'] as Node | null;
  if (argument !== null && node['delegate'] !== true)
    wrapIn(weaving, argument, `${hook(weaving, 'yields')}(${frame(weaving)},${site},(`, '))');
  if (!weaving.unwrapped.has(node))
    wrapIn(weaving, node, `${hook(weaving, 'resumes')}(${frame(weaving)},${site},`, ')');
}

/** Each turn of a `for await` goes on after a wait that no operand shows. */
function weaveForAwait(node: Part, weaving: StepWeaving): void {
  const body = node['body'] as Node;
  if (node['await'] !== true || body.type !== 'BlockStatement') return;
  const site = weaving.addSite(node, 'for await');
  const text = hidden(weaving, `${hook(weaving, 'resumes')}(${frame(weaving)},${site});`);
  weaving.insert({ offset: body.start + 1, text, closes: false, rank: -Infinity });
}

/** How V8 prints an expression in "… is not a function", where the hook's name would stand otherwise. */
function asPrinted(node: Part): string {
  switch (node.type) {
    case 'Identifier':
      return identifier(node) ?? '';
    case 'ThisExpression':
      return 'this';
    case 'Literal':
      return typeof node['value'] === 'string' ? `"${node['value']}"` : String(node['value']);
    case 'CallExpression':
      return `${asPrinted(node['callee'] as Part)}(...)`;
    case 'MemberExpression': {
      const name = identifier(node['property']);
      if (name === undefined) return '(intermediate value)';
      const object = asPrinted(node['object'] as Part);
      return node['computed'] === true ? `${object}[${name}]` : `${object}.${name}`;
    }
    default:
      return '(intermediate value)';
  }
}

function weaveStepCall(call: CallNode, weaving: StepWeaving): void {
  const site = weaving.siteOf.get(call);
  const { callee, arguments: args } = call;
  if (site === undefined || args.some(({ type }) => type === 'SpreadElement')) return;
  const [first] = args;
  if (first === undefined || callee.type !== 'MemberExpression') return;
  const text = weaving.source.slice(callee.start, callee.end);
  if (COMBINATORS.has(text)) {
    wrapIn(weaving, first, `${hook(weaving, 'combines')}(${site},(`, '))');
    return;
  }
  const object = callee['object'] as Node;
  const method = callee['computed'] === true ? undefined : identifier(callee['property']);
  if (
    method === undefined ||
    !REACTIONS.has(method) ||
    object.type === 'Super' ||
    callee['optional'] === true
  )
    return;
  const shown = JSON.stringify(asPrinted(object as Part));
  wrapIn(weaving, object, `${hook(weaving, 'receives')}(${site},${JSON.stringify(method)},${shown},(`, '))');
  const counted = args.slice(0, method === 'then' ? 2 : 1);
  counted.forEach((arg, index) => {
    const isLast = index === counted.length - 1;
    const name = JSON.stringify(method);
    wrapIn(weaving, arg, `${hook(weaving, 'reacts')}(${site},${name},${index},${isLast},(`, '))');
  });
}
