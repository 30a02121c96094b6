// The judge isolate: warm, holds Vitest's expect and one exercise's expectations per context. No student code enters it;
// recordings come in as JSON text.
import {
  createIsolate,
  GuestSyntaxError,
  IsolateLostError,
  type Context,
  type Crossing,
  type GuestDoor,
  type Isolate,
  type Snapshot,
} from '../sandbox/isolate.ts';
import type { Finding, Recording } from '../recording/types.ts';

export type Judgement = {
  outcome: 'passed' | 'failed';
  findings: Finding[];
  /** The judging itself ran into a limit: what came back from the code is too much to compare. */
  hitLimit?: true;
};

export type Judge = Disposable & {
  /** Loads the expectations (JavaScript text) of an exercise; remembered by `key`. */
  load(key: string, expectations: string): void;
  names(): string[];
  judge(recording: Recording): Judgement;
};

/** Expectations of our authors get more room than a submission: their values are whole catalogues at times. */
const MEMORY_LIMIT_MIB = 256;
const TIME_LIMIT_MS = 2000;
const CONTEXT_LIMIT = 8;

/** @param snapshot Of the bundle; without it each exercise's context compiles what `readBundle` returns. */
export function makeJudge(readBundle: () => string, snapshot?: Snapshot): Judge {
  const newIsolate = (): Isolate => createIsolate({ memoryLimitMiB: MEMORY_LIMIT_MIB, snapshot });
  let isolate = newIsolate();
  const contexts = new Map<string, { context: Context; controls: GuestDoor }>();
  let current: { key: string; expectations: string; controls: GuestDoor } | undefined;

  function open(key: string, expectations: string): GuestDoor {
    const context = isolate.createContext();
    const controls = context.openDoor(readBundle);
    const module = compile(context, expectations);
    unwrap(module.evaluate());
    unwrap(controls.call('load', module.namespace()));
    contexts.set(key, { context, controls });
    return controls;
  }

  function load(key: string, expectations: string): void {
    isolate.startWindow(TIME_LIMIT_MS);
    const controls = contexts.get(key)?.controls ?? open(key, expectations);
    current = { key, expectations, controls };
    evictOldest();
  }

  function evictOldest(): void {
    const [oldest] = contexts;
    if (oldest === undefined || contexts.size <= CONTEXT_LIMIT) return;
    contexts.delete(oldest[0]);
    oldest[1].context.dispose();
  }

  /** After a limit the isolate is not touched again. */
  function renew(): void {
    isolate[Symbol.dispose]();
    isolate = newIsolate();
    contexts.clear();
    if (current !== undefined) load(current.key, current.expectations);
  }

  function call(method: string, ...args: string[]): string {
    if (current === undefined) throw new Error('judge: load() comes first');
    isolate.startWindow(TIME_LIMIT_MS);
    return String(unwrap(current.controls.call(method, ...args)));
  }

  return {
    load,
    names: () => JSON.parse(call('names')) as string[],
    judge(recording) {
      try {
        return JSON.parse(call('judge', JSON.stringify(recording))) as Judgement;
      } catch (error) {
        if (!(error instanceof IsolateLostError)) throw error;
        renew();
        const finding = { code: 'not-comparable', params: { limitMs: TIME_LIMIT_MS } };
        return { outcome: 'failed', findings: [finding], hitLimit: true };
      }
    },
    [Symbol.dispose]() {
      isolate[Symbol.dispose]();
    },
  };
}

function compile(context: Context, expectations: string): ReturnType<Context['compileModule']> {
  try {
    const module = context.compileModule(expectations, 'expectations.ts');
    module.link((specifier) => {
      throw new Error(`imports "${specifier}"; only types may be imported`);
    });
    return module;
  } catch (error) {
    if (!(error instanceof GuestSyntaxError)) throw error;
    throw new Error(authorProblem('expectations.ts', error.message, error.line), { cause: error });
  }
}

function unwrap(crossing: Crossing): unknown {
  if (!crossing.threw) return crossing.value;
  const { name, message, stack } = crossing;
  const line = /expectations\.ts:(\d+)/.exec(stack)?.[1];
  throw new Error(authorProblem('expectations.ts', `${name || 'Error'}: ${message}`, line));
}

/** `scenarios.ts: line 3: Unexpected token`. */
export function authorProblem(file: string, problem: string, line?: number | string): string {
  return `${file}: ${line === undefined ? '' : `line ${line}: `}${problem}`;
}
