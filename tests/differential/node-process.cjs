// The oracle's process: Node's own timers, immediates, ticks and promises over a clock that jumps instead of waiting. Only the
// source of time is replaced (libuv's `now` and its one timer); the queues and their order are Node's untouched code. So a
// busy machine cannot change a result, and any delays may meet. Reads programs as JSON lines, answers in JSON lines.
// Needs --expose-internals --experimental-vm-modules.
const fs = require('node:fs');
const vm = require('node:vm');
const { internalBinding } = require('internal/test/binding');
const linkedList = require('internal/linkedlist');
const internalTimers = require('internal/timers');
const { runNextTicks } = require('internal/process/task_queues').setupTaskQueue();

const binding = internalBinding('timers');
const { immediateInfo, timeoutInfo } = binding;
const COUNT = 0;
const REFERENCED = 1;
let nowMs = 1000;
let startMs = nowMs;

const scheduleTimer = binding.scheduleTimer.bind(binding);
const { processImmediate, processTimers } = internalTimers.getTimerCallbacks(runNextTicks);
const isWaitedFor = () => timeoutInfo[0] > 0;

binding.getLibuvNow = () => nowMs;
binding.scheduleTimer = () => scheduleTimer(1);
binding.setupTimers(checkPhase, timerPhase);

/** libuv would wait for the next timer: the clock jumps to it. With an immediate to run, or nothing to wait for, it does not. */
function jump() {
  const next = internalTimers.timerListQueue.peek();
  const waits = isWaitedFor() && immediateInfo[REFERENCED] === 0;
  if (waits && next !== undefined && next.expiry > nowMs) nowMs = next.expiry;
}

/** libuv's phase of timers follows the one of immediates: what `work` has made due is due at once. */
function checkPhase() {
  jump();
  processImmediate();
  runNextTicks();
  if (runTimers() === 0) return;
  scheduleTimer(1);
  binding.toggleTimerRef(isWaitedFor());
}

/** The end of libuv's wait. Immediates that it did not stay awake for come first. */
function timerPhase() {
  if (immediateInfo[REFERENCED] > 0) return isWaitedFor() ? 1 : -1;
  if (!isWaitedFor()) return -1;
  jump();
  if (immediateInfo[COUNT] > 0) {
    processImmediate();
    runNextTicks();
  }
  return Math.sign(runTimers());
}

/**
 * Two lists of timers (one list per delay) that want to be looked at in the same millisecond: Node's choice depends on when
 * it last looked at each, and with a real clock on chance.
 */
function noteTies() {
  const dueTimes = Object.values(internalTimers.timerListMap)
    .map(({ expiry }) => expiry)
    .filter((expiry) => expiry <= nowMs);
  if (new Set(dueTimes).size < dueTimes.length) program.hasTie = true;
}

function runTimers() {
  noteTies();
  return processTimers(nowMs);
}

let program = null;
const answer = fs.writeSync.bind(null, 1);

process.stdout.write = (text) => {
  if (!program.hasEnded) program.output += text;
  return true;
};
process.stderr.write = () => true;
process.exit = (code) => end(code ?? process.exitCode ?? 0);
performance.now = () => nowMs - startMs;
Date.now = () => nowMs;
globalThis.Date = class extends Date {
  constructor(...args) {
    super(...(args.length === 0 ? [nowMs] : args));
  }
};
globalThis.work = (ms) => {
  nowMs += ms;
};

/** What is left of a program that Node would have ended runs on unheard. */
function end(exitCode, error) {
  if (program.hasEnded) return;
  program.hasEnded = true;
  if (error !== undefined) program.error = String(error?.stack ?? error);
  program.exitCode = exitCode;
  program.virtualMs = nowMs - startMs;
}
process.on('uncaughtException', (error) => end(1, error ?? null));
process.on('warning', () => {});

let unread = '';
function readLine() {
  const chunk = Buffer.alloc(65_536);
  for (;;) {
    const at = unread.indexOf('\n');
    if (at !== -1) {
      const line = unread.slice(0, at);
      unread = unread.slice(at + 1);
      return line;
    }
    const length = fs.readSync(0, chunk);
    if (length === 0) process.reallyExit(0);
    unread += chunk.toString('latin1', 0, length);
  }
}

/** When the module itself fails, Node ends some microtasks later, before the queue of ticks. */
async function evaluate(module, current) {
  try {
    await module.evaluate();
    current.isEvaluated = true;
  } catch (error) {
    current.hasFailedToLoad = !current.hasEnded;
    end(1, error);
  }
}

function startNext() {
  const { source } = JSON.parse(readLine());
  program = {
    output: '',
    exitCode: 0,
    virtualMs: 0,
    hasEnded: false,
    isEvaluated: false,
    hasFailedToLoad: false,
    hasTie: false,
  };
  startMs = nowMs;
  const module = new vm.SourceTextModule(source, { identifier: 'program.js' });
  module.linkRequests([]);
  module.instantiate();
  // As for an ES module that Node was started with: its body runs as a microtask, before the queue of ticks.
  queueMicrotask(() => void evaluate(module, program));
}

/** Timers and immediates that nothing waits for, and lists of such timers, must not be seen by the next program. */
function forgetTimers() {
  for (const list of Object.values(internalTimers.timerListMap))
    while (linkedList.peek(list) !== null) clearTimeout(linkedList.peek(list));
  while (internalTimers.immediateQueue.head !== null) clearImmediate(internalTimers.immediateQueue.head);
  processTimers(Infinity);
}

process.on('beforeExit', () => {
  if (program !== null) {
    end(program.isEvaluated ? (process.exitCode ?? 0) : 13);
    process.exitCode = undefined;
    process.removeAllListeners('unhandledRejection');
    forgetTimers();
    answer(`${JSON.stringify(program)}\n`);
  }
  setImmediate(startNext);
});
