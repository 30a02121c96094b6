// Random asynchronous programs as data: every one of them ends, prints markers, and can be made smaller by fast-check.
import * as fc from 'fast-check';

export type Block = Statement[];

/** Numbers named `target` choose among what is in scope; where there is nothing, the statement only prints. */
export type Statement =
  | { kind: 'log' }
  | { kind: 'work'; ms: number }
  | { kind: 'timeout'; delayMs: number; body: Block }
  | { kind: 'interval'; delayMs: number; times: number; body: Block }
  | { kind: 'immediate' | 'tick' | 'microtask'; body: Block }
  | { kind: 'handle'; operation: 'clear' | 'unref' | 'ref' | 'refresh'; target: number }
  | { kind: 'chain'; promise: Promised; steps: Step[]; isCaught: boolean }
  | { kind: 'await'; promise: Promised; isGuarded: boolean }
  | { kind: 'async'; body: Block; isCaught: boolean }
  | {
      kind: 'for-await';
      items: Promised[];
      form: 'array' | 'generator' | 'delegate';
      body: Block;
      breakAt: number;
    }
  | { kind: 'generator'; count: number; breakAt: number; body: Block }
  | { kind: 'settle'; target: number; promise: Promised; rejects: boolean }
  | { kind: 'using'; isAsync: boolean; body: Block; disposal: Promised }
  | { kind: 'abort'; delayMs: number; form: 'controller' | 'timeout' | 'any'; body: Block }
  | { kind: 'throw' };

export type Promised =
  | { kind: 'value' | 'resolved' | 'rejected' | 'deferred' }
  | { kind: 'thenable'; delay: 'now' | 'microtask' | 'timer'; rejects: boolean }
  | { kind: 'later'; delayMs: number; rejects: boolean }
  | { kind: 'call'; body: Block; promise: Promised }
  | { kind: 'nested' | 'tried'; promise: Promised }
  | { kind: 'collected'; promises: Promised[] }
  | { kind: 'combined'; by: 'all' | 'race' | 'any' | 'allSettled'; promises: Promised[] };

export type Step =
  | { kind: 'then' | 'catch'; body: Block; returns: Promised }
  | { kind: 'then-both' | 'finally'; body: Block; returns: Promised };

/** Small ones meet the limits of Node's coercion and each other; of wide ones two seldom end in the same millisecond. */
const delayMs = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 2, 3, 5, 10) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 997 }) },
);
const target = fc.nat(5);
const rejects = fc.boolean();

type Nodes = { block: Block; body: Block; statement: Statement; promised: Promised; step: Step };

const { block } = fc.letrec<Nodes>((tie) => ({
  block: fc.array(tie('statement'), { minLength: 1, maxLength: 12, size: 'max' }),
  body: fc.array(tie('statement'), { maxLength: 4, depthIdentifier: 'nesting' }),
  statement: fc.oneof(
    { depthSize: 'medium', maxDepth: 5, withCrossShrink: true, depthIdentifier: 'nesting' },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('log') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('work'), ms: fc.integer({ min: 1, max: 300 }) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('handle'),
        operation: fc.constantFrom('clear', 'clear', 'unref', 'ref', 'refresh'),
        target,
      }),
    },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('timeout'), delayMs, body: tie('body') }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('interval'),
        delayMs,
        times: fc.integer({ min: 1, max: 4 }),
        body: tie('body'),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({ kind: fc.constantFrom('immediate', 'tick', 'microtask'), body: tie('body') }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('chain'),
        promise: tie('promised'),
        steps: fc.array(tie('step'), { minLength: 1, maxLength: 4, depthIdentifier: 'nesting' }),
        isCaught: often(true),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('await'),
        promise: tie('promised'),
        isGuarded: often(true),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('async'), body: tie('body'), isCaught: often(true) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('for-await'),
        items: fc.array(tie('promised'), { maxLength: 3, depthIdentifier: 'nesting' }),
        form: fc.constantFrom('array', 'generator', 'delegate'),
        body: tie('body'),
        breakAt: fc.integer({ min: 1, max: 4 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('generator'),
        count: fc.nat(3),
        breakAt: fc.integer({ min: 1, max: 4 }),
        body: tie('body'),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('settle'),
        target,
        promise: tie('promised'),
        rejects: often(false),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('using'),
        isAsync: fc.boolean(),
        body: tie('body'),
        disposal: tie('promised'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('abort'),
        delayMs,
        form: fc.constantFrom('controller', 'timeout', 'any'),
        body: tie('body'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('throw') }) },
  ),
  promised: fc.oneof(
    { depthSize: 'medium', maxDepth: 5, withCrossShrink: true, depthIdentifier: 'nesting' },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom('value', 'resolved', 'deferred', 'deferred', 'rejected'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('thenable'),
        delay: fc.constantFrom('now', 'microtask', 'timer'),
        rejects,
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('later'), delayMs, rejects: often(false) }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('call'), body: tie('body'), promise: tie('promised') }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('nested', 'tried'), promise: tie('promised') }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('collected'),
        promises: fc.array(tie('promised'), { maxLength: 3, depthIdentifier: 'nesting' }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('combined'),
        by: fc.constantFrom('all', 'race', 'any', 'allSettled'),
        promises: fc.array(tie('promised'), { maxLength: 3, depthIdentifier: 'nesting' }),
      }),
    },
  ),
  step: fc.record({
    kind: fc.constantFrom('then', 'catch', 'then-both', 'finally'),
    body: tie('body'),
    returns: tie('promised'),
  }),
}));

/** Mostly `value`: a program in which everything is rejected ends before it has shown anything. */
function often(value: boolean): fc.Arbitrary<boolean> {
  return fc.constantFrom(value, value, value, value, !value);
}

/** Statements of a module's top level. */
export const anyProgram: fc.Arbitrary<Block> = block;
