// Why a step of a run comes now: one sentence each, in the words of the event loop.
import { stateAt } from './steps.ts';
import type { Microtask, SourcePosition, Step, StepTrace } from './types.ts';

/** @returns one sentence; it never names a file. */
export function whyNow(trace: StepTrace, index: number): string {
  const step = trace.steps[index];
  if (step === undefined) return 'The run is over.';
  const name = nameOf(trace, step);
  switch (step.kind) {
    case 'run-task':
      return whyTask(trace, step, index);
    case 'run-microtask':
      return `${whyMicrotask(trace, step, index)}${whatRuns(trace.microtasks[step.microtask ?? -1])}`;
    case 'resume':
      if (step.microtask === undefined)
        return `Its next value is asked for, so ${name} goes on${step.at === undefined ? '' : ` at line ${step.at.line}`}.`;
      return `${whyMicrotask(trace, step, index)}${name} goes on after the await${line(step)}.`;
    case 'call':
      return whyCall(trace, step, index);
    case 'return':
      return `${capital(name)} is done and leaves the call stack.`;
    case 'suspend':
      return `The await${line(step)} takes ${name} off the call stack until the promise has settled; whoever called it goes on.`;
    case 'yield':
      return `The yield${line(step)} hands a value over and takes ${name} off the call stack until the next one is asked for.`;
    case 'queue-task':
      return step.dueMs === undefined
        ? `${capital(text(step))} is started${line(step)}; nothing says when it ends.`
        : `${capital(text(step))}${line(step)} is due at ${step.dueMs} ms; the code does not wait for it here.`;
    case 'cancel-task':
      return `It is cancelled${line(step)} and will not come any more.`;
    case 'queue-microtask':
      return `A callback is queued${line(step)}: it runs once the call stack is empty, before the next timer.`;
    case 'console':
      return `The code that runs prints${line(step)}.`;
    case 'abort':
      return `The signal is aborted${line(step)}: its listeners hear of it at once.`;
    case 'event':
      return `The event ${text(step)} is sent${line(step)}; its listeners run at once.`;
    case 'block':
      return `The code works${line(step)} without giving anything else a turn; only the clock moves.`;
    case 'settled':
      return `The result is there: it was ${text(step)}.`;
    default:
      return step.kind satisfies never;
  }
}

function line({ at }: { at?: SourcePosition }): string {
  return at === undefined ? '' : ` on line ${at.line}`;
}

function text(step: Step): string {
  return step.text ?? '';
}

/** At the start of a sentence; a name of the student's keeps its first letter. */
function capital(words: string): string {
  return words.startsWith('the ') ? `T${words.slice(1)}` : words;
}

/** `load`, or words for a function that has no name. */
function named({ name }: { name?: string }): string {
  if (name === 'module') return 'the module';
  if (name === undefined || name === '') return 'the function';
  return name.startsWith('callback of ') ? `the ${name}` : name;
}

function nameOf({ steps }: StepTrace, { frame }: Step): string {
  return named(steps.find((step) => step.kind === 'call' && step.frame === frame) ?? {});
}

function whyTask(trace: StepTrace, step: Step, index: number): string {
  const before = trace.steps[index - 1]?.virtualMs ?? 0;
  const task = stateAt(trace, index - 1).tasks.find((waiting) => waiting.task === step.task);
  const jump =
    step.virtualMs > before
      ? `Nothing is left to run at ${before} ms, so the clock goes on to ${step.virtualMs} ms`
      : 'The call stack and the microtask queue are empty, so the next task runs';
  if (task === undefined) return `${jump}: a task of the test itself.`;
  return `${jump}: ${task.text}${line(task)} is due.`;
}

function whyMicrotask(trace: StepTrace, step: Step, index: number): string {
  const waiting = stateAt(trace, index - 1).microtasks;
  const others = waiting.length - 1;
  const isFirst = waiting[0]?.index === step.microtask && others > 0;
  return isFirst
    ? `The call stack is empty, and of ${waiting.length} waiting microtasks this is the first: `
    : 'The call stack is empty, so the waiting microtask runs before any timer: ';
}

function whatRuns(microtask: Microtask | undefined): string {
  if (microtask === undefined) return 'a callback.';
  const where = line(microtask);
  switch (microtask.kind) {
    case 'resume':
      return `a function goes on after the await${where}.`;
    case 'then':
    case 'catch':
    case 'finally':
      return `the callback of ${microtask.kind}${where}, since its promise has settled.`;
    case 'pass':
      return `the ${microtask.name}${where} has no callback for this outcome and passes it on.`;
    case 'adopt':
      return `the promise that ${named(microtask)} returned is asked for its outcome; that takes a microtask of its own.`;
    case 'carry':
      return `the outcome of the promise that ${named(microtask)} returned is carried over.`;
    case 'thenable':
      return `then of the object awaited${where} is called, to ask for its outcome.`;
    case 'combine':
      return `${microtask.name}${where} takes the outcome of one of its promises.`;
    case 'microtask':
      return `the callback of queueMicrotask${where}.`;
    case 'tick':
      return `the callback of process.nextTick${where}.`;
    default:
      return microtask.kind satisfies never;
  }
}

function whyCall(trace: StepTrace, step: Step, index: number): string {
  const before = trace.steps[index - 1];
  const name = capital(nameOf(trace, step));
  if (before === undefined) return `${name} runs from top to bottom.`;
  const caller = stateAt(trace, index - 1).stack.at(-1);
  if (caller !== undefined) {
    const who = caller.name === 'module' || caller.name === '' ? 'the code below it' : caller.name;
    return `${name} is called by ${who} and runs at once, on top of the call stack.`;
  }
  if (before.kind === 'run-task' || before.kind === 'run-microtask')
    return `${name} is what was waiting; it runs on the empty call stack.`;
  return `${name} is called from outside the file, by the test or by the platform.`;
}
