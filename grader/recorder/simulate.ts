// Simulated asynchronous functions: recorded, exact in virtual time, and made of nothing the student can reach.
import type { Behaviour, Behaviours } from '../author.ts';
import type { EventLoop } from '../virtual-clock/event-loop.ts';
import type { AbortInternals } from '../virtual-clock/events.ts';
import {
  apply,
  defineProperty,
  isInteger,
  ownKeys,
  ownValue,
  RealError,
  RealPromise,
  RealRangeError,
  RealString,
  RealTypeError,
  record,
} from '../virtual-clock/primordials.ts';
import { currentRun } from '../virtual-clock/restart.ts';
import type { Completions } from './completions.ts';
import type { Recorder } from './recorder.ts';

type Settle = { resolve(value: unknown): void; reject(reason: unknown): void };
type Parts = { loop: EventLoop; completions: Completions; recorder: Recorder; aborts: AbortInternals };

export function makeSimulate(parts: Parts): (behaviours: Behaviours) => object {
  return (behaviours) => {
    const functions = {};
    const names = ownKeys(behaviours);
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index] as string;
      const value = makeSimulated(name, copyBehaviour(ownValue(behaviours, name) as Behaviour), parts);
      defineProperty(
        functions,
        name,
        record({ value, enumerable: true, configurable: true, writable: true }),
      );
    }
    return functions;
  };
}

/** Its own fields alone: a `hangs` or `rejects` on `Object.prototype` would be the student's. */
function copyBehaviour(behaviour: Behaviour): Behaviour {
  return record({
    ms: ownValue(behaviour, 'ms'),
    value: ownValue(behaviour, 'value'),
    rejects: ownValue(behaviour, 'rejects'),
    abortable: ownValue(behaviour, 'abortable'),
    hangs: ownValue(behaviour, 'hangs'),
  }) as Behaviour;
}

function makeSimulated(name: string, behaviour: Behaviour, parts: Parts): unknown {
  let calls = 0;
  const run = currentRun();
  const simulated = function (...args: unknown[]): Promise<unknown> {
    if (run !== currentRun()) throw new RealTypeError(`"${name}" belongs to another test`);
    const index = calls;
    calls += 1;
    return new RealPromise((resolve, reject) => {
      startCall(
        { name, behaviour, args: withSafeIterator(args), index, ...parts },
        record({ resolve, reject }),
      );
    });
  };
  defineProperty(simulated, 'name', record({ value: name, configurable: true }));
  return simulated;
}

/** Scenarios destructure the arguments (`([id]) => …`); a student's `Array.prototype[Symbol.iterator]` has no part in that. */
function withSafeIterator(args: unknown[]): unknown[] {
  const value = (): object => {
    let index = 0;
    return record({
      next: () => {
        index += 1;
        return record({ done: index > args.length, value: args[index - 1] });
      },
    });
  };
  defineProperty(args, Symbol.iterator, record({ value, configurable: true, writable: true }));
  return args;
}

type StartedCall = Parts & { name: string; behaviour: Behaviour; args: unknown[]; index: number };

type Finish = (outcome: 'fulfilled' | 'rejected' | 'cancelled', value: unknown) => void;

function startCall(call: StartedCall, settle: Settle): void {
  const { name, behaviour, args, index, loop, completions, recorder } = call;
  const latencyMs = typeof behaviour.ms === 'function' ? behaviour.ms(args, index) : behaviour.ms;
  if (!isInteger(latencyMs) || latencyMs < 0) {
    throw new RealRangeError(
      `simulate: latency of "${name}" is ${RealString(latencyMs)}; expected whole virtual ms, 0 or more`,
    );
  }
  const spanId = recorder.startSpan(
    'call',
    name,
    args,
    behaviour.hangs === true ? -1 : loop.nowMs() + latencyMs,
  );
  let isOver = false;
  let stop: () => void = () => {};
  const finish: Finish = (outcome, value) => {
    if (isOver) return;
    isOver = true;
    stop();
    recorder.endSpan(spanId, outcome, record({ held: value }));
    if (outcome === 'fulfilled') settle.resolve(value);
    else settle.reject(value);
  };
  const stopListening = behaviour.abortable === true ? listenForAbort(call, finish) : stop;
  if (behaviour.hangs === true || isOver) return;
  const completion = completions.add(latencyMs, () => settleCall(call, finish), spanId);
  stop = () => {
    stopListening();
    completions.cancel(completion);
  };
}

function settleCall({ behaviour, args, index }: StartedCall, finish: Finish): void {
  try {
    const reason =
      typeof behaviour.rejects === 'function' ? behaviour.rejects(args, index) : behaviour.rejects;
    if (reason !== undefined) {
      finish('rejected', typeof reason === 'string' ? new RealError(reason) : reason);
    } else {
      finish(
        'fulfilled',
        typeof behaviour.value === 'function' ? apply(behaviour.value, undefined, args) : behaviour.value,
      );
    }
  } catch (error) {
    finish('rejected', error);
  }
}

function listenForAbort({ args, aborts }: StartedCall, finish: Finish): () => void {
  const signal = findSignal(args, aborts);
  return signal === undefined
    ? () => {}
    : aborts.onAbort(signal, (reason) => {
        finish('cancelled', reason);
      });
}

function findSignal(args: unknown[], aborts: AbortInternals): AbortSignal | undefined {
  for (let index = 0; index < args.length; index += 1) {
    const candidate = args[index];
    if (aborts.isSignal(candidate)) return candidate;
    if (typeof candidate !== 'object' || candidate === null) continue;
    const nested = ownValue(candidate, 'signal');
    if (aborts.isSignal(nested)) return nested;
  }
  return undefined;
}
