// The judge isolate: warm, holds Vitest's expect and one exercise's expectations per context. No student code enters it;
// recordings come in as JSON text.
import { createIsolate, type Context, type GuestObject, type Isolate } from '../sandbox/isolate.ts';
import type { Finding, Recording } from '../recording/types.ts';

export type Judgement = { outcome: 'passed' | 'failed'; findings: Finding[] };

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

export function makeJudge(bundle: string): Judge {
  const isolate: Isolate = createIsolate({ memoryLimitMiB: MEMORY_LIMIT_MIB });
  const contexts = new Map<string, { context: Context; controls: GuestObject }>();
  let current: GuestObject | undefined;

  function open(key: string, expectations: string): GuestObject {
    const context = isolate.createContext();
    const controls = context.runBundle(bundle, 'judge');
    const module = context.compileModule(expectations, 'expectations.ts');
    module.link((specifier) => {
      throw new Error(`expectations.ts imports "${specifier}"; only types may be imported`);
    });
    unwrap(module.evaluate());
    unwrap(controls.call('load', module.namespace()));
    contexts.set(key, { context, controls });
    return controls;
  }

  function evictOldest(): void {
    const [oldest] = contexts;
    if (oldest === undefined || contexts.size <= CONTEXT_LIMIT) return;
    contexts.delete(oldest[0]);
    oldest[1].context.dispose();
  }

  function call(method: string, ...args: string[]): string {
    if (current === undefined) throw new Error('judge: load() comes first');
    isolate.startWindow(TIME_LIMIT_MS);
    return String(unwrap(current.call(method, ...args)));
  }

  return {
    load(key, expectations) {
      isolate.startWindow(TIME_LIMIT_MS);
      current = contexts.get(key)?.controls ?? open(key, expectations);
      evictOldest();
    },
    names: () => JSON.parse(call('names')) as string[],
    judge: (recording) => JSON.parse(call('judge', JSON.stringify(recording))) as Judgement,
    [Symbol.dispose]() {
      isolate[Symbol.dispose]();
    },
  };
}

function unwrap(crossing: ReturnType<GuestObject['call']>): unknown {
  if (crossing.threw)
    throw new Error(`expectations.ts: ${crossing.name || 'Error'}: ${crossing.message}\n${crossing.stack}`);
  return crossing.value;
}
