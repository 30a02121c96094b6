// What a snapshot's maker runs once, in a context of its own, so that the functions a grading needs are compiled in the
// snapshot already. Nothing of it is left in the contexts made from the snapshot. All of it is synchronous: promise jobs do
// not run between its steps.
import { judgeWarmUp } from '../judge/warm-up.ts';
import type { DoorName } from './guest-files.ts';

const world = `(() => {
  const door = globalThis.__interleave;
  const { arg, made, none, wait, ready } = door.exports;
  door('open', false);
  door('start', 1, 'warm');
  const scenarios = { default: { warm: { run(lab) {
    const { load, store } = lab.simulate({ load: { ms: 20, value: (id) => ({ id, tags: ['a', undefined], at: new Date(0) }), abortable: true }, store: { ms: 30, rejects: 'no' } });
    const controller = new AbortController();
    const calls = [load(arg(0, 1)), made(1, load({ id: 2, signal: controller.signal })), store('x', ...none(2)), load(3)];
    for (const call of calls) { wait(3, call); call.catch(() => {}); }
    setTimeout(() => console.log('warm %s', 1, { a: 1, list: [1, 'two'], error: new Error('warm') }), 5);
    const timer = setTimeout(() => {}, 7);
    clearTimeout(timer);
    const interval = setInterval(() => clearInterval(interval), 8);
    setImmediate(() => {});
    queueMicrotask(() => {});
    process.nextTick(() => {});
    lab.sleep(4); lab.integer(1, 6); lab.random(); Math.random(); Date.now(); new Date(); performance.now(); lab.now();
    Promise.all(calls).catch(() => {});
    lab.outcomeOf(() => load(4)).catch(() => {});
    lab.solution.solve();
    throw Object.assign(new TypeError('four', { cause: [1, 'two'] }), { map: new Map([[1, new Set([2])]]), at: new Date(0), big: 1n });
  } }, waiting: { run(lab) {
    const { load } = lab.simulate({ load: { ms: ([id]) => id, values: [1, 2], rejects: ([id]) => (id === 2 ? 'no' : undefined) } });
    for (const id of [1, 2]) wait(4, made(4, load(arg(4, id)))).catch(() => {});
    return lab.sleep(50);
  } } } };
  door('prepare', scenarios, 'warm');
  ready({ solve() { return 1; } });
  for (let count = 0; count < 14; count += 1) door('step');
  door('probe');
  door('isReady');
  door('exitCode');
  door('report');
  for (const question of ['reaches', 'hasExited', 'isUncaught', 'isBusyWaiting', 'runTicks']) door(question);
  door('start', 2, 'warm');
  door('prepare', scenarios, 'waiting');
  ready({});
  for (let count = 0; count < 6; count += 1) door('step');
  door('report');
})()`;

/** For each bundle: what is run, and what one of the door's functions answers in a context that nothing has been run in. */
export const warmUps = {
  recorder: { script: world, probe: 'isReady', answer: false },
  judge: { script: judgeWarmUp, probe: 'names', answer: '[]' },
} as const satisfies { [name in DoorName]: { script: string; probe: string; answer: unknown } };
