// What student code can do to the clock it lives on, in a real isolate.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeGrader, type Grader } from '#grader/index.ts';

let grader: Grader;
beforeAll(() => {
  grader = makeGrader();
});
afterAll(async () => {
  await grader.close();
});

async function run(source: string) {
  const { lines, exitCode, virtualMs, error } = await grader.run({
    files: { 'solution.js': source },
    seed: 1,
  });
  return { texts: lines.map(({ text }) => text), exitCode, virtualMs, error };
}

test('the constructors of handles make none', async () => {
  const { texts } = await run(`
    for (const handle of [setTimeout(() => {}, 1), setInterval(() => {}, 1).unref(), setImmediate(() => {})]) {
      for (const Type of [handle.constructor, Object.getPrototypeOf(handle.constructor)]) {
        try { new Type({ state: 'waiting', kind: 'timer', keepsAlive: true }); console.log('made'); }
        catch (error) { console.log(error.name + ': ' + error.message); }
      }
    }`);
  expect(texts).toEqual(Array.from({ length: 6 }, () => 'TypeError: Illegal constructor'));
});

test('methods of handles do nothing to what is no handle', async () => {
  const { texts } = await run(`
    const { ref, unref, hasRef, refresh, close } = setTimeout(() => {}, 1);
    for (const method of [ref, unref, hasRef, refresh, close]) {
      try { method.call({ kind: 'timer', state: 'waiting' }); console.log('called'); }
      catch (error) { console.log(error.name); }
    }`);
  // As in Node, close is clearTimeout, which takes anything.
  expect(texts).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError', 'called']);
});

test('replaced promises and maps change neither microtasks nor timers', async () => {
  const result = await run(`
    const names = { Promise: ['then', 'catch', 'constructor'], Map: ['get', 'set', 'delete'] };
    for (const [type, methods] of Object.entries(names))
      for (const method of methods) globalThis[type].prototype[method] = () => console.log('replaced');
    Promise.resolve = () => console.log('replaced');
    queueMicrotask(() => console.log('microtask'));
    const id = +setTimeout(() => console.log('never'), 5);
    setTimeout(() => clearTimeout(id), 4);
    setTimeout(() => console.log('timer'), 6);`);
  expect(result).toMatchObject({ texts: ['microtask', 'timer'], exitCode: 0, virtualMs: 6 });
});

test('nothing of a program is recorded after its uncaught error', async () => {
  const { texts, exitCode, virtualMs, error } = await run(`
    setTimeout(() => {
      queueMicrotask(() => { console.log('microtask'); work(50); setTimeout(() => console.log('timer'), 1); });
      process.nextTick(() => console.log('tick'));
      throw new Error('ends here');
    }, 5);`);
  expect({ texts, exitCode, virtualMs }).toEqual({ texts: [], exitCode: 1, virtualMs: 5 });
  expect(error).toBe('Uncaught Error: ends here (line 5)');
});

test('ticks and microtasks that call each other for ever do not keep a rejection from ending the program', async () => {
  const { exitCode } = await run(`
    setTimeout(() => {
      void Promise.reject(new Error('ends here'));
      const again = () => process.nextTick(() => queueMicrotask(again));
      queueMicrotask(again);
    }, 1);`);
  expect(exitCode).toBe(1);
});
