// A simulated asynchronous generator: lazy, each pull a span of its own, and it sees `return()` when a loop is left.
import {
  append,
  apply,
  defineMethods,
  defineProperty,
  getPrototypeOf,
  isArray,
  list,
  RealPromise,
  RealTypeError,
  record,
  setPrototypeOf,
  type List,
} from '../virtual-clock/primordials.ts';
import {
  checkLatency,
  checkRejects,
  copyList,
  latencyOf,
  readFields,
  rejectionOf,
  withSafeIterator,
  type Fields,
} from './behaviour.ts';
import {
  findSignal,
  named,
  sameRun,
  recordMoment,
  startWork,
  type Finish,
  type Settle,
  type WorkParts,
} from './simulated-work.ts';

const itemFields = ['items', 'everyMs', 'rejects', 'abortable'];

/** Where `for await`, the iterator helpers and `await using` find what they ask for. */
const asyncIteratorPrototype = getPrototypeOf(
  (getPrototypeOf(async function* () {}) as { prototype: object }).prototype,
) as object;

type Request = { kind: 'next' | 'return' | 'throw'; value: unknown; settle: Settle };

export function makeSimulatedItems(name: string, behaviour: object, parts: WorkParts): unknown {
  const what = `simulate: "${name}"`;
  const fields = readFields(what, behaviour, itemFields);
  if (!isArray(fields['items']) && typeof fields['items'] !== 'function')
    throw new RealTypeError(`${what}: "items" is no list; expected a list, or a function that returns one`);
  fields['everyMs'] ??= 0;
  checkLatency(what, fields['everyMs']);
  checkRejects(what, fields['rejects']);
  const requireSameRun = sameRun();
  return named(name, (...args: unknown[]) => {
    requireSameRun(name);
    return makeIterator(name, fields, withSafeIterator(args), parts);
  });
}

function itemsFor({ items }: Fields, args: unknown[]): List<unknown> {
  return copyList(typeof items === 'function' ? apply(items, undefined, args) : items) as List<unknown>;
}

/** As a generator's, its requests queue up: the second pull starts when the first is over. */
function makeIterator(name: string, fields: Fields, args: unknown[], parts: WorkParts): object {
  const requireSameRun = sameRun();
  const { recorder, aborts } = parts;
  const signal = fields['abortable'] === true ? findSignal(args, aborts) : undefined;
  const requests: List<Request> = list();
  let served = 0;
  let isBusy = false;
  let isDone = false;
  let items: List<unknown> | undefined;
  let pulls = 0;

  function request(kind: Request['kind'], value: unknown): Promise<unknown> {
    requireSameRun(name);
    return new RealPromise((resolve, reject) => {
      append(requests, record({ kind, value, settle: record({ resolve, reject }) }));
      serve();
    });
  }

  function serve(): void {
    while (!isBusy && served < requests.length) {
      const next = requests[served] as Request;
      served += 1;
      if (next.kind === 'next' && !isDone) pull(next.settle);
      else close(next);
    }
  }

  function close({ kind, value, settle }: Request): void {
    if (!isDone && kind !== 'next') recordMoment(recorder, `${name}.${kind}`, [], value);
    isDone = true;
    if (kind === 'throw') settle.reject(value);
    else settle.resolve({ value: kind === 'return' ? value : undefined, done: true });
  }

  function pull(settle: Settle): void {
    items ??= itemsFor(fields, args);
    const index = pulls;
    pulls += 1;
    const reason = rejectionOf(fields['rejects'], args, index);
    if (index >= items.length && reason === undefined) return finishAll(settle);
    isBusy = true;
    const value = items[index];
    const work = record({
      kind: 'call' as const,
      name: `${name}.next`,
      args: [],
      latencyMs: latencyOf(`simulate: "${name}"`, fields['everyMs'], args, index),
      hangs: false,
      signal,
      complete(finish: Finish) {
        if (reason === undefined) finish('fulfilled', { value, done: false });
        else finish('rejected', reason);
      },
    });
    startWork(
      parts,
      work,
      record({
        resolve: (result: unknown) => release(() => settle.resolve(result)),
        reject(error: unknown) {
          isDone = true;
          release(() => settle.reject(error));
        },
      }),
    );
  }

  function finishAll(settle: Settle): void {
    isDone = true;
    const end = { value: undefined, done: true };
    recordMoment(recorder, `${name}.next`, [], end);
    settle.resolve(end);
  }

  function release(settle: () => void): void {
    isBusy = false;
    settle();
    serve();
  }

  const iterator = {};
  setPrototypeOf(iterator, asyncIteratorPrototype);
  defineMethods(iterator, {
    next: () => request('next', undefined),
    return: (value?: unknown) => request('return', value),
    throw: (reason?: unknown) => request('throw', reason),
    [Symbol.asyncIterator]: () => iterator,
  });
  defineProperty(iterator, Symbol.toStringTag, record({ value: 'AsyncGenerator', configurable: true }));
  return iterator;
}
