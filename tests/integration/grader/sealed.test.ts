// Attacks on the recording: extra, missing, backdated events, forged results, faults provoked to escape a verdict.
import { afterAll, describe, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { tryOut, type Trial } from '#tests/helpers/grading.ts';

const grader = makeGrader();
afterAll(async () => await grader.close());

const OWN = 'return { secret: lab.integer(1, 1e9), mine: await lab.solution.solve(fetchItem, lab) };';
const JUDGED = `expect(evidence.calls('fetchItem').map((call) => [call.args[0], call.startMs, call.endMs])).toEqual([[1, 0, 100], [2, 100, 200]]);
  expect(evidence.result.mine).toBe('right'); expect(evidence.result.secret).toBeGreaterThan(1); expect(evidence).toTakeExactly(200);`;

async function attack(source: string, more: Partial<Trial> = {}) {
  return await tryOut(grader, { scenario: OWN, expectation: JUDGED, source, ...more });
}

const HONEST = `export async function solve(fetchItem) { await fetchItem(1); await fetchItem(2); return 'right'; }`;

test('the honest answer passes', async () => {
  expect((await attack(HONEST)).verdict.outcome).toBe('passed');
});

describe('with everything patched, an honest answer is recorded as it was', () => {
  test.each([
    [
      'array methods',
      `for (const name of Object.getOwnPropertyNames(Array.prototype)) if (typeof Array.prototype[name] === 'function' && name !== 'constructor') Array.prototype[name] = () => { throw new Error('patched'); };`,
    ],
    [
      'array iteration',
      `Array.prototype[Symbol.iterator] = function* () { yield 99; }; Object.getPrototypeOf([].keys()).next = () => ({ done: true });`,
    ],
    [
      'setters on array indices',
      `for (let i = 0; i < 50; i += 1) Object.defineProperty(Array.prototype, i, { set() { throw new Error('seen'); }, configurable: true });`,
    ],
    [
      'descriptors on Object.prototype',
      `for (const name of ['get', 'set', 'writable', 'enumerable']) Object.prototype[name] = () => 7;`,
    ],
    [
      'value on Object.prototype',
      `Object.defineProperty(Object.prototype, 'value', { get() { throw new Error('seen'); }, set() {} });`,
    ],
    [
      'behaviours on Object.prototype',
      `Object.prototype.hangs = true; Object.prototype.rejects = 'patched'; Object.prototype.abortable = true;`,
    ],
    [
      'strings',
      `for (const name of Object.getOwnPropertyNames(String.prototype)) if (typeof String.prototype[name] === 'function' && name !== 'constructor') String.prototype[name] = () => ({ length: -5 });`,
    ],
    [
      'maps',
      `for (const name of ['get', 'set', 'has', 'delete', 'forEach']) { Map.prototype[name] = () => 1; WeakMap.prototype[name] = () => 1; }`,
    ],
    [
      'functions',
      `Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => () => 1;`,
    ],
    [
      'instanceof',
      `for (const Type of [Promise, Error, Map, Set, Date, RegExp]) Object.defineProperty(Type, Symbol.hasInstance, { value: () => true });`,
    ],
    [
      'JSON, Reflect, Number, String',
      `JSON.stringify = () => '{}'; JSON.parse = () => ({}); for (const name of Reflect.ownKeys(Reflect)) if (typeof Reflect[name] === 'function') Reflect[name] = () => false; globalThis.Number = globalThis.String = globalThis.Object = globalThis.Promise = () => ({ valueOf: () => -1e9 });`,
    ],
    [
      'toJSON',
      `Object.prototype.toJSON = String.prototype.toJSON = Number.prototype.toJSON = () => 'patched';`,
    ],
    [
      'regular expressions',
      `RegExp.prototype.exec = () => ['patched']; RegExp.prototype.test = () => true; Object.defineProperty(RegExp.prototype, 'source', { get: () => 'x' });`,
    ],
    [
      'errors',
      `Error.stackTraceLimit = 0; Error.captureStackTrace = () => { throw 1; }; globalThis.Error = class {};`,
    ],
  ])('%s', async (_, patch) => {
    const { verdict, sentences } = await attack(`${HONEST}\n${patch}`, { mayReplaceBuiltIns: true });
    expect(sentences).toEqual([]);
    expect(verdict.outcome).toBe('passed');
  });
});

describe('the scenario has the last word about its result', () => {
  const forge = `'right'`;
  test.each([
    [
      'Promise.prototype.then',
      `const { then } = Promise.prototype; Promise.prototype.then = function (a, b) { return then.call(this, () => a && a({ secret: 2, mine: ${forge} }), b); };`,
    ],
    [
      'a foreign constructor and then',
      `Object.defineProperty(Promise.prototype, 'constructor', { get: () => class {} }); Promise.prototype.then = (a) => a({ secret: 2, mine: ${forge} });`,
    ],
    [
      'species',
      `Object.defineProperty(Promise, Symbol.species, { value: class { constructor(run) { run(() => {}, () => {}); } } });`,
    ],
    [
      'species that throws',
      `Object.defineProperty(Promise, Symbol.species, { get() { throw new Error('species'); } });`,
    ],
  ])('%s', async (_, patch) => {
    const { verdict, recording } = await attack(
      `export function solve(fetchItem) { return 'wrong'; }\n${patch}`,
      { mayReplaceBuiltIns: true },
    );
    expect(verdict.outcome).toBe('failed');
    expect(JSON.stringify(recording?.outcome)).not.toContain('right');
  });

  test('a result that is changed afterwards stays what it was', async () => {
    const { recording } = await attack(
      `export async function solve() { const list = ['early']; setTimeout(() => list.push('late'), 1); return list; }`,
    );
    expect(JSON.stringify(recording?.outcome)).not.toContain('late');
  });
});

describe('events', () => {
  test('a Proxy among the arguments cannot swap or hide calls', async () => {
    const { recording } = await attack(`export async function solve(fetchItem) {
      let once = true;
      const inner = [];
      const p = new Proxy({}, { ownKeys() { if (once) { once = false; inner.push(fetchItem('inner')); } return []; } });
      await fetchItem(p); await inner[0]; return 'right'; }`);
    const { spans } = recording?.timeline ?? { spans: [] };
    expect(spans.map(({ id }) => id)).toEqual([0, 1]);
    expect(spans.map(({ outcome }) => outcome)).toEqual(['fulfilled', 'fulfilled']);
    expect(spans.map(({ inFlight }) => inFlight)).toEqual([1, 2]);
  });

  test('an argument whose traps throw is recorded as unreadable, and the call with it', async () => {
    const { recording } = await attack(
      `export async function solve(fetchItem) { await fetchItem(new Proxy({}, { ownKeys() { throw 1; } })); return 'right'; }`,
    );
    expect(recording?.timeline.spans).toMatchObject([
      { args: [{ t: 'cut', why: 'unreadable' }], endMs: 100 },
    ]);
  });

  test("the names of the recorder's hooks show nowhere", async () => {
    const { recording } = await attack(`export async function solve(fetchItem) {
      const seen = [String(solve), String(fetchItem), new Error('x').stack];
      try { fetchItem(1).map(1); } catch (error) { seen.push(error.message, error.stack); }
      try { null.f(fetchItem(1)); } catch (error) { seen.push(error.message, error.stack); }
      console.log(new Error('y'), solve, [class { m() { fetchItem(1); } }]);
      return seen; }`);
    expect(JSON.stringify(recording)).toContain('fetchItem(...).map is not a function');
    expect(JSON.stringify(recording)).not.toMatch(/\$[0-9a-f]{12}/);
  });

  test('an AbortSignal that only looks like one cancels nothing', async () => {
    const { recording } = await tryOut(grader, {
      scenario: `const { get } = lab.simulate({ get: { ms: 90, abortable: true, value: 'right' } }); return await lab.solution.solve(get);`,
      source: `export const solve = (get) => get({ get aborted() { throw new Error('asked'); }, addEventListener(_, f) { f(); } });`,
    });
    expect(recording).toMatchObject({ ended: { kind: 'returned' }, virtualMs: 90 });
  });
});

describe('time', () => {
  test.each([
    ['Infinity', 'work(Infinity)'],
    ['a negative duration', 'work(-50)'],
    ['an object', 'work({ valueOf: () => 5 })'],
    ['nothing', 'work()'],
  ])('work refuses %s', async (_, code) => {
    const { recording } = await attack(`export function solve() { ${code}; }`);
    expect(recording).toMatchObject({ ended: { kind: 'threw' }, virtualMs: 0 });
  });

  test('no clock shows the real time', async () => {
    const { recording } = await attack(`export function solve() {
      const format = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' });
      return [Date.now(), new Date().toISOString(), Date(), performance.now(), performance.timeOrigin, format.format(),
        format.formatToParts().map((part) => part.value).join(''), format.format === format.format, new Date().getTimezoneOffset(),
        typeof Temporal === 'object' ? String(Temporal.Now.instant()) : '2026-01-01T00:00:00Z'].join(' | '); }`);
    const { outcome } = recording ?? {};
    const mine = JSON.stringify(outcome);
    expect(mine).toContain(
      '1767225600000 | 2026-01-01T00:00:00.000Z | Thu Jan 01 2026 00:00:00 GMT+0000 (Coordinated Universal Time) | 0 | 1767225600000',
    );
    expect(mine).toContain('true | 0 | 2026-01-01T00:00:00Z');
    expect(mine).not.toMatch(/\b20(?!26-01-01|26 00)\d\d-/);
  });
});

describe('no fault of ours can be provoked', () => {
  test.each([
    [
      'a result that is a hostile Proxy',
      `return new Proxy([], { ownKeys() { throw 1; }, get() { throw 2; } });`,
    ],
    [
      'an error with a name of Object.prototype',
      `return Object.assign(new Error('x'), { name: 'toString' });`,
    ],
    [
      'an error with a stack that points nowhere',
      `throw Object.assign(new Error('x'), { stack: 'at solution.js:0:0' });`,
    ],
    [
      'an error with a stack that points far away',
      `throw Object.assign(new Error('x'), { stack: 'at solution.js:99999999999999999999:1' });`,
    ],
    [
      'a shared structure without end',
      `let a = [1]; for (let i = 0; i < 60; i += 1) a = [a, a]; return { a };`,
    ],
    ['many large errors', `return Array.from({ length: 5000 }, () => new Error('x'.repeat(1000)));`],
    [
      'many large arguments',
      `for (let i = 0; i < 30; i += 1) fetchItem(...Array.from({ length: 900 }, () => 'x'.repeat(900)));`,
    ],
    [
      'many listeners',
      `const { signal } = new AbortController(); for (let i = 0; i < 3000; i += 1) signal.addEventListener('abort', () => i);`,
    ],
    ['a very large BigInt', `return 10n ** 30_000n;`],
    [
      'output through patched strings',
      `String.prototype.slice = () => undefined; String.prototype.endsWith = () => true; process.stdout.write('x');`,
    ],
    ['lone surrogates everywhere', `console.log('\\ud800'); throw new Error('\\udfff'.repeat(2000));`],
    [
      'a stack of ours that is full',
      `const deep = () => { try { deep(); } catch { fetchItem(1); setTimeout(() => {}, 1); console.log('x'); throw 1; } }; try { deep(); } catch {}`,
    ],
  ])('%s', async (_, body) => {
    const { verdict, resource } = await attack(`export async function solve(fetchItem) { ${body} }`, {
      expectation: `expect(evidence.result.mine).toEqual('right');`,
    });
    expect(verdict.outcome).toBe('failed');
    expect(resource).not.toBe('crash');
  });

  test('memory that one test filled is not the fault of the next', async () => {
    const exercise = {
      id: 'two',
      contentHash: 'two tests',
      scenarios: `const run = (lab) => lab.solution.solve(); export default { one: { run }, two: { run }, three: { run } };`,
      expectations: `const check = ({ expect, result }) => expect(result).toBe('right'); export default { one: check, two: check, three: check };`,
      tests: ['one', 'two', 'three'].map((name) => ({ name, hidden: false })),
    };
    const source = `const all = []; for (let i = 0; i < 5e5; i += 1) all.push({ i }); export const solve = () => (globalThis.keep = all, 'right');`;
    const { verdict } = await grader.grade({
      exercise,
      files: { 'solution.js': source },
      seed: 1,
      tests: 'all',
    });
    expect(['passed', 'failed']).toContain(verdict.outcome);
    expect(verdict.tests.every(({ outcome }) => outcome !== 'not-run')).toBe(true);
  });
});
