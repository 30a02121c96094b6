// Runs one test of a spec with its hooks, in the order of the library it is written for.
import type { Flavour } from './flavour.ts';
import {
  suitePath,
  type Hook,
  type HookKind,
  type NamedTest,
  type Suite,
  type TestFunction,
} from './suite.ts';
import type { AssertionNotes, SpecExpect } from './expect.ts';

/** What a test came to: nothing, or all that went wrong, the first first. */
export type TestEnd = { errors: unknown[]; isSkipped: boolean };

export type RunTools = {
  flavour: Flavour;
  expecting: SpecExpect;
  /** Calls `onTimeout` after so much virtual time; returns what calls it off. */
  startTimeout: (ms: number, onTimeout: () => void) => () => void;
};

/** Thrown where a test or hook goes on for longer than it may. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
  readonly timeoutMs: number;
  constructor(timeoutMs: number) {
    super(`The test took longer than its limit of ${timeoutMs} ms.`);
    this.timeoutMs = timeoutMs;
  }
}

/** Thrown by Vitest's `context.skip()`. */
class SkippedError extends Error {}

const TIMEOUT_MS = 5000;

type Calls = { finished: (() => unknown)[]; failed: (() => unknown)[] };
let running: Calls = { finished: [], failed: [] };

/** Vitest's words for the test that is running; its context has them too. */
export function makeTestHooks(): { [word: string]: (call: () => unknown) => void } {
  return {
    onTestFinished: (call) => void running.finished.push(call),
    onTestFailed: (call) => void running.failed.push(call),
  };
}

export async function runTest({ name, test }: NamedTest, tools: RunTools): Promise<TestEnd> {
  const errors: unknown[] = [];
  const notes: AssertionNotes = { promises: [], onFinished: [], result: { errors: [] } };
  const cleanups: (() => unknown)[] = [];
  const path = suitePath(test.suite);
  tools.expecting.begin(name, notes);

  /** Runs the hooks of a kind; @returns whether all of them went well. */
  async function runHooks(kind: HookKind, suites: Suite[]): Promise<boolean> {
    for (const hook of suites.flatMap((suite) => inOrder(suite.hooks[kind], kind, tools.flavour))) {
      try {
        const returned = await runLimited(hook, [], tools);
        // Vitest: what a "before" hook returns is run afterwards.
        if (typeof returned === 'function' && kind.startsWith('before'))
          cleanups.push(returned as () => unknown);
      } catch (error) {
        errors.push(error);
        return false;
      }
    }
    return true;
  }

  const failure = path.find((suite) => suite.failure !== undefined)?.failure;
  if (failure !== undefined) return { errors: [failure.error], isSkipped: false };
  let isSkipped = false;
  const finished: (() => unknown)[] = [];
  const failed: (() => unknown)[] = [];
  running = { finished, failed };
  if ((await runHooks('beforeAll', path)) && (await runHooks('beforeEach', path))) {
    try {
      await runBody();
    } catch (error) {
      if (error instanceof SkippedError) isSkipped = true;
      else errors.push(error);
    }
  }
  if (errors.length > 0) for (const call of failed) await attempt(call, errors);
  const outwards = path.toReversed();
  await runHooks('afterEach', outwards);
  for (const call of [...finished, ...cleanups].toReversed()) await attempt(call, errors);
  await runHooks('afterAll', outwards);
  return { errors, isSkipped };

  async function runBody(): Promise<void> {
    const context = makeContext({ name, tools, finished, failed });
    const run = test.args === undefined ? withContext(test.run, context, tools.flavour) : test.run;
    const body = async (): Promise<void> => {
      await runLimited({ run, timeoutMs: test.timeoutMs }, test.args ?? [], tools);
      await Promise.all(notes.promises);
      if (tools.flavour === 'vitest') for (const check of notes.onFinished) check();
      tools.expecting.requireAssertions();
      if (notes.result.errors.length > 0) throw notes.result.errors[0];
    };
    if (!test.isInverted) return await body();
    const threw = await body().then(
      () => false,
      () => true,
    );
    if (!threw) throw new Error('The test is expected to fail, but it passes.');
  }
}

async function attempt(call: () => unknown, errors: unknown[]): Promise<void> {
  try {
    await call();
  } catch (error) {
    errors.push(error);
  }
}

/** Jest runs all hooks as they were declared; Vitest runs the "after" hooks the last first. */
function inOrder(hooks: Hook[], kind: HookKind, flavour: Flavour): Hook[] {
  return flavour === 'vitest' && kind.startsWith('after') ? hooks.toReversed() : hooks;
}

async function runLimited(
  { run, timeoutMs = TIMEOUT_MS }: Hook,
  args: unknown[],
  tools: RunTools,
): Promise<unknown> {
  return await new Promise((resolve, reject) => {
    const stop = tools.startTimeout(timeoutMs, () => reject(new TimeoutError(timeoutMs)));
    const end =
      <T>(settle: (value: T) => void) =>
      (value: T): void => {
        stop();
        settle(value);
      };
    try {
      Promise.resolve(
        isDoneStyle(run, args, tools.flavour) ? callWithDone(run) : run(...(args as never[])),
      ).then(end(resolve), end(reject));
    } catch (error) {
      end(reject)(error);
    }
  });
}

/** Jest: a function that takes a parameter nobody fills is given `done`. */
function isDoneStyle(run: TestFunction, args: unknown[], flavour: Flavour): boolean {
  return flavour === 'jest' && args.length === 0 && run.length > 0;
}

async function callWithDone(run: TestFunction): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (reason: unknown): void =>
      reject(reason instanceof Error ? reason : new Error(`done() was called with ${String(reason)}`));
    const done = Object.assign((reason?: unknown) => (reason === undefined ? resolve() : fail(reason)), {
      fail,
    });
    Promise.resolve(run(...([done] as never[]))).catch(reject);
  });
}

type ContextParts = Calls & { name: string; tools: RunTools };

function makeContext({ name, tools, finished, failed }: ContextParts): object {
  return {
    expect: tools.expecting.expect,
    task: { name, type: 'test', meta: {} },
    signal: new AbortController().signal,
    onTestFinished: (call: () => unknown) => void finished.push(call),
    onTestFailed: (call: () => unknown) => void failed.push(call),
    skip(condition?: unknown) {
      if (condition !== false) throw new SkippedError();
    },
  };
}

/** Vitest hands every test its context; a Jest spec knows of none. */
function withContext(run: TestFunction, context: object, flavour: Flavour): TestFunction {
  return flavour === 'vitest' ? () => run(...([context] as never[])) : run;
}
