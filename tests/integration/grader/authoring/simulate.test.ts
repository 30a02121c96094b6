// What a scenario can simulate, seen from the student's side and in the recording.
import { afterAll, describe, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { tryOut as tryProtected, type Trial } from '#tests/helpers/grading.ts';

const grader = makeGrader();
afterAll(async () => await grader.close());

/** What is simulated must hold even where built-ins may be replaced. */
const tryOut = async (by: typeof grader, trial: Trial) =>
  await tryProtected(by, { mayReplaceBuiltIns: true, ...trial });

/** The simulated `thing` goes to `solve`; what that returns is compared with `result`. */
async function simulate(behaviour: string, source: string, result: unknown, more: Partial<Trial> = {}) {
  const trial = await tryOut(grader, {
    scenario: `const { thing } = lab.simulate({ thing: ${behaviour} }); return await lab.solution.solve(thing, lab);`,
    source,
    expectation: `expect(evidence.result).toEqual(${JSON.stringify(result)});`,
    ...more,
  });
  expect(trial.sentences).toEqual([]);
  return trial;
}

const TWICE_FAILING = `export async function solve(thing) {
  const seen = [];
  for (let i = 0; i < 4; i += 1) seen.push(await thing(i).catch((error) => error.message));
  return seen;
}`;

describe('calls', () => {
  test('a list has a latency for each call, and the last goes on', async () => {
    const { recording } = await simulate(
      `{ ms: [300, 100], value: (n) => n }`,
      `export const solve = async (thing) => [await thing(1), await thing(2), await thing(3)];`,
      [1, 2, 3],
    );
    expect(recording?.timeline.spans.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 300],
      [300, 400],
      [400, 500],
    ]);
  });

  test('values come one after the other, and the last goes on', async () => {
    expect(
      await simulate(`{ ms: 1, values: ['a', 'b'] }`, TWICE_FAILING, ['a', 'b', 'b', 'b']),
    ).toMatchObject({ sentences: [] });
  });

  test.each([
    ['a list', `['first', undefined, 'third']`, ['first', 'ok', 'third', 'ok']],
    ['numbered calls', `{ 1: 'second', 3: new TypeError('fourth') }`, ['ok', 'second', 'ok', 'fourth']],
    ['a function', `([n], index) => (n + index > 2 ? 'late' : undefined)`, ['ok', 'ok', 'late', 'late']],
    ['an error', `new RangeError('always')`, ['always', 'always', 'always', 'always']],
  ])('calls that reject are told by %s', async (_, rejects, result) => {
    expect(
      await simulate(`{ ms: 1, value: 'ok', rejects: ${rejects} }`, TWICE_FAILING, result),
    ).toMatchObject({ sentences: [] });
  });

  test('only some calls may hang', async () => {
    const { recording } = await simulate(
      `{ ms: 5, hangs: [true, false], value: 'ok' }`,
      `export const solve = async (thing) => { thing(); return await thing(); };`,
      'ok',
    );
    expect(recording?.leftBehind).toMatchObject([{ kind: 'call', name: 'thing' }]);
  });

  test('a value that is a list is the list itself, with all its methods', async () => {
    expect(
      await simulate(
        `{ ms: 1, value: [1, 2, 3] }`,
        `export const solve = async (thing) => (await thing()).map((n) => n * 2);`,
        [2, 4, 6],
      ),
    ).toMatchObject({ sentences: [] });
  });
});

describe('a slip in a behaviour is refused at the start of the scenario, by name', () => {
  test.each([
    [
      `{ ms: 1, rejcts: 'no' }`,
      `has a field "rejcts"; expected ms, value, values, rejects, abortable, hangs`,
    ],
    [`{ ms: 1.5 }`, 'a latency is 1.5; expected whole virtual ms, 0 or more'],
    [`{ ms: [10, -1] }`, 'a latency is -1;'],
    [`{ ms: [] }`, 'the list of latencies is empty'],
    [`{ value: 1 }`, 'a latency is undefined;'],
    [`{ ms: 1, rejects: { first: 'no' } }`, '"rejects" has a key "first"; expected indices of calls, from 0'],
    [`100`, 'is 100; expected an object with ms, value,'],
    [`{ items: [1], ms: 5 }`, 'has a field "ms"; expected items, everyMs, rejects, abortable'],
    [`{ items: 7 }`, '"items" is no list'],
    [`{ events: [{ atMs: 1, typ: 'x' }] }`, 'an event has a field "typ"; expected atMs, type, detail, args'],
    [`{ events: [{ atMs: 1 }] }`, 'an event has no "type"'],
    [`{ events: [], like: 'Emitter' }`, '"like" is Emitter; expected EventTarget or EventEmitter'],
  ])('%s', async (behaviour, problem) => {
    const { sentences } = await tryOut(grader, {
      scenario: `lab.simulate({ thing: ${behaviour} }); return lab.solution.solve();`,
      source: `export const solve = () => 'right';`,
    });
    expect(sentences[0]).toContain('simulate: "thing"');
    const { recording } = await tryOut(grader, {
      scenario: `return await lab.outcomeOf(() => lab.simulate({ thing: ${behaviour} }));`,
      source: `export const solve = () => 'right';`,
      expectation: `expect(evidence.result.error.message).toContain(${JSON.stringify(problem)});`,
    });
    expect(recording?.ended.kind).toBe('returned');
  });
});

describe('generators', () => {
  test('items come one by one, each pull a span; leaving the loop is seen', async () => {
    const { recording } = await simulate(
      `{ items: ['a', 'b', 'c'], everyMs: [50, 20] }`,
      `export async function solve(thing) {
        const seen = [];
        for await (const item of thing()) { seen.push(item); if (item === 'b') break; }
        return seen;
      }`,
      ['a', 'b'],
    );
    expect(recording?.timeline.spans).toMatchObject([
      { kind: 'call', name: 'thing.next', startMs: 0, endMs: 50, at: { line: 3 } },
      { kind: 'call', name: 'thing.next', startMs: 50, endMs: 70 },
      { kind: 'call', name: 'thing.return', startMs: 70, endMs: 70 },
    ]);
    expect(recording?.leftBehind).toEqual([]);
  });

  test('nothing is pulled before it is asked for, and the end takes no time', async () => {
    const { recording } = await simulate(
      `{ items: (count) => Array.from({ length: count }, (_, index) => index), everyMs: 10 }`,
      `export async function solve(thing, lab) {
        const items = thing(2);
        await lab.sleep(100);
        return [lab.now(), await items.next(), await items.next(), await items.next(), await items.next(), lab.now()];
      }`,
      [100, { value: 0, done: false }, { value: 1, done: false }, { done: true }, { done: true }, 120],
    );
    expect(recording?.timeline.spans.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [100, 110],
      [110, 120],
      [120, 120],
    ]);
  });

  test('pulls that come at once queue up, as a generator has them', async () => {
    const { recording } = await simulate(
      `{ items: ['a', 'b'], everyMs: 10 }`,
      `export async function solve(thing) {
        const items = thing();
        return (await Promise.all([items.next(), items.next(), items.next()])).map(({ value = null }) => value);
      }`,
      ['a', 'b', null],
    );
    expect(recording).toMatchObject({ virtualMs: 20, maximumInFlight: 1 });
  });

  test('a pull that rejects ends it', async () => {
    expect(
      await simulate(
        `{ items: ['a', 'b', 'c'], everyMs: 5, rejects: { 1: 'Line is dead' } }`,
        `export async function solve(thing) {
        const items = thing();
        const seen = [(await items.next()).value];
        await items.next().catch((error) => seen.push(error.message));
        seen.push((await items.next()).done);
        return seen;
      }`,
        ['a', 'Line is dead', true],
      ),
    ).toMatchObject({ sentences: [] });
  });

  test('a signal ends the pull that is under way', async () => {
    const { recording } = await simulate(
      `{ items: ['a', 'b'], everyMs: 100, abortable: true }`,
      `export async function solve(thing) {
        const seen = [];
        try {
          for await (const item of thing({ signal: AbortSignal.timeout(150) })) seen.push(item);
        } catch (error) { seen.push(error.name); }
        return seen;
      }`,
      ['a', 'TimeoutError'],
    );
    expect(recording?.timeline.spans.at(-1)).toMatchObject({ outcome: 'cancelled', endMs: 150 });
  });

  test('it is iterated even where the platform has been patched', async () => {
    expect(
      await simulate(
        `{ items: ['a', 'b'], everyMs: 1 }`,
        `Array.prototype[Symbol.iterator] = function* () { yield 9; };
       for (let i = 0; i < 9; i += 1) Object.defineProperty(Array.prototype, i, { set() { throw new Error('seen'); }, configurable: true });
       export async function solve(thing) { let text = ''; for await (const item of thing()) text += item; return text; }`,
        'ab',
      ),
    ).toMatchObject({ sentences: [] });
  });
});

describe('sources of events', () => {
  const EVENTS = `[{ atMs: 10, type: 'tick', detail: 1, args: [1, 'x'] }, { atMs: 20, type: 'tick', detail: 2, args: [2, 'x'] }, { atMs: 30, type: 'end' }]`;

  test('an EventTarget dispatches at its times, in marks of its own', async () => {
    const { recording } = await simulate(
      `{ events: ${EVENTS} }`,
      `export async function solve(thing, lab) {
        const seen = [];
        const listen = (event) => seen.push([lab.now(), event.type, event.detail, event.target === thing]);
        thing.addEventListener('tick', listen);
        await new Promise((resolve) => thing.addEventListener('end', resolve, { once: true }));
        thing.removeEventListener('tick', listen);
        return [thing instanceof EventTarget, ...seen];
      }`,
      [true, [10, 'tick', 1, true], [20, 'tick', 2, true]],
    );
    expect(recording?.timeline.marks.filter(({ kind }) => kind === 'event')).toMatchObject([
      { virtualMs: 10, text: 'thing tick' },
      { virtualMs: 20, text: 'thing tick' },
      { virtualMs: 30, text: 'thing end' },
    ]);
    expect(recording).toMatchObject({ virtualMs: 30, leftBehind: [] });
  });

  test("an EventEmitter has Node's methods", async () => {
    const { recording } = await simulate(
      `{ like: 'EventEmitter', events: ${EVENTS} }`,
      `export async function solve(thing) {
        const seen = [];
        const every = (...args) => seen.push(args);
        thing.on('tick', every).once('tick', (n) => seen.push('once ' + n));
        const removed = () => seen.push('never');
        thing.addListener('end', removed).off('end', removed);
        await new Promise((resolve) => thing.once('end', resolve));
        seen.push(thing.listenerCount('tick'), thing.emit('nobody'));
        thing.removeAllListeners('tick');
        return seen;
      }`,
      [[1, 'x'], 'once 1', [2, 'x'], 1, false],
    );
    expect(recording?.leftBehind).toEqual([]);
  });

  test.each([
    ['EventTarget', `thing.addEventListener('tick', () => {});`],
    ['EventEmitter', `thing.on('tick', () => {});`],
  ])('a listener that stays on an %s is found, with the line that attached it', async (like, listen) => {
    const { sentences } = await tryOut(grader, {
      scenario: `const { thing } = lab.simulate({ thing: { like: '${like}', events: [] } }); return await lab.solution.solve(thing);`,
      source: `export async function solve(thing) {\n  ${listen}\n}`,
      expectation: `expect(evidence).toLeaveNothingBehind();`,
    });
    expect(sentences).toEqual([
      'A listener for thing tick on line 2 was still attached when the result was there. Remove it.',
    ]);
  });

  test('a signal takes a listener away', async () => {
    const { recording } = await simulate(
      `{ events: ${EVENTS} }`,
      `export async function solve(thing, lab) {
        const controller = new AbortController();
        let heard = 0;
        thing.addEventListener('tick', () => { heard += 1; }, { signal: controller.signal });
        await lab.sleep(15);
        controller.abort();
        await lab.sleep(15);
        return heard;
      }`,
      1,
    );
    expect(recording?.leftBehind).toEqual([]);
  });

  test('an "error" that nobody listens to ends the run, as in Node', async () => {
    const { recording } = await tryOut(grader, {
      scenario: `const { thing } = lab.simulate({ thing: { like: 'EventEmitter', events: [{ atMs: 5, type: 'error', args: [new Error('cut off')] }] } }); return await lab.solution.solve(lab);`,
      source: `export async function solve(lab) { await lab.sleep(50); return 'right'; }`,
    });
    expect(recording).toMatchObject({ ended: { kind: 'threw' }, virtualMs: 5 });
  });

  test('a listener that throws ends the run at its own line', async () => {
    const { recording } = await tryOut(grader, {
      scenario: `const { thing } = lab.simulate({ thing: { like: 'EventEmitter', events: [{ atMs: 5, type: 'tick' }] } }); return await lab.solution.solve(thing, lab);`,
      source: `export async function solve(thing, lab) {\n  thing.on('tick', () => {\n    throw new Error('oh');\n  });\n  await lab.sleep(50);\n}`,
    });
    expect(recording).toMatchObject({ ended: { kind: 'threw', at: { line: 3 } }, virtualMs: 5 });
  });
});

describe('the rest of the lab', () => {
  test('outcomeOf tells a value, a rejection and a throw as data', async () => {
    const { sentences } = await tryOut(grader, {
      scenario: `const { solve } = lab.solution;
        return [await lab.outcomeOf(() => solve(1)), await lab.outcomeOf(() => solve(2)), await lab.outcomeOf(() => solve(3)), await lab.outcomeOf(() => solve(4))];`,
      source: `class OwnError extends TypeError { name = 'OwnError'; }
        Promise.prototype.then = () => { throw new Error('patched'); };
        export function solve(n) {
          if (n === 2) throw new OwnError('no two');
          if (n === 3) return Promise.reject(new RangeError('no three'));
          if (n === 4) return Promise.reject('a text');
          return Promise.resolve('one');
        }`,
      expectation: `expect(evidence.result).toEqual([
        { value: 'one' },
        { error: { name: 'OwnError', message: 'no two' } },
        { error: { name: 'RangeError', message: 'no three' } },
        { error: { name: '', message: 'a text' } },
      ]);`,
    });
    expect(sentences).toEqual([]);
  });

  test('a copy stays what it was, whatever the code does with the other', async () => {
    const { sentences } = await tryOut(grader, {
      scenario: `const given = { list: [1, { deep: true }], when: new Date(0) };
        const kept = lab.copy(given);
        lab.solution.solve(given);
        return { kept, given };`,
      source: `export function solve(given) { given.list[1].deep = 'spoilt'; given.list.length = 2; given.when = null; }`,
      expectation: `expect(evidence.result).toEqual({ kept: { list: [1, { deep: true }], when: new Date(0) }, given: { list: [1, { deep: 'spoilt' }], when: null } });`,
    });
    expect(sentences).toEqual([]);
  });

  test('shuffle and pick are seeded and use all items', async () => {
    const scenario = `const items = ['a', 'b', 'c', 'd', 'e', 'f'];
      return { shuffled: lab.shuffle(items), picked: lab.pick(items), items };`;
    const [one, other] = await Promise.all(
      [1, 2].map(
        async () =>
          await tryOut(grader, {
            scenario,
            source: `Array.prototype.sort = Array.prototype.slice = () => { throw new Error('patched'); }; export const solve = 0;`,
            expectation: `expect(evidence.result.shuffled.toSorted()).toEqual(evidence.result.items); expect(evidence.result.shuffled).not.toEqual(evidence.result.items); expect(evidence.result.items).toContain(evidence.result.picked);`,
          }),
      ),
    );
    expect(one?.sentences).toEqual([]);
    expect(one?.recording?.outcome).toEqual(other?.recording?.outcome);
  });
});

describe('what is left over from one test does not reach into the next', () => {
  test('an abort of the run before cancels nothing of this one', async () => {
    const scenario = `const { get } = lab.simulate({ get: { ms: 100, abortable: true } }); return await lab.solution.solve(get, lab);`;
    const { verdict, recordings } = await grader.grade({
      exercise: {
        id: 'two-runs',
        contentHash: 'two-runs',
        scenarios: `export default { one: { async run(lab) { ${scenario} } }, two: { async run(lab) { ${scenario} } } };`,
        expectations: `const judge = ({ expect, result }) => expect(result).toBe('right'); export default { one: judge, two: judge };`,
        tests: [
          { name: 'one', hidden: false },
          { name: 'two', hidden: false },
        ],
      },
      files: {
        'solution.js': `const controllers = [];
export async function solve(get, lab) {
  for (const controller of controllers) setTimeout(() => controller.abort(), 10);
  const controller = new AbortController();
  controllers.push(controller);
  void get(1, controller).catch(() => {});
  await lab.sleep(50);
  return 'right';
}`,
      },
      seed: 1,
      tests: 'all',
    });
    expect(verdict.outcome).toBe('passed');
    for (const recording of recordings) {
      const call = recording.timeline.spans.find(({ kind }) => kind === 'call');
      expect(call).toMatchObject({ name: 'get', startMs: 0, endMs: 100, outcome: 'fulfilled' });
    }
  });
});

describe('with everything patched, what is simulated is recorded as it was', () => {
  test.each([
    [
      'maps and sets',
      `for (const Type of [Map, Set, WeakMap]) for (const name of Object.getOwnPropertyNames(Type.prototype)) if (typeof Object.getOwnPropertyDescriptor(Type.prototype, name).value === 'function' && name !== 'constructor') Type.prototype[name] = () => 1;`,
    ],
    [
      'arrays',
      `for (const name of Object.getOwnPropertyNames(Array.prototype)) if (typeof Array.prototype[name] === 'function' && name !== 'constructor') Array.prototype[name] = () => { throw new Error('patched'); };`,
    ],
    [
      'setters on array indices',
      `for (let i = 0; i < 50; i += 1) Object.defineProperty(Array.prototype, i, { set() { throw new Error('seen'); }, configurable: true });`,
    ],
    [
      'descriptors',
      `for (const name of ['get', 'set', 'writable', 'enumerable', 'value', 'once', 'signal', 'like', 'everyMs', 'atMs', 'type']) Object.defineProperty(Object.prototype, name, Object.assign(Object.create(null), { get() { return undefined; }, set() { throw new Error('seen'); }, configurable: true }));`,
    ],
    ['promises', `Promise.prototype.then = Promise.resolve = () => { throw new Error('patched'); };`],
    [
      'events',
      `EventTarget.prototype.addEventListener = EventTarget.prototype.dispatchEvent = () => { throw new Error('patched'); }; globalThis.CustomEvent = globalThis.EventTarget = null;`,
    ],
    [
      'functions',
      `Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => () => 1;`,
    ],
  ])('%s', async (_, patch) => {
    const { sentences, recording } = await tryOut(grader, {
      scenario: `const { pages, door, bell } = lab.simulate({
        pages: { items: ['a', 'b'], everyMs: 10 },
        door: { events: [{ atMs: 25, type: 'open', detail: 'Ada' }] },
        bell: { like: 'EventEmitter', events: [{ atMs: 5, type: 'ring', args: ['x'] }] },
      });
      return await lab.solution.solve(pages, door, bell);`,
      source: `${patch}
export async function solve(pages, door, bell) {
  let seen = '';
  bell.once('ring', (x) => { seen += x; });
  for await (const page of pages()) seen += page;
  const who = await new Promise((resolve) => door.addEventListener('open', (event) => resolve(event.detail), { once: true }));
  return seen + who;
}`,
      expectation: `expect(evidence.result).toBe('xabAda'); expect(evidence).toLeaveNothingBehind(); expect(evidence).toTakeExactly(25);`,
    });
    expect(sentences).toEqual([]);
    expect(recording?.timeline.marks.filter(({ kind }) => kind === 'event').map(({ text }) => text)).toEqual([
      'bell ring',
      'door open',
    ]);
  });
});
