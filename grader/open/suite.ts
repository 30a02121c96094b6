// What a spec declares: a tree of suites with tests and hooks, in the order of the text.
export type TestFunction = (...args: never[]) => unknown;
export type Mode = 'run' | 'only' | 'skip';

export type SpecTest = {
  name: string;
  mode: Mode;
  /** Jest's `failing`, Vitest's `fails`: passes when its function throws. */
  isInverted: boolean;
  run: TestFunction;
  /** Arguments of a row of `each`; `undefined` for a plain test, which may take `done` or a context. */
  args: unknown[] | undefined;
  timeoutMs: number | undefined;
  suite: Suite;
};

export const hookKinds = ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'] as const;
export type HookKind = (typeof hookKinds)[number];
export type Hook = { run: TestFunction; timeoutMs: number | undefined };

export type Suite = {
  name: string;
  mode: Mode;
  parent: Suite | undefined;
  children: (Suite | SpecTest)[];
  hooks: { [kind in HookKind]: Hook[] };
  /** What the body of `describe` threw: it fails the tests declared in it. */
  failure: { error: unknown } | undefined;
};

export type NamedTest = { name: string; test: SpecTest };

export function makeSuite(name: string, mode: Mode, parent: Suite | undefined): Suite {
  const hooks = { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] };
  return { name, mode, parent, children: [], hooks, failure: undefined };
}

/** From the outermost suite to the one given. */
export function suitePath(suite: Suite): Suite[] {
  return suite.parent === undefined ? [suite] : [...suitePath(suite.parent), suite];
}

/** What the first body of a `describe` that threw threw. */
export function findFailure(suite: Suite): Suite['failure'] {
  if (suite.failure !== undefined) return suite.failure;
  const suites = suite.children.filter((child): child is Suite => 'children' in child);
  return suites.map(findFailure).find((failure) => failure !== undefined);
}

/** The tests that are to run, under their full names, each name once. */
export function selectTests(root: Suite): NamedTest[] {
  const all = collect(root, 'run');
  const chosen = all.some(({ mode }) => mode === 'only') ? all.filter(({ mode }) => mode === 'only') : all;
  const taken = new Map<string, number>();
  return chosen
    .filter(({ mode }) => mode !== 'skip')
    .map(({ test }) => ({ name: uniqueName(fullName(test), taken), test }));
}

function collect(suite: Suite, outer: Mode): { test: SpecTest; mode: Mode }[] {
  const mode = innerMode(outer, suite.mode);
  return suite.children.flatMap((child) =>
    'children' in child ? collect(child, mode) : [{ test: child, mode: innerMode(mode, child.mode) }],
  );
}

/** A skipped suite skips all in it; a suite that alone is to run runs all in it that is not skipped. */
function innerMode(outer: Mode, own: Mode): Mode {
  if (outer === 'skip' || own === 'skip') return 'skip';
  return outer === 'only' ? 'only' : own;
}

function fullName(test: SpecTest): string {
  const names = suitePath(test.suite).map(({ name }) => name);
  return [...names, test.name].filter((name) => name !== '').join(' > ');
}

function uniqueName(name: string, taken: Map<string, number>): string {
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  return count === 1 ? name : uniqueName(`${name} (${count})`, taken);
}
