// The guest half of the step trace: what ran, in the engine's own order, and when each microtask was queued. Nothing here
// models promises. Beside each reaction of the student's a companion of ours is attached to the same promise just before it,
// so that the companion runs right before it does; and whether a promise had settled at a step is asked of the promise itself.
import {
  append,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isInstance,
  isInteger,
  list,
  ownValue,
  promiseThen,
  RealTypeError,
  RealPromise,
  record,
  type List,
} from '../virtual-clock/primordials.ts';
import { onRestart } from '../virtual-clock/restart.ts';
import { NO_SITE, type Recorder } from './recorder.ts';
import { STEP_LIMIT } from './step-limit.ts';
import type { Hooks } from './trace.ts';

/** An activation of a function of the student's. */
type Frame = { id: number; site: number; kind: number; microtask: number; returned: unknown };
/** The kinds of activation, as grader/recorder/weave-steps.ts numbers them. */
const ASYNC = 1;

export type GuestStep = {
  kind: string;
  virtualMs: number;
  site: number;
  frame: number;
  microtask: number;
  task: number;
  text: string;
  level: string;
  dueMs: number;
};
/** `queuedAt` and `ranAt` are indexes of steps, -1 for never. */
export type GuestMicrotask = { kind: string; site: number; frame: number; queuedAt: number; ranAt: number };

export type StepHooks = {
  enter(site: number, kind: number): Frame;
  leave(frame: Frame): void;
  returns(frame: Frame, value: unknown): unknown;
  suspend(frame: Frame, site: number, value: unknown): unknown;
  yields(frame: Frame, site: number, value: unknown): unknown;
  resumes(frame: Frame, site: number, value?: unknown): unknown;
  receives(site: number, method: string, printed: string, value: unknown): unknown;
  reacts(site: number, method: string, index: number, isLast: boolean, value: unknown): unknown;
  combines(site: number, value: unknown): unknown;
};

export type StepTrace = {
  hooks: StepHooks;
  readonly steps: List<GuestStep>;
  readonly microtasks: List<GuestMicrotask>;
  /** Whether steps are missing at the end. */
  readonly isCut: boolean;
  /** Whether this run is traced. */
  readonly isOn: boolean;
  /** Traces this run, from now on. */
  begin(): void;
};

/** Questions to promises; with them all asked, the queue is known no further. */
const QUESTION_LIMIT = 100_000;
/** Promises of one `Promise.all` that are followed. */
const COMBINED_LIMIT = 100;
const NONE = -1;

type Watch = { promise: Promise<unknown>; microtask: GuestMicrotask };
type Receiver = { site: number; value: unknown; hasFirst: boolean; hasSecond: boolean };
type Reaction = { method: string; hasFirst: boolean; hasSecond: boolean };

/** As with the plain hooks: whoever finds them can lie about lines and about nothing else. */
function toNumber(value: unknown): number {
  return isInteger(value) ? (value as number) : NONE;
}

function isReaction(method: unknown): method is string {
  return method === 'then' || method === 'catch' || method === 'finally';
}

const toObject = Object as (value: unknown) => object;
const { captureStackTrace } = Error;

function withoutOurFrame(error: Error, hook: unknown): Error {
  captureStackTrace(error, hook as () => unknown);
  return error;
}

/** Whether a call of the method fails for sure; a getter might give it yet. */
function lacks(value: unknown, method: string): boolean {
  if (value === null || value === undefined || isInstance(value, RealPromise)) return false;
  for (let holder = toObject(value) as object | null; holder !== null; holder = getPrototypeOf(holder)) {
    const descriptor = getOwnPropertyDescriptor(holder, method);
    if (descriptor === undefined) continue;
    return descriptor.get === undefined && typeof descriptor.value !== 'function';
  }
  return true;
}

const speciesGetter = getOwnPropertyDescriptor(RealPromise, Symbol.species)?.get;
const nativeThen = ownValue(RealPromise.prototype, 'then');

/** Whether `then` on it runs no code of the student's and makes an ordinary promise: only such are asked anything. */
function isPlain(value: unknown): value is Promise<unknown> {
  return (
    isInstance(value, RealPromise) &&
    getPrototypeOf(value) === RealPromise.prototype &&
    getOwnPropertyDescriptor(value, 'constructor') === undefined &&
    getOwnPropertyDescriptor(value, 'then') === undefined &&
    ownValue(RealPromise.prototype, 'constructor') === RealPromise &&
    ownValue(RealPromise.prototype, 'then') === nativeThen &&
    getOwnPropertyDescriptor(RealPromise, Symbol.species)?.get === speciesGetter
  );
}

export function makeStepTrace(recorder: Recorder, nowMs: () => number, plain: Hooks): StepTrace {
  const steps: List<GuestStep> = list();
  const microtasks: List<GuestMicrotask> = list();
  const settled = new RealPromise<void>((resolve) => resolve());
  let stack: List<Frame> = list();
  let watches: List<Watch> = list();
  let receivers: List<Receiver> = list();
  let frames = 0;
  let questions = 0;
  let running = NONE;
  /** A thenable's `then` is called by a microtask that is only known by the call itself. */
  let thenable = NONE;
  let isCut = false;
  let isOn = false;
  let isClosed = false;

  function note(kind: string, fields: Partial<GuestStep>): void {
    if (isClosed) return;
    if (steps.length >= STEP_LIMIT) {
      isCut = true;
      return;
    }
    append(
      steps,
      record({
        kind,
        virtualMs: nowMs(),
        site: toNumber(fields.site),
        frame: toNumber(fields.frame),
        microtask: fields.microtask ?? NONE,
        task: fields.task ?? NONE,
        text: fields.text ?? '',
        level: fields.level ?? '',
        dueMs: fields.dueMs ?? NONE,
      }),
    );
    askAll(steps.length - 1);
  }

  /** Asks every promise that somebody waits for whether it has settled by now. The answers come in later. */
  function askAll(step: number): void {
    let kept = 0;
    const pending = watches;
    watches = list();
    const moment = record({ isOver: false });
    for (let index = 0; index < pending.length; index += 1) {
      const waiting = pending[index] as Watch;
      if (waiting.microtask.ranAt !== NONE || questions >= QUESTION_LIMIT) continue;
      watches[kept++] = waiting;
      questions += 1;
      const answer = (): void => {
        const { microtask } = waiting;
        if (!moment.isOver && (microtask.queuedAt === NONE || microtask.queuedAt > step))
          microtask.queuedAt = step;
      };
      void promiseThen(waiting.promise, answer, answer);
    }
    if (kept > 0) void promiseThen(settled, () => (moment.isOver = true));
  }

  function add(kind: string, site: number, frame = NONE): number {
    const places = { site: toNumber(site), frame: toNumber(frame) };
    append(microtasks, record({ kind, ...places, queuedAt: NONE, ranAt: NONE }));
    return microtasks.length - 1;
  }

  /** A microtask begins: by then every function has returned. */
  function start(id: number): void {
    stack = list();
    running = id;
    thenable = NONE;
    const microtask = microtasks[id];
    if (microtask !== undefined && microtask.ranAt === NONE) microtask.ranAt = steps.length;
  }

  function run(id: number): void {
    start(id);
    note('run-microtask', { microtask: id, site: microtasks[id]?.site ?? NO_SITE });
  }

  /** Queues a companion of what the engine queues next. */
  function queueCompanion(callback: () => void): void {
    void promiseThen(settled, callback);
  }

  function watch(promise: Promise<unknown>, id: number): void {
    const microtask = microtasks[id];
    if (microtask !== undefined) append(watches, record({ promise, microtask }));
  }

  function drop(frame: Frame): void {
    for (let index = stack.length - 1; index >= 0; index -= 1) {
      if (stack[index] !== frame) continue;
      stack.length = index;
      return;
    }
  }

  function isActive(): boolean {
    return isOn && !isClosed && steps.length < STEP_LIMIT;
  }

  /** The engine is about to resolve a promise with the promise `value`: a microtask calls its `then`, another one carries the value over. */
  function adopt(value: unknown, frame: Frame): void {
    if (!isPlain(value)) return;
    const asks = add('adopt', frame.site, frame.id);
    const microtask = microtasks[asks];
    if (microtask !== undefined) microtask.queuedAt = steps.length;
    queueCompanion(() => {
      run(asks);
      const carries = add('carry', frame.site, frame.id);
      watch(value, carries);
      void promiseThen(
        value,
        () => run(carries),
        () => run(carries),
      );
    });
  }

  function adoptsResult({ kind, microtask }: Frame): boolean {
    const reaction = microtasks[microtask]?.kind;
    return kind === ASYNC || reaction === 'then' || reaction === 'catch';
  }

  function resume(frame: Frame, site: number, id: number): void {
    start(id);
    append(stack, frame);
    note('resume', { frame: frame.id, microtask: id, site });
  }

  /** What `await` makes of its operand, tracked as the plain hook does; a promise that can be asked, where there is one. */
  function awaited(site: number, value: unknown): unknown {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    if (!isObject) return isPlain(settled) ? new RealPromise((resolve) => resolve(value)) : value;
    if (isInstance(value, RealPromise)) return plain.wait(site, value);
    const calls = add('thenable', site);
    (microtasks[calls] as GuestMicrotask).queuedAt = steps.length;
    queueCompanion(() => {
      start(NONE);
      thenable = calls;
    });
    return plain.wait(site, value);
  }

  function react(reaction: Reaction, site: number, promise: Promise<unknown>): void {
    const id = add(reaction.method, site);
    const settle = (hasHandler: boolean) => (): void => {
      const microtask = microtasks[id];
      if (microtask !== undefined && !hasHandler) microtask.kind = 'pass';
      run(id);
    };
    const { method, hasFirst, hasSecond } = reaction;
    watch(promise, id);
    void promiseThen(
      promise,
      settle(method !== 'catch' && hasFirst),
      settle(method === 'then' ? hasSecond : hasFirst),
    );
    askAll(steps.length - 1);
  }

  const hooks: StepHooks = {
    enter(site, kind) {
      frames += 1;
      const frame: Frame = record({ id: frames, site, kind, microtask: NONE, returned: undefined });
      if (!isActive()) return frame;
      if (stack.length === 0 && thenable !== NONE) run(thenable);
      if (stack.length === 0) {
        frame.microtask = running;
        running = NONE;
      }
      append(stack, frame);
      note('call', { frame: frame.id, site, microtask: frame.microtask });
      return frame;
    },
    leave(frame) {
      if (!isActive()) return;
      drop(frame);
      if (adoptsResult(frame)) adopt(frame.returned, frame);
      note('return', { frame: frame.id, site: frame.site });
    },
    returns(frame, value) {
      frame.returned = value;
      return value;
    },
    suspend(frame, site, value) {
      recorder.site = site;
      if (!isActive()) return plain.wait(site, value);
      const operand = awaited(site, value);
      drop(frame);
      if (!isPlain(operand)) {
        note('suspend', { frame: frame.id, site });
        return operand;
      }
      const id = add('resume', site, frame.id);
      watch(operand, id);
      const goOn = (): void => resume(frame, site, id);
      void promiseThen(operand, goOn, goOn);
      note('suspend', { frame: frame.id, site, microtask: id });
      return operand;
    },
    yields(frame, site, value) {
      if (isActive()) {
        drop(frame);
        note('yield', { frame: frame.id, site });
      }
      return value;
    },
    resumes(frame, site, value) {
      if (isActive()) {
        drop(frame);
        append(stack, frame);
        note('resume', { frame: frame.id, site });
      }
      return value;
    },
    receives(site, method, printed, value) {
      if (isReaction(method) && lacks(value, method))
        throw withoutOurFrame(new RealTypeError(`${printed}.${method} is not a function`), hooks.receives);
      if (isActive()) append(receivers, record({ site, value, hasFirst: false, hasSecond: false }));
      return value;
    },
    reacts(site, method, index, isLast, value) {
      const receiver = findReceiver(site);
      if (receiver === undefined || !isReaction(method) || !isActive()) return value;
      const isHandler = typeof value === 'function';
      if (index === 0) receiver.hasFirst = isHandler;
      else receiver.hasSecond = isHandler;
      if (isLast) {
        forget(receiver);
        if (isPlain(receiver.value)) react(record({ ...receiver, method }), site, receiver.value);
      }
      return value;
    },
    combines(site, value) {
      if (!isActive() || typeof value !== 'object' || value === null) return value;
      const length = isArray(value) ? (value as unknown[]).length : 0;
      for (let index = 0; index < length && index < COMBINED_LIMIT; index += 1) {
        const promise = ownValue(value, index);
        if (!isPlain(promise)) continue;
        const id = add('combine', site);
        watch(promise, id);
        void promiseThen(
          promise,
          () => run(id),
          () => run(id),
        );
      }
      askAll(steps.length - 1);
      return value;
    },
  };

  function findReceiver(site: number): Receiver | undefined {
    for (let index = receivers.length - 1; index >= 0; index -= 1) {
      const receiver = receivers[index] as Receiver;
      if (receiver.site === site) return receiver;
    }
    return undefined;
  }

  function forget(receiver: Receiver): void {
    const kept: List<Receiver> = list();
    for (let index = 0; index < receivers.length; index += 1)
      if (receivers[index] !== receiver) append(kept, receivers[index] as Receiver);
    receivers = kept;
  }

  function beginTask(spanId: number): void {
    stack = list();
    running = NONE;
    thenable = NONE;
    note('run-task', { task: spanId, site: recorder.span(spanId)?.site ?? NO_SITE });
  }

  /** Callbacks of `queueMicrotask` and `process.nextTick`, by their spans. */
  const queued: List<number> = list();
  const listening = listenTo(recorder, {
    note,
    close() {
      isClosed = true;
    },
    beginTask,
    queues(kind, spanId) {
      const id = add(kind, recorder.site);
      (microtasks[id] as GuestMicrotask).queuedAt = steps.length;
      queued[spanId] = id;
      note('queue-microtask', { microtask: id, site: recorder.site });
    },
    runs(spanId) {
      const id = queued[spanId];
      if (id !== undefined) run(id);
    },
  });
  onRestart(() => {
    listening.stop();
    isOn = isCut = isClosed = false;
    steps.length = microtasks.length = queued.length = 0;
    stack = list();
    watches = list();
    receivers = list();
    frames = questions = 0;
    running = thenable = NONE;
  });
  return record<StepTrace>({
    hooks: record(hooks),
    steps,
    microtasks,
    get isCut() {
      return isCut;
    },
    get isOn() {
      return isOn;
    },
    begin() {
      isOn = true;
      listening.start();
    },
  });
}

type Listener = {
  note(kind: string, fields: Partial<GuestStep>): void;
  close(): void;
  beginTask(spanId: number): void;
  queues(kind: string, spanId: number): void;
  runs(spanId: number): void;
};

/** Tasks, console lines and settlements are the recorder's; while this listens they become steps as well. */
function listenTo(
  recorder: Recorder,
  { note, close: closeTrace, beginTask, queues, runs }: Listener,
): { start(): void; stop(): void } {
  const { startSpan, endSpan, mark, close } = recorder;
  const listening: Pick<Recorder, 'startSpan' | 'endSpan' | 'mark' | 'close'> = {
    startSpan(kind, name, args, dueMs) {
      const id = startSpan(kind, name, args, dueMs);
      if (isMicrotask(kind)) queues(kind, id);
      else note('queue-task', { task: id, site: recorder.site, dueMs, text: name });
      return id;
    },
    endSpan(id, outcome, value) {
      endSpan(id, outcome, value);
      if (outcome === 'cancelled') note('cancel-task', { task: id, site: recorder.site });
      else if (isMicrotask(recorder.span(id)?.kind)) runs(id);
    },
    mark(kind, text, level = '') {
      mark(kind, text, level);
      note(kind, { text, level, site: kind === 'settled' ? NO_SITE : recorder.site });
    },
    close() {
      close();
      closeTrace();
    },
  };
  return {
    start() {
      recorder.startSpan = listening.startSpan;
      recorder.endSpan = listening.endSpan;
      recorder.mark = listening.mark;
      recorder.close = listening.close;
      recorder.onTask = beginTask;
    },
    stop() {
      recorder.startSpan = startSpan;
      recorder.endSpan = endSpan;
      recorder.mark = mark;
      recorder.close = close;
      recorder.onTask = undefined;
    },
  };
}

function isMicrotask(kind: string | undefined): boolean {
  return kind === 'microtask' || kind === 'tick';
}
