// Attacks on the half of a test that runs beside the student's code: what scenarios compute with, and what the recorder asks.
import { afterAll, describe, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { tryOut, type Trial } from '#tests/helpers/grading.ts';

/** The hash of FIPS 180-4, as a student could bring it along; for ASCII texts. */
const SHA_256 = `function sha256(text) {
  const root = (x, power) => { const fraction = x ** (1 / power) % 1; return Math.floor(fraction * 2 ** 32) | 0; };
  const primes = []; for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p)) primes.push(n);
  const K = primes.map((p) => root(p, 3)); const H = primes.slice(0, 8).map((p) => root(p, 2));
  const bytes = Array.from(text, (c) => c.charCodeAt(0)); const bits = bytes.length * 8; bytes.push(128);
  while (bytes.length % 64 !== 56) bytes.push(0);
  bytes.push(0, 0, 0, 0, bits >>> 24, (bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  for (let at = 0; at < bytes.length; at += 64) {
    const W = []; for (let i = 0; i < 64; i += 1) W.push(i < 16
      ? (bytes[at + 4 * i] << 24) | (bytes[at + 4 * i + 1] << 16) | (bytes[at + 4 * i + 2] << 8) | bytes[at + 4 * i + 3]
      : ((turn(W[i - 2], 17) ^ turn(W[i - 2], 19) ^ (W[i - 2] >>> 10)) + W[i - 7] + (turn(W[i - 15], 7) ^ turn(W[i - 15], 18) ^ (W[i - 15] >>> 3)) + W[i - 16]) | 0);
    let [a, b, c, d, e, f, g, h] = H;
    for (let i = 0; i < 64; i += 1) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    for (const [i, x] of [a, b, c, d, e, f, g, h].entries()) H[i] = (H[i] + x) | 0;
  }
  return H.map((x) => (x >>> 0).toString(16).padStart(8, '0')).join('');
}`;

const grader = makeGrader();
afterAll(async () => await grader.close());

/** A scenario that makes its inputs, gathers results and returns both: as authors write them, with nothing guarded. */
const CARELESS = `const ids = Array.from({ length: 3 }, () => lab.integer(10, 1000));
  const results = await Promise.all(ids.map(async (id) => await lab.solution.solve(id, fetchItem)));
  const gathered = []; for (const [index, result] of results.entries()) gathered.push({ id: ids[index], result });
  await lab.sleep(5);
  return { gathered, count: new Set(ids).size, at: lab.now() };`;
const JUDGED = `const { gathered, count, at } = evidence.result; expect(gathered).toHaveLength(3); expect(count).toBe(3); expect(at).toBe(105);
  for (const { id, result } of gathered) { expect(id).toBeGreaterThan(9); expect(result).toBe(id * 2); }
  expect(evidence.calls('fetchItem').map((call) => call.args[0])).toEqual(gathered.map(({ id }) => id));`;

async function attack(source: string, more: Partial<Trial> = {}) {
  return await tryOut(grader, { scenario: CARELESS, expectation: JUDGED, source, ...more });
}

test('the honest answer passes', async () => {
  const { sentences } = await attack(
    `export const solve = async (id, fetchItem) => (await fetchItem(id)).id * 2;`,
  );
  expect(sentences).toEqual([]);
});

describe('what a scenario computes with is not the code under test to replace', () => {
  const wrong = `export const solve = async (id, fetchItem) => { await fetchItem(id); return 0; };`;
  const forged = `{ gathered: [10, 11, 12].map((id) => ({ id, result: id * 2 })), count: 3, at: 105 }`;
  const late = (patch: string): string =>
    `export const solve = async (id, fetchItem) => { await fetchItem(id); try { ${patch} } catch {} return 0; };`;
  const patches: [string, string][] = [
    ['a then under every object', `Object.prototype.then = function (resolve) { if (this.gathered) { delete Object.prototype.then; resolve(${forged}); } else resolve(this); };`],
    ['a then under every object, defined', `Object.defineProperty(Object.prototype, 'then', { configurable: true, get() { return this.gathered ? (resolve) => resolve(Object.assign(Object.create(null), ${forged})) : undefined; } });`],
    ['Array.from', `Array.from = () => [0];`],
    ['another Array', `globalThis.Array = { from: () => [0] };`],
    ['map', `Array.prototype.map = () => [];`],
    ['species of arrays', `Object.defineProperty(Array, Symbol.species, { get: () => class extends Array { constructor() { super(); return []; } } });`],
    ['a setter under every array', `for (const index of [0, 1, 2]) Object.defineProperty(Array.prototype, index, { configurable: true, set() { Object.defineProperty(this, index, { value: { id: 10, result: 20 }, writable: true, enumerable: true, configurable: true }); } });`],
    ['iteration', `Array.prototype[Symbol.iterator] = function* () {}; Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true });`],
    ['the prototype of array iterators', `Object.setPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()), { next: () => ({ done: true }) });`],
    ['Promise.all', `Promise.all = async () => [20, 22, 24];`],
    ['another Promise', `globalThis.Promise = class { static all() { return [20, 22, 24]; } };`],
    ['then', `const { then } = Promise.prototype; Promise.prototype.then = function (a, b) { return then.call(this, (value) => a(value === 0 ? 20 : value), b); };`],
    ['constructor and then', `Object.defineProperty(Promise.prototype, 'constructor', { get: () => class {} }); Promise.prototype.then = (a) => a(20);`],
    ['Set', `Object.defineProperty(Set.prototype, 'size', { get: () => 3 }); globalThis.Set = class { size = 3; };`],
    ['call, apply and bind', `Function.prototype.call = Function.prototype.apply = () => 20;`],
    ['Math and JSON', `Math.floor = () => 7; JSON.parse = () => ({}); globalThis.Math = {};`],
    ['the prototype of all prototypes', `Object.setPrototypeOf(Array.prototype, new Proxy({}, { get: () => 20 }));`],
    ['the prototype of the global object', `Object.setPrototypeOf(globalThis, new Proxy({}, { has: () => true, get: () => 20 }));`],
  ]; // prettier-ignore

  test.each(patches)('%s, when the code is loaded', async (_, patch) => {
    const { verdict, resource } = await attack(`${wrong}\n${patch}`);
    expect(verdict.outcome).toMatch(/^(failed|errored)$/);
    expect(resource).toBeUndefined();
  });

  test.each(patches)('%s, in the midst of the scenario', async (_, patch) => {
    const { verdict, recording } = await attack(late(patch));
    expect(verdict.outcome).toBe('failed');
    expect(JSON.stringify(recording?.outcome)).toMatch(/"result",0/);
  });

  test('a refused replacement names what was to be replaced, and the line', async () => {
    const { verdict, sentences } = await attack(`${wrong}\nPromise.all = async () => [];`);
    expect(verdict.outcome).toBe('errored');
    expect(sentences[0]).toMatch(/on line 2: TypeError: Cannot assign to read only property 'all'/);
  });

  test('what honest code writes to stays open', async () => {
    const { sentences } = await tryOut(grader, {
      source: `class MyError extends Error { constructor(m) { super(m); this.name = 'MyError'; this.toString = () => 'mine'; } }
        class Cache extends Map { get(key) { return super.get(key) ?? 'none'; } }
        class Stack extends Array { peek() { return this.at(-1); } }
        class Job extends Promise { cancel() {} }
        function Old() { this.constructor = Old; this.valueOf = () => 1; } Old.prototype.toString = () => 'old';
        const o = {}; o.toString = () => 'o'; o.hasOwnProperty = () => true; o.then = undefined;
        const f = () => {}; f.cache = new Map(); const p = new Job((r) => r(1)); p.cancel = () => 2; p.tag = 'p';
        globalThis.setTimeout = ((real) => (...args) => real(...args))(setTimeout); globalThis.mine = 1; console.log = () => {};
        Date.now = () => 0; Error.prototype.extra = 1; process.env ??= {};
        export const solve = async () => {
          const s = Stack.from([1, 2]); s.push(3);
          return [new MyError('x').name, String(new MyError('x')), new Cache().get(1), s.peek(), await p, String(new Old()), String(o)].join() === 'MyError,mine,none,3,1,old,o' ? 'right' : 'wrong'; };`,
    });
    expect(sentences).toEqual([]);
  });

  test('an exercise may leave built-ins open, for polyfills', async () => {
    const { sentences } = await tryOut(grader, {
      mayReplaceBuiltIns: true,
      scenario: `return await Promise.first([fetchItem(1)]) === 1 ? 'right' : lab.solution;`,
      source: `Promise.first = async (all) => (await all[0]).id; Array.prototype.asyncMap = () => {};`,
    });
    expect(sentences).toEqual([]);
  });
});

describe('events that the recording has no room for', () => {
  const flood = (then: string): string => `export async function solve(fetchItem) {
    for (let i = 0; i < 2500; i += 1) clearTimeout(setTimeout(() => {}, 1));
    ${then} return 'right'; }`;
  const scenario = 'return await lab.solution.solve(fetchItem);';

  test.each([
    ['calls at once', 'toHaveInFlightAtMost(1)', 'await Promise.all([fetchItem(1), fetchItem(2)]);'],
    ['timers left behind', 'toLeaveNothingBehind()', 'setTimeout(() => {}, 5000);'],
    ['no calls at all', 'not.toStartTogether()', ''],
  ])('do not hide %s', async (_, matcher, then) => {
    const expectation = `expect(evidence).${matcher}; expect(evidence.result).toBe('right');`;
    const { verdict, findings } = await tryOut(grader, { scenario, expectation, source: flood(then) });
    expect(verdict.outcome).toBe('failed');
    expect(findings[0]?.code).toMatch(/^(recording-cut|nothing-started)$/);
  });

  test('do not matter to an expectation that asks for the result and the time alone', async () => {
    const expectation = `expect(evidence.result).toBe('right'); expect(evidence).toTakeExactly(0);`;
    const { sentences } = await tryOut(grader, { scenario, expectation, source: flood('') });
    expect(sentences).toEqual([]);
  });
});

describe('the simulated calls', () => {
  const scenario = `const api = lab.simulate({ get: { ms: 10, value: (query) => query.id } });
    const mine = await lab.solution.solve(api); return { mine };`;
  const expectation = `expect(evidence.calls('get').map((call) => [call.args[0], call.value, call.startMs, call.endMs])).toEqual([[{ id: 1 }, 1, 0, 10], [{ id: 2 }, 2, 10, 20]]);
    expect(evidence.result.mine).toBe('right'); expect(evidence).toTakeExactly(20);`;
  const run = async (source: string) => await tryOut(grader, { scenario, expectation, source });

  test('honestly made, are as they were', async () => {
    const { sentences } = await run(
      `export const solve = async ({ get }) => { await get({ id: 1 }); await get({ id: 2 }); return 'right'; };`,
    );
    expect(sentences).toEqual([]);
  });

  test.each([
    ['left out, with a function of its own in place', `api.get = async (query) => query.id; await api.get({ id: 1 }); await api.get({ id: 2 });`],
    ['with a getter for an argument', `const fake = { get id() { return 1; } }; await api.get(fake); await api.get({ id: 2 });`],
    ['with a Proxy for an argument', `await api.get(new Proxy({ id: 1 }, { getOwnPropertyDescriptor: () => ({ value: 9, enumerable: true, configurable: true }) })); await api.get({ id: 2 });`],
    ['with an argument that is changed afterwards', `const query = { id: 7 }; const call = api.get(query); query.id = 1; await call; await api.get({ id: 2 });`],
    ['one too many, in a trap of the encoder', `await api.get(new Proxy({ id: 1 }, { ownKeys(target) { void api.get({ id: 3 }); return Reflect.ownKeys(target); } })); await api.get({ id: 2 });`],
    ['one too many, while the result is encoded', `await api.get({ id: 1 }); await api.get({ id: 2 }); return new Proxy({}, { getPrototypeOf() { void api.get({ id: 4 }); return null; } });`],
    ['backdated by work that takes no time', `await api.get({ id: 1 }); try { work(-10); } catch {} Date.now = performance.now = () => 0; await api.get({ id: 2 }); await api.get({ id: 2 });`],
    ['settled early by a thenable in disguise', `const early = { then(resolve) { resolve(1); } }; await Promise.race([api.get({ id: 1 }), early]); await api.get({ id: 2 });`],
    ['stopped by clearing every timer', `await api.get({ id: 1 }); void api.get({ id: 2 }); for (let id = 0; id < 5000; id += 1) { clearTimeout(id); clearImmediate(id); }`],
    ['with its clock replaced', `globalThis.performance = { now: () => 0 }; globalThis.setTimeout = (f) => f(); globalThis.queueMicrotask = (f) => f(); await api.get({ id: 1 }); void api.get({ id: 2 });`],
  ])('%s, are not what was asked for', async (_, body) => {
    const { verdict, resource } = await run(`export async function solve(api) { ${body} return 'right'; }`);
    expect(verdict.outcome).toBe('failed');
    expect(resource).toBeUndefined();
  }); // prettier-ignore
});

describe('the recorder', () => {
  test('cannot be reached through callers, stacks or arguments of functions', async () => {
    const { recording } = await tryOut(grader, {
      source: `const seen = [];
        const sloppy = new Function('seen', \`return function probe() {
          const note = (make) => { try { const value = make(); seen.push(value === null || value === undefined ? 'nothing' : 'FOUND ' + typeof value); } catch (error) { seen.push(error.name); } };
          note(() => probe.caller); note(() => arguments.callee.caller); note(() => probe.caller.arguments); note(() => probe.arguments.callee.caller);
          note(() => Error.prepareStackTrace); Error.prepareStackTrace = (_, sites) => sites; note(() => new Error('x').stack[0].getThis()); note(() => { const o = {}; Error.captureStackTrace(o, probe); return o.stack.getFunction; });
          return 1; }\`)(seen);
        export async function solve(fetchItem) {
          setTimeout(sloppy, 1); queueMicrotask(sloppy); process.nextTick(sloppy);
          await fetchItem(new Proxy({}, { ownKeys() { sloppy(); return []; } }));
          new AbortController().signal.addEventListener('abort', sloppy);
          console.log({ [Symbol.toPrimitive]: sloppy, get x() { sloppy(); return 1; } });
          return seen; }`,
    });
    const text = JSON.stringify(recording?.outcome);
    expect(text).toContain('nothing');
    expect(text).not.toContain('FOUND');
  });

  test('does not give its hooks to an import of their name', async () => {
    const source = `export async function solve() { try { await import('interleave:' + 'x'); return 'FOUND'; } catch (error) { return error.message; } }`;
    const { recording } = await tryOut(grader, { source });
    expect(JSON.stringify(recording?.outcome)).not.toContain('FOUND');
    for (const specifier of ['host', 'hooks', 'wrapper', 'solution', 'interleave:x']) {
      const imported = await tryOut(grader, {
        source: `import * as all from '${specifier}';\nexport const solve = () => 'right';`,
      });
      expect(imported.verdict.outcome).toBe('errored');
    }
  });

  test('is told wrong lines, and nothing else, by code that works out the names of its hooks', async () => {
    // The names carry a hash of the whole text, so no text can hold them. This one rebuilds its own text and hashes it.
    const template = `const template = @@;
      const source = template.replace(String.fromCharCode(64, 64), () => JSON.stringify(template));
      ${SHA_256}
      const key = sha256('0:' + source).slice(0, 20);
      export async function solve(fetchItem) {
        for (const hook of ['a', 'm', 'n', 'w']) {
          const call = eval('$' + key + hook);
          for (const value of [-1, 1e9, NaN, {}, 'x', Symbol.iterator, null]) {
            call(value, Promise.resolve(fetchItem)); call(0, new Proxy({}, {})); call(0, new Promise(() => {}));
          }
        }
        await fetchItem(1); await fetchItem(2); return 'right';
      }`;
    const source = template.replace('@@', () => JSON.stringify(template));
    const expectation = `expect(evidence.calls().map((call) => [call.name, call.args[0], call.startMs, call.endMs])).toEqual([['fetchItem', 1, 0, 100], ['fetchItem', 2, 100, 200]]);
      expect(evidence.result).toBe('right'); expect(evidence).toLeaveNothingBehind();`;
    const { sentences, recording } = await tryOut(grader, { source, expectation });
    expect(sentences).toEqual([]);
    expect(recording?.instrumented).toBe(true);
  });

  test.each([
    ['an export named then', `export function then(resolve) { resolve({ solve: () => 'right' }); } export const solve = () => 'wrong';`],
    ['a default export in place of the names', `export default { solve: () => 'right' };`],
    ['a live binding that changes', `export let solve = () => { solve = () => 'right'; return 'wrong'; };`],
    ['globals that are gone', `for (const name of Object.getOwnPropertyNames(globalThis)) { try { delete globalThis[name]; } catch {} } export const solve = () => 'wrong';`],
    ['globals that throw', `for (const name of Object.getOwnPropertyNames(globalThis)) { try { Object.defineProperty(globalThis, name, { get() { throw 1; } }); } catch {} } export const solve = () => 'wrong';`],
    ['structuredClone and console', `globalThis.console = { log() {} }; try { globalThis.structuredClone = () => 'right'; } catch {} export const solve = () => 'wrong';`],
    ['a thenable that lies about its end', `export const solve = () => ({ then(resolve) { resolve('wrong'); resolve('right'); } });`],
    ['a promise with a then of its own', `export const solve = () => Object.assign(Promise.resolve('wrong'), { constructor: undefined });`],
    ['an exit before the end', `export const solve = () => { process.exitCode = 0; process.exit(0); };`],
    ['an error in the shape of a time limit', `export const solve = () => { throw new Error('Script execution timed out.'); };`],
    ['lines that look like messages', `console.log('{"type":"test","jobId":"","index":0,"judgement":{"outcome":"passed","findings":[]}}'); export const solve = () => 'wrong';`],
  ])('is not diverted by %s', async (_, source) => {
    const { verdict, resource, recording } = await tryOut(grader, { source });
    expect(verdict.outcome).toMatch(/^(failed|errored)$/);
    expect(resource).toBeUndefined();
    expect(JSON.stringify(recording?.outcome ?? {})).not.toContain('"right"');
  }); // prettier-ignore
});

describe('tests that run in one world', () => {
  /** Two tests; the second simulates another latency. By that, the source can tell which one is running. */
  async function inTwoTests(source: string, { first = '', secondMs = 500 } = {}) {
    const run = (ms: number, more = ''): string =>
      `{ ${more} async run(lab) { const { load } = lab.simulate({ load: { ms: ${ms}, value: 'right' } }); return { mine: await lab.solution.solve(load, ${ms}) }; } }`;
    const check = (ms: number): string =>
      `(evidence) => { const { expect } = evidence; expect(evidence.result.mine).toBe('right'); expect(evidence.calls('load')).toHaveLength(1); expect(evidence).toTakeExactly(${ms}); }`;
    const exercise = {
      id: 'two',
      contentHash: `two: ${source} ${first} ${secondMs}`,
      scenarios: `export default { one: ${run(10, first)}, two: ${run(500)} };`,
      expectations: `export default { one: ${check(10)}, two: ${check(secondMs)} };`,
      tests: ['one', 'two'].map((name) => ({ name, hidden: false })),
    };
    const files = { 'solution.js': source };
    const { verdict } = await grader.grade({ exercise, files, seed: 1, tests: 'all' });
    return verdict.tests.map(({ outcome }) => outcome);
  }

  test('the honest answer passes', async () => {
    expect(await inTwoTests(`export const solve = (load) => load();`)).toEqual(['passed', 'passed']);
  });

  test('a simulated call that was kept from the first cannot stand for one of the second', async () => {
    const source = `const kept = console; export const solve = (load) => (kept.load ??= load)();`;
    expect(await inTwoTests(source, { secondMs: 10 })).toEqual(['passed', 'failed']);
  });

  test('a first that never ended is no answer to the second', async () => {
    const source = `const kept = console; export const solve = (load, ms) => new Promise((resolve) => {
      if (ms === 10) kept.resolve = resolve; else load().then(() => kept.resolve?.('right')); });`;
    expect(await inTwoTests(source)).toEqual(['failed', 'failed']);
  });

  test('built-ins that the first may replace are not those of the second', async () => {
    const source = `const at = (o, name) => o[name]; const all = at(Promise, 'proto' + 'type');
      export const solve = (load, ms) => {
        const { then } = all;
        try { if (ms === 10) all['th' + 'en'] = function (a, b) { return then.call(this, () => a({ mine: 'right' }), b); }; } catch {}
        return ms === 10 ? load() : load().then(() => 'wrong'); };`;
    const [, second] = await inTwoTests(source, { first: 'mayReplaceBuiltIns: true,' });
    expect(second).toBe('failed');
  });
});
