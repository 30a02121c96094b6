// The words with which a spec declares its tests: describe, test, each, only, skip, todo and the hooks.
import { nameOfRow, rowsOf } from './each.ts';
import {
  hookKinds,
  makeSuite,
  type Hook,
  type HookKind,
  type Mode,
  type Suite,
  type TestFunction,
} from './suite.ts';

type Name = string | number | { name: string };
type Options = { timeout?: number; skip?: boolean; only?: boolean; todo?: boolean; fails?: boolean };
type Word = { (...args: unknown[]): unknown; [variant: string]: unknown };

export type Declarations = {
  /** The words by name, as the spec imports them or finds them as globals. */
  words: { [word: string]: unknown };
  root: Suite;
  /** From now on the words refuse: tests are running. */
  stopCollecting: () => void;
  /** Jest's `jest.setTimeout`: the limit of tests declared from now on that give none. */
  setDefaultTimeout: (timeoutMs: number) => void;
};

type DeclareOptions = { mode: Mode; isInverted: boolean };

export function makeDeclarations(): Declarations {
  const root = makeSuite('', 'run', undefined);
  let current = root;
  let defaultTimeoutMs: number | undefined;
  let isCollecting = true;

  function requireCollecting(word: string): void {
    if (!isCollecting)
      throw new Error(`${word}() was called inside a test; expected it in a describe or in the file`);
  }

  function addTest(name: Name, rest: unknown[], options: DeclareOptions, args?: unknown[]): void {
    requireCollecting('test');
    const { run, given } = readRest(rest);
    const mode =
      given.skip === true || given.todo === true || run === undefined
        ? 'skip'
        : given.only === true
          ? 'only'
          : options.mode;
    current.children.push({
      name: toText(name),
      mode,
      isInverted: options.isInverted || given.fails === true,
      run: run ?? (() => undefined),
      args,
      timeoutMs: given.timeout ?? defaultTimeoutMs,
      suite: current,
    });
  }

  function addSuite(name: Name, rest: unknown[], { mode }: DeclareOptions, args: unknown[] = []): void {
    requireCollecting('describe');
    const { run, given } = readRest(rest);
    const suite = makeSuite(
      toText(name),
      given.skip === true ? 'skip' : given.only === true ? 'only' : mode,
      current,
    );
    current.children.push(suite);
    current = suite;
    try {
      const returned = run?.(...(args as never[]));
      if (returned instanceof Promise) returned.catch((error: unknown) => (suite.failure = { error }));
    } catch (error) {
      suite.failure = { error };
    } finally {
      current = suite.parent ?? root;
    }
  }

  function addHook(kind: HookKind, run: TestFunction, timeout?: number): void {
    if (!isCollecting)
      throw new Error(`${kind}() was called inside a test; expected it in a describe or in the file`);
    const hook: Hook = { run, timeoutMs: timeout ?? defaultTimeoutMs };
    current.hooks[kind].push(hook);
  }

  const describe = makeWord(addSuite);
  const test = makeWord(addTest);
  const hooks = Object.fromEntries(
    hookKinds.map((kind) => [kind, (run: TestFunction, timeout?: number) => addHook(kind, run, timeout)]),
  );
  return {
    root,
    stopCollecting() {
      isCollecting = false;
    },
    setDefaultTimeout(timeoutMs) {
      defaultTimeoutMs = timeoutMs;
    },
    words: {
      describe,
      suite: describe,
      fdescribe: describe['only'],
      xdescribe: describe['skip'],
      test,
      it: test,
      fit: test['only'],
      xit: test['skip'],
      xtest: test['skip'],
      ...hooks,
    },
  };
}

function readRest(rest: unknown[]): { run: TestFunction | undefined; given: Options } {
  const run = rest.find((item): item is TestFunction => typeof item === 'function');
  const options = rest.find((item): item is Options => typeof item === 'object' && item !== null);
  const timeout = rest.find((item): item is number => typeof item === 'number');
  return { run, given: { ...options, ...(timeout === undefined ? {} : { timeout }) } };
}

function toText(name: Name): string {
  return typeof name === 'object' || typeof name === 'function' ? name.name : String(name);
}

type Add = (name: Name, rest: unknown[], options: DeclareOptions, args?: unknown[]) => void;

const variants: { [variant: string]: Partial<DeclareOptions> } = {
  only: { mode: 'only' },
  skip: { mode: 'skip' },
  todo: { mode: 'skip' },
  failing: { isInverted: true },
  fails: { isInverted: true },
  concurrent: {},
  sequential: {},
  shuffle: {},
};

/** `test`, and what chains from it: `test.only`, `test.concurrent.each`, `test.skipIf(…)`. */
function makeWord(add: Add, options: DeclareOptions = { mode: 'run', isInverted: false }): Word {
  const word = ((name: Name, ...rest: unknown[]) => add(name, rest, options)) as Word;
  const eachRow =
    (isSpread: boolean) =>
    (table: readonly unknown[] | TemplateStringsArray, ...values: unknown[]) =>
    (name: Name, ...rest: unknown[]): void =>
      rowsOf(table, values).forEach((row, index) => {
        const given = isSpread || row.args.length === 1 ? row.args : [row.args];
        add(nameOfRow(toText(name), row, index), rest, options, given);
      });
  word['each'] = eachRow(true);
  // Vitest's `for` hands a row over as it is.
  word['for'] = eachRow(false);
  word['skipIf'] = (condition: unknown) => (condition ? makeWord(add, { ...options, mode: 'skip' }) : word);
  word['runIf'] = (condition: unknown) => (condition ? word : makeWord(add, { ...options, mode: 'skip' }));
  for (const [variant, changes] of Object.entries(variants)) {
    // Made when asked for: each has all the others.
    Object.defineProperty(word, variant, { get: () => makeWord(add, { ...options, ...changes }) });
  }
  return word;
}
