// Specs written for Jest and Vitest, beside the student's code, under the virtual clock.
import { afterAll, describe, expect, test } from 'vitest';
import { ExerciseError, makeGrader } from '#grader/index.ts';
import { sentence } from '#grader/recording/sentences.ts';
import { gradeSpec } from '#tests/helpers/open.ts';

const grader = makeGrader();
afterAll(async () => {
  await grader.close();
});

const JEST = `import { describe, test, it, expect, jest, beforeAll, beforeEach, afterEach, afterAll } from '@jest/globals';`;
const VITEST = `import { describe, test, expect, vi, beforeEach, afterEach, onTestFinished } from 'vitest';`;
const LATER = 'export const later = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));';

describe('a verdict', () => {
  test('is marked as open, and has a recording for each test of the spec', async () => {
    const { verdict, recordings, outcomes } = await gradeSpec(grader, {
      spec: `${JEST} import { later } from './solution';
        describe('later', () => {
          test('answers', async () => { console.log('waiting'); expect(await later(300, 'x')).toBe('x'); });
          it('answers otherwise', () => expect(later(5, 'x')).resolves.toBe('y'));
        });`,
      source: LATER,
    });
    expect(verdict).toMatchObject({ outcome: 'failed', sealed: false });
    expect(outcomes).toEqual({ 'later > answers': 'passed', 'later > answers otherwise': 'failed' });
    expect(recordings.map(({ test: name, virtualMs }) => [name, virtualMs])).toEqual([
      ['later > answers', 300],
      ['later > answers otherwise', 5],
    ]);
    const [first] = recordings;
    expect(first?.timeline.marks[0]).toMatchObject({ kind: 'console', text: 'waiting', virtualMs: 0 });
    expect(first?.timeline.spans[0]).toMatchObject({
      name: 'setTimeout',
      startMs: 0,
      endMs: 300,
      at: { line: 1 },
    });
  });

  test('says what was expected, and where in the spec', async () => {
    const { findings } = await gradeSpec(grader, {
      spec: `${JEST}\nimport { list } from './solution.js';\n\ntest('lists', () => {\n  expect(list()).toEqual([1, 2]);\n});`,
      source: 'export const list = () => [1, 3];',
    });
    const finding = findings['lists'];
    expect(finding).toMatchObject({ code: 'assertion', params: { spec: 'trial.spec.js:5' } });
    expect(finding?.params['diff']).toMatch(/-\s+2,[\s\S]*\+\s+3,/);
    expect(finding && sentence(finding)).toMatch(/ \(trial\.spec\.js:5\)$/);
  });

  test('points at the line of the student that threw', async () => {
    const { findings } = await gradeSpec(grader, {
      spec: `${JEST} import { go } from './solution'; test('goes', () => { go(); });`,
      source: 'export function go() {\n  return missing.name;\n}',
    });
    expect(findings['goes']).toMatchObject({ code: 'threw', at: { file: 'solution.js', line: 2 } });
  });

  test('is the same every time', async () => {
    const trial = {
      spec: `${JEST} import { roll } from './solution'; test('rolls', () => expect(roll()).toBe(0));`,
      source: 'export const roll = () => Math.random();',
    };
    const [one, other] = [await gradeSpec(grader, trial), await gradeSpec(grader, trial)];
    expect(one.recordings).toEqual(other.recordings);
  });
});

describe('a spec for Jest', () => {
  test('runs hooks in order, around nested tests, in a context of their own', async () => {
    const { recordings } = await gradeSpec(grader, {
      spec: `${JEST}
        const log = (text) => () => console.log(text);
        beforeAll(log('all')); beforeEach(log('each')); afterEach(log('after each')); afterAll(log('after all'));
        describe('inner', () => {
          beforeEach(async () => { await null; console.log('inner each'); });
          afterEach(log('inner after'));
          test('one', log('one'));
          test('two', log('two'));
        });`,
    });
    const linesOf = (index: number): string[] =>
      recordings[index]?.timeline.marks.filter(({ kind }) => kind === 'console').map(({ text }) => text) ??
      [];
    const around = (body: string): string[] => [
      'all',
      'each',
      'inner each',
      body,
      'inner after',
      'after each',
      'after all',
    ];
    expect([linesOf(0), linesOf(1)]).toEqual([around('one'), around('two')]);
  });

  test('knows only, skip, todo, each and failing, with globals too', async () => {
    const { outcomes } = await gradeSpec(grader, {
      spec: `
        describe.each([{ base: 2 }, { base: 3 }])('base $base', ({ base }) => {
          test.each\`power | result
            \${1} | \${base}
            \${2} | \${base * base}\`('to the $power', ({ power, result }) => expect(base ** power).toBe(result));
        });
        test.each([[1, 2, 3], [2, 2, 5]])('%i + %i = %i', (a, b, sum) => expect(a + b).toBe(sum));
        test.skip('skipped', () => { throw new Error('ran'); });
        xtest('left out', () => { throw new Error('ran'); });
        test.todo('some day');
        test.failing('is known to fail', () => expect(1).toBe(2));`,
    });
    expect(outcomes).toEqual({
      'base 2 > to the 1': 'passed',
      'base 2 > to the 2': 'passed',
      'base 3 > to the 1': 'passed',
      'base 3 > to the 2': 'passed',
      '1 + 2 = 3': 'passed',
      '2 + 2 = 5': 'failed',
      'is known to fail': 'passed',
    });
    const alone = await gradeSpec(grader, {
      spec: `test('a', () => {}); test.only('b', () => {}); fit('c', () => {});`,
    });
    expect(Object.keys(alone.outcomes)).toEqual(['b', 'c']);
  });

  test('hands over done, and fails with what it is given', async () => {
    const { outcomes, findings } = await gradeSpec(grader, {
      spec: `${JEST}
        test('done', (done) => { setTimeout(done, 100); });
        test('fails', (done) => { setTimeout(() => done(new Error('too bad')), 100); });
        test('never', (done) => {});`,
    });
    expect(outcomes).toEqual({ done: 'passed', fails: 'failed', never: 'failed' });
    expect(findings['fails']?.params['error']).toBe('Error: too bad');
    expect(findings['never']?.code).toBe('never-settled');
  });

  test('compares errors by their message, as Jest does', async () => {
    const { outcomes } = await gradeSpec(grader, {
      spec: `${JEST}
        const fail = () => { throw new RangeError('no'); };
        test('same message', () => expect(fail).toThrow(new Error('no')));
        test('other message', () => expect(fail).toThrow(new Error('yes')));
        test('rejection', () => expect(Promise.reject(new RangeError('no'))).rejects.toEqual(new Error('no')));`,
    });
    expect(outcomes).toEqual({ 'same message': 'passed', 'other message': 'failed', rejection: 'passed' });
  });

  test('replaces a module that the student imports', async () => {
    const { outcomes } = await gradeSpec(grader, {
      spec: `${JEST}
        import { notify } from './solution'; import { send } from './mail';
        jest.mock('./mail', () => ({ send: jest.fn(() => 'mocked'), status: 'up' }));
        test('calls the replacement', () => {
          expect(notify('Ann')).toBe('mocked, up');
          expect(send).toHaveBeenCalledWith('Ann');
          expect(jest.requireActual('./mail').status).toBe('down');
        });`,
      source: `import { send, status } from './mail.js'; export const notify = (name) => \`\${send(name)}, \${status}\`;`,
      files: {
        'mail.js': `export const send = () => { throw new Error('real'); }; export const status = 'down';`,
      },
    });
    expect(outcomes).toEqual({ 'calls the replacement': 'passed' });
  });
});

describe('a spec for Vitest', () => {
  test('gives each test its context, soft assertions and counted ones', async () => {
    const { outcomes, findings } = await gradeSpec(grader, {
      spec: `${VITEST}
        test('context', ({ expect: own, task }) => own(task.name).toBe('context'));
        test('soft', () => { expect.soft(1).toBe(2); expect(1).toBe(1); });
        test('counted', () => { expect.assertions(2); expect(1).toBe(1); });
        test('cleaned up', () => { onTestFinished(() => console.log('bye')); });`,
    });
    expect(outcomes).toMatchObject({
      context: 'passed',
      soft: 'failed',
      counted: 'failed',
      'cleaned up': 'passed',
    });
    expect(findings['counted']?.params['message']).toMatch(/assertions to be 2, but got 1/);
  });

  test('spies, stubs and its own matchers', async () => {
    const { outcomes } = await gradeSpec(grader, {
      spec: `${VITEST}
        import { shout } from './solution';
        expect.extend({ toBeLoud: (text) => ({ pass: text === text.toUpperCase(), message: () => 'not loud' }) });
        afterEach(() => { vi.restoreAllMocks(); vi.unstubAllGlobals(); });
        test('spy', () => {
          const log = vi.spyOn(console, 'log').mockImplementation(() => {});
          expect(shout('hey')).toBeLoud();
          expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^H/));
        });
        test('stub', () => { vi.stubGlobal('answer', 42); expect(answer).toBe(42); });
        test('mock results', async () => {
          const get = vi.fn().mockResolvedValueOnce(1).mockRejectedValue(new Error('gone'));
          expect(await get()).toBe(1);
          await expect(get()).rejects.toThrow('gone');
          expect(get.mock.calls).toHaveLength(2);
        });`,
      source: `export const shout = (text) => { console.log(text.toUpperCase()); return text.toUpperCase(); };`,
    });
    expect(outcomes).toEqual({ spy: 'passed', stub: 'passed', 'mock results': 'passed' });
  });

  test('is TypeScript if it likes, with helpers in folders', async () => {
    const { outcomes } = await gradeSpec(grader, {
      spec: `${VITEST} import { twice, type Twice } from '../solution'; import { cases } from './helpers/cases.ts';
        test.each(cases)('twice %d', (given: number, wanted: number) => expect((twice as Twice)(given)).toBe(wanted));`,
      source: 'export type Twice = (n: number) => number; export const twice: Twice = (n) => n * 2;',
      files: {
        'helpers/cases.ts': `import more from '../more.json'; export const cases: number[][] = [[1, 2], ...more];`,
        'more.json': '[[2, 4]]',
      },
      language: 'ts',
    });
    expect(outcomes).toEqual({ 'twice 1': 'passed', 'twice 2': 'passed' });
  });
});

describe('the clock', () => {
  test('moves by itself: a test that waits a minute takes none', async () => {
    const { outcomes, findings } = await gradeSpec(grader, {
      spec: `${JEST} import { later } from './solution';
        test('in time', async () => { const t = Date.now(); await later(4000); expect(Date.now() - t).toBe(4000); });
        test('too late', async () => { await later(60_000); });
        test('may take long', async () => { await later(60_000); }, 70_000);`,
      source: LATER,
    });
    expect(outcomes).toEqual({ 'in time': 'passed', 'too late': 'failed', 'may take long': 'passed' });
    expect(findings['too late']).toMatchObject({ code: 'test-timeout', params: { limitMs: 5000 } });
  });

  test.each([
    ['Vitest', VITEST, 'vi'],
    ['Jest', JEST, 'jest'],
  ])('stands still under fake timers until the spec moves it (%s)', async (_, words, library) => {
    const { outcomes, recordings, findings } = await gradeSpec(grader, {
      spec: `${words.replace('vi,', 'vi, it,')} import { later, every } from './solution'; const fake = ${library};
        beforeEach(() => { fake.useFakeTimers(); });
        afterEach(() => { fake.useRealTimers(); });
        test('by time', () => {
          const seen = fake.fn(); setTimeout(seen, 100);
          fake.advanceTimersByTime(99); expect(seen).not.toHaveBeenCalled();
          fake.advanceTimersByTime(1); expect(seen).toHaveBeenCalledTimes(1);
          expect(fake.getTimerCount()).toBe(0);
        });
        test('by time, with promises in between', async () => {
          const seen = fake.fn(); later(100).then(() => later(100)).then(seen);
          await fake.advanceTimersByTimeAsync(199); expect(seen).not.toHaveBeenCalled();
          await fake.advanceTimersByTimeAsync(1); expect(seen).toHaveBeenCalledTimes(1);
        });
        test('all', () => {
          const order = []; setTimeout(() => order.push('b'), 20); setTimeout(() => { order.push('a'); setTimeout(() => order.push('c'), 100); }, 10);
          fake.runAllTimers(); expect(order).toEqual(['a', 'b', 'c']);
        });
        test('only pending', () => {
          const seen = fake.fn(); every(10, seen);
          fake.runOnlyPendingTimers(); expect(seen).toHaveBeenCalledTimes(1);
          fake.advanceTimersToNextTimer(); expect(seen).toHaveBeenCalledTimes(2);
          fake.clearAllTimers(); expect(fake.getTimerCount()).toBe(0);
        });
        test('endless', () => { every(10, () => {}); fake.runAllTimers(); });
        test('a callback that throws', () => {
          setTimeout(() => { throw new Error('inside'); }, 1);
          expect(() => fake.advanceTimersByTime(1)).toThrow('inside');
        });
        test('system time', () => {
          fake.setSystemTime(new Date(2020, 0, 1)); expect(new Date().getFullYear()).toBe(2020);
          fake.advanceTimersByTime(1000); expect(Date.now()).toBe(new Date(2020, 0, 1).getTime() + 1000);
          fake.useRealTimers(); expect(new Date().getFullYear()).toBe(2026);
        });
        test('minutes beyond the limit of a test', async () => {
          const seen = fake.fn(); later(300_000).then(seen);
          await fake.advanceTimersByTimeAsync(300_000); expect(seen).toHaveBeenCalled();
        });`,
      source: `${LATER} export const every = (ms, tick) => setInterval(tick, ms);`,
    });
    const { endless, ...others } = outcomes;
    expect(Object.keys(others).filter((name) => others[name] !== 'passed')).toEqual([]);
    expect(endless).toBe('failed');
    expect(findings['endless']?.params['error']).toMatch(
      /^Error: Aborting at \d+ ms, assuming an infinite loop/,
    );
    expect(recordings[0]?.timeline.spans[0]).toMatchObject({
      name: 'setTimeout',
      endMs: 100,
      outcome: 'fired',
    });
  });

  test('waits for nothing that only a held clock could bring', async () => {
    const { findings } = await gradeSpec(grader, {
      spec: `${VITEST} import { later } from './solution';
        test('held', async () => { vi.useFakeTimers(); await later(10); });
        test('let go', async () => { vi.useFakeTimers(); const done = later(10); vi.useRealTimers(); await done; });
        test('waitFor', async () => { let n = 0; setTimeout(() => { n = 1; }, 500); await vi.waitFor(() => expect(n).toBe(1)); });`,
      source: LATER,
    });
    expect(findings).toMatchObject({
      held: { code: 'fake-timers-held' },
      'let go': undefined,
      waitFor: undefined,
    });
  });
});

describe('tests that lean on one another', () => {
  const spec = `${JEST} import { add, all } from './solution';
    test('first', async () => { add(1); await new Promise((r) => setTimeout(r, 50)); expect(all()).toEqual([1]); });
    test('hangs', () => new Promise(() => {}));
    test('second', () => { console.log('second'); add(2); expect(all()).toEqual([1, 2]); });`;
  const source =
    'const list = []; export const add = (item) => list.push(item); export const all = () => list;';

  test('find a fresh context each', async () => {
    const { outcomes } = await gradeSpec(grader, { spec, source });
    expect(outcomes).toEqual({ first: 'passed', hangs: 'failed', second: 'failed' });
  });

  test('find what the ones before them left, where the exercise says so; a recording is still their own', async () => {
    const { outcomes, recordings } = await gradeSpec(grader, { spec, source, isolation: 'file' });
    expect(outcomes).toEqual({ first: 'passed', hangs: 'failed', second: 'passed' });
    expect(recordings[2]).toMatchObject({ virtualMs: 0, timeline: { spans: [] } });
    expect(recordings[2]?.timeline.marks.map(({ text }) => text)).toEqual(['second', 'fulfilled']);
  });
});

describe('what the student does to the spec', () => {
  const spec = `${JEST} import { add, more } from './solution';
    describe('add', () => { test('adds', () => expect(add(1, 2)).toBe(3)); });
    describe('more', () => { const made = more(); test('is made', () => expect(made).toBe(1)); });`;
  const solution = 'export const add = (a, b) => a + b; export const more = () => 1;';

  test('an export that is missing fails the tests that use it, and no other', async () => {
    const source = 'export const add = (a, b) => a + b;';
    const { outcomes, findings } = await gradeSpec(grader, { spec, source, solution });
    expect(outcomes).toEqual({ 'add > adds': 'passed', 'more > is made': 'failed' });
    expect(findings['more > is made']).toMatchObject({
      code: 'threw',
      params: { error: 'TypeError: more is not a function' },
    });
  });

  test('an endless loop costs one test', async () => {
    const source = 'export const add = () => { for (;;); }; export const more = () => 1;';
    const { outcomes, findings } = await gradeSpec(grader, { spec, source, solution });
    expect(outcomes).toEqual({ 'add > adds': 'failed', 'more > is made': 'passed' });
    expect(findings['add > adds']?.code).toBe('limit-resources');
  });

  test('what tests before it hold in memory does not fail a test', async () => {
    const { outcomes } = await gradeSpec(grader, {
      spec: `${JEST} import { size } from './solution'; test.each([1, 2, 3, 4])('%i', () => expect(size).toBe(3_000_000));`,
      source:
        'const held = new Array(3_000_000).fill(0.5); globalThis.held = held; export const size = held.length;',
    });
    expect(outcomes).toEqual({ 1: 'passed', 2: 'passed', 3: 'passed', 4: 'passed' });
  });

  test.each([
    ['a syntax error', 'export const add = ;', 'syntax-error'],
    ['an import that is not there', `import fs from 'fs'; export const add = 1;`, 'import-refused'],
    ['an error while loading', `throw new Error('no');`, 'load-error'],
  ])('%s puts the submission in error', async (_, source, code) => {
    const { verdict } = await gradeSpec(grader, { spec, source, solution });
    expect(verdict).toMatchObject({ outcome: 'errored', sealed: false, findings: [{ code }] });
  });

  test('a rejection that nobody handles ends the test', async () => {
    const { findings } = await gradeSpec(grader, {
      spec: `${JEST} import { go } from './solution'; test('goes', async () => { go(); await new Promise((r) => setTimeout(r, 10)); });`,
      source: `export const go = () => { Promise.reject(new Error('lost')); };`,
    });
    expect(findings['goes']?.code).toBe('unhandled-rejection');
  });
});

describe('a spec that cannot be used is told to its author', () => {
  test.each([
    [
      'an import',
      `import fs from 'node:fs'; test('a', () => {});`,
      /trial\.spec\.js: "node:fs" is not available here/,
    ],
    ['a missing file', `import { a } from './nothing'; test('a', () => {});`, /imports "\.\/nothing"/],
    ['a syntax error', `test('a', () => {`, /spec\/trial\.spec\.js: .*\(1:\d+\)/],
    ['an error', `throw new Error('oops');`, /cannot be loaded: oops/],
    ['no test', `const a = 1;`, /spec\/ has no tests/],
  ])('%s', async (_, spec, message) => {
    const error: unknown = await gradeSpec(grader, { spec }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ExerciseError);
    expect((error as Error).message).toMatch(message);
  });
});
