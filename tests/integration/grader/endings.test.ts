// How a test may end, and what is said about it.
import { afterAll, describe, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { tryOut } from '#tests/helpers/grading.ts';

const grader = makeGrader();
afterAll(async () => await grader.close());

const at = (line: number, column?: number) => ({
  file: 'solution.js',
  line,
  ...(column === undefined ? {} : { column }),
});

describe('ended by itself', () => {
  test('returned', async () => {
    const { verdict, recording } = await tryOut(grader, {
      source: `export async function solve(fetchItem) { await fetchItem(1); return 'right'; }`,
    });
    expect(verdict.outcome).toBe('passed');
    expect(recording).toMatchObject({ ended: { kind: 'returned' }, virtualMs: 100 });
  });

  test('threw, at the line of the throw', async () => {
    const { verdict, recording, sentences } = await tryOut(grader, {
      source: `export async function solve() {\n  throw new TypeError('no such item');\n}`,
    });
    expect(recording?.ended).toMatchObject({ kind: 'threw', at: at(2, 9) });
    expect(verdict.outcome).toBe('failed');
    expect(sentences).toEqual(['The code threw TypeError: no such item on line 2.']);
  });

  test('a throw in a timer ends the run as in Node', async () => {
    const { recording } = await tryOut(grader, {
      source: `export function solve() {\n  setTimeout(() => {\n    throw new Error('late');\n  }, 5);\n  return new Promise(() => {});\n}`,
    });
    expect(recording).toMatchObject({ ended: { kind: 'threw', at: at(3) }, virtualMs: 5 });
  });

  test('never settled is said at once, with both lines', async () => {
    const { recording, sentences } = await tryOut(grader, {
      source: `export async function solve() {\n  const lost = new Promise(() => {});\n  return await lost;\n}`,
    });
    expect(recording).toMatchObject({ ended: { kind: 'never-settled' }, virtualMs: 0 });
    expect(recording?.pendingWaits[0]).toMatchObject({ awaitedAt: at(3), madeAt: at(2) });
    expect(sentences).toEqual([
      'Line 3 awaits the promise made on line 2, which nothing settles: at 0 ms no timer and no call is left.',
    ]);
  });

  test('the wait that hangs is named also after thousands that did not', async () => {
    const { recording } = await tryOut(grader, {
      source: `export async function solve() {\n  for (let i = 0; i < 3000; i += 1) await null, await Promise.resolve(i);\n  await new Promise(() => {});\n}`,
    });
    expect(recording?.pendingWaits[0]).toMatchObject({ awaitedAt: at(3), madeAt: at(3) });
  });

  test('a top-level await that never settles is no success', async () => {
    const { recording } = await tryOut(grader, {
      source: `await new Promise(() => {});\nexport const solve = () => 'right';`,
    });
    expect(recording).toMatchObject({ ended: { kind: 'never-settled' } });
  });

  test('a top-level await is waited for', async () => {
    const { verdict } = await tryOut(grader, {
      source: `const word = await new Promise((resolve) => setTimeout(resolve, 20, 'right'));\nexport const solve = () => word;`,
    });
    expect(verdict.outcome).toBe('passed');
  });

  test('an unhandled rejection ends the run, also when it is handled later', async () => {
    const { recording, sentences } = await tryOut(grader, {
      source: `export async function solve() {\n  const p = Promise.reject(new Error('nobody'));\n  await new Promise((resolve) => setTimeout(resolve, 10));\n  return await p.catch(() => 'right');\n}`,
    });
    expect(recording?.ended).toMatchObject({ kind: 'unhandled-rejection', at: at(2) });
    expect(sentences[0]).toBe('A promise was rejected with Error: nobody on line 2 and nobody handled it.');
  });
});

describe('not started', () => {
  test.each([
    ['a syntax error', 'export const solve = () => {\n  return (;\n};', 'syntax-error', 2],
    ['an error at load time', 'const x = null;\nx.y();\nexport const solve = 1;', 'load-error', 2],
  ])('%s is told with its line', async (_, source, code, line) => {
    const { verdict } = await tryOut(grader, { source });
    expect(verdict).toMatchObject({ outcome: 'errored', findings: [{ code, at: at(line) }] });
    expect(verdict.tests).toMatchObject([{ outcome: 'not-run' }]);
  });

  test.each([
    'node:fs',
    'lodash',
    './other.js',
    './solution.js',
    '../solution.js',
    'host',
    'hooks',
    '',
    'interleave:0',
  ])('an import of "%s" is refused by name', async (specifier) => {
    const { verdict, sentences } = await tryOut(grader, {
      source: `import * as all from '${specifier}';\nexport const solve = () => 'right';`,
    });
    expect(verdict.outcome).toBe('errored');
    expect(sentences).toEqual([
      `\`${specifier}\` is not available here (imported in solution.js): a submission imports its own files only.`,
    ]);
  });

  test('TypeScript that cannot be erased is refused by name and line', async () => {
    const { verdict } = await tryOut(grader, {
      language: 'ts',
      source: `export const solve = () => 'right';\n\nenum Colour { Red }`,
    });
    expect(verdict).toMatchObject({
      outcome: 'errored',
      findings: [{ code: 'unsupported-typescript', at: { file: 'solution.ts', line: 3 } }],
    });
  });
});

test('TypeScript keeps line and column', async () => {
  const { recording } = await tryOut(grader, {
    language: 'ts',
    source: `type Fetch = (id: number) => Promise<{ id: number }>;\nexport async function solve(fetchItem: Fetch): Promise<string> {\n  const list: Array<number> = [1]; await fetchItem(list[0] as number);\n  throw new Error('x' as string);\n}`,
  });
  expect(recording?.timeline.spans[0]?.at).toEqual({ file: 'solution.ts', line: 3, column: 42 });
  expect(recording?.ended).toMatchObject({ at: { file: 'solution.ts', line: 4, column: 9 } });
});

describe('limits', () => {
  test.each([
    ['an endless loop', 'for (;;);', { kind: 'limit', limit: 'resources' }],
    ['an endless await loop', 'for (;;) await null;', { kind: 'limit', limit: 'resources' }],
    [
      'data without end',
      'const all = []; for (;;) all.push(new Array(1000).fill({}));',
      { kind: 'limit', limit: 'resources' },
    ],
    [
      'a native loop that nothing interrupts',
      'Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1);',
      { kind: 'limit', limit: 'resources' },
    ],
    [
      'an interval for ever',
      'setInterval(() => {}, 1); await new Promise(() => {});',
      { kind: 'limit', limit: 'timers' },
    ],
    [
      'too many live timers',
      'for (let i = 0; i < 20_000; i += 1) setTimeout(() => {}, 1e6); await new Promise(() => {});',
      { kind: 'limit', limit: 'timers' },
    ],
    [
      'a very long sleep',
      'await new Promise((resolve) => setTimeout(resolve, 1e9));',
      { kind: 'limit', limit: 'virtual-time' },
    ],
    ['very long work', 'work(1e300);', { kind: 'limit', limit: 'virtual-time' }],
  ])('%s', async (_, body, ended) => {
    const { verdict, recording } = await tryOut(grader, {
      source: `export async function solve() { ${body} return 'right'; }`,
    });
    expect(verdict).toMatchObject({ outcome: 'failed' });
    expect(recording?.ended).toEqual(ended);
  });

  test('output beyond the limit is cut and counted, and the run goes on', async () => {
    const { verdict, recording } = await tryOut(grader, {
      source: `export async function solve() { for (let i = 0; i < 600; i += 1) console.log('line', i); return 'right'; }`,
    });
    expect(verdict.outcome).toBe('passed');
    expect(recording?.timeline.marks.filter(({ kind }) => kind === 'console')).toHaveLength(500);
    expect(recording?.droppedOutput).toMatchObject({ lines: 100 });
  });

  test('after a limit the next test gets a right verdict', async () => {
    await tryOut(grader, { source: `export const solve = () => { for (;;); };` });
    const { verdict } = await tryOut(grader, { source: `export const solve = () => 'right';` });
    expect(verdict.outcome).toBe('passed');
  });
});

describe('what the recording holds', () => {
  test('the result as it was when the scenario settled, not what became of it later', async () => {
    const { recording } = await tryOut(grader, {
      source: `export async function solve(fetchItem) { const all = []; [1, 2].forEach(async (id) => all.push(await fetchItem(id))); return all; }`,
    });
    expect(recording?.outcome).toMatchObject({ value: { items: [] } });
    expect(recording?.leftBehind).toMatchObject([{ kind: 'call' }, { kind: 'call' }]);
  });

  test('timers, intervals, listeners and calls that were left behind, with their lines', async () => {
    const { recording } = await tryOut(grader, {
      source: `export async function solve(fetchItem) {\n  setTimeout(() => {}, 50);\n  setInterval(() => {}, 60);\n  new AbortController().signal.addEventListener('abort', () => {});\n  fetchItem(1);\n  return 'right';\n}`,
    });
    expect(recording?.leftBehind).toEqual([
      { kind: 'timer', name: 'setTimeout', dueMs: 50, at: at(2, 3) },
      { kind: 'interval', name: 'setInterval', dueMs: 60, at: at(3, 3) },
      {
        kind: 'call',
        name: 'fetchItem',
        dueMs: 100,
        at: at(5, 3),
        notAwaited: { why: 'dropped', at: at(5, 3) },
      },
      { kind: 'listener', name: 'abort', at: at(4, 3) },
    ]);
  });

  test('a call that hangs is left behind; one that was aborted, and its listener, are not', async () => {
    const { recording } = await tryOut(grader, {
      scenario: `const { hang, get } = lab.simulate({ hang: { ms: 0, hangs: true }, get: { ms: 90, abortable: true, value: 1 } });
        return await lab.solution.solve(hang, get);`,
      source: `export async function solve(hang, get) {\n  const stop = new AbortController();\n  hang();\n  const got = get({ signal: stop.signal }).catch(() => 'right');\n  setTimeout(() => stop.abort(), 30);\n  return await got;\n}`,
    });
    expect(recording).toMatchObject({ virtualMs: 30, leftBehind: [{ kind: 'call', name: 'hang' }] });
    expect(recording?.leftBehind).toHaveLength(1);
    expect(recording?.timeline.spans.find(({ name }) => name === 'get')).toMatchObject({
      outcome: 'cancelled',
      endMs: 30,
    });
  });

  test('listeners on a signal that has aborted are not left behind: nothing calls them again', async () => {
    const { recording } = await tryOut(grader, {
      source: [
        'export function solve() {',
        '  const stopped = new AbortController();',
        '  const following = AbortSignal.any([stopped.signal]);',
        '  stopped.signal.onabort = () => {};',
        "  following.addEventListener('abort', () => {});",
        '  stopped.abort();',
        "  AbortSignal.abort().addEventListener('abort', () => {});",
        "  new AbortController().signal.addEventListener('abort', () => {});",
        '}',
      ].join('\n'),
    });
    expect(recording?.leftBehind).toMatchObject([{ kind: 'listener', name: 'abort', at: { line: 8 } }]);
  });

  test('a listener of the student cannot keep an abort from a simulated call', async () => {
    const { recording } = await tryOut(grader, {
      scenario: `const { get } = lab.simulate({ get: { ms: 90, abortable: true } }); return await lab.solution.solve(get);`,
      source: `export async function solve(get) { const stop = new AbortController(); stop.signal.addEventListener('abort', (event) => event.stopImmediatePropagation()); const got = get(stop.signal); stop.abort(); return await got; }`,
    });
    expect(recording).toMatchObject({ ended: { kind: 'threw' }, virtualMs: 0 });
  });

  test("a stack that is printed shows the student's own lines and columns", async () => {
    const { recording } = await tryOut(grader, {
      source: `const f = () => g(1);\nconst g = (x) => { console.log(new Error('here').stack); return x; };\nexport const solve = () => f();`,
    });
    expect(recording?.timeline.marks[0]?.text).toContain('at g (solution.js:2:32)');
    expect(recording?.timeline.marks[0]?.text).toContain('at f (solution.js:1:17)');
  });

  test('a stack that is printed has no frames but those of the code', async () => {
    const stacks = [
      "setTimeout(() => console.log(new Error('timer').stack), 1);",
      "process.nextTick(() => console.log(new Error('tick').stack));",
      "new Promise((done) => queueMicrotask(() => done(console.log(new Error('microtask').stack))));",
      "const target = new EventTarget(); target.addEventListener('x', () => console.log(new Error('event').stack)); target.dispatchEvent(new Event('x'));",
      "[1].map(() => console.log(new Error('native').stack));",
      'console.log(AbortSignal.abort().reason.stack);',
      "try { new URL('nope'); } catch (error) { console.log(error.stack); }",
      "console.log('    at recorder:1', '\\n    at the door (10)');",
    ];
    const { recording } = await tryOut(grader, {
      source: `export async function solve() {\n${stacks.join('\n')}\nawait new Promise((done) => setTimeout(done, 5));\n}`,
    });
    const printed = recording?.timeline.marks.filter(({ kind }) => kind === 'console') ?? [];
    expect(printed.map(({ text }) => text.replaceAll(/:\d+\b(?=\)?$)/gm, ''))).toEqual([
      'Error: event\n    at EventTarget.<anonymous> (solution.js:5)\n    at Module.solve (solution.js:5)',
      'Error: native\n    at solution.js:6\n    at Array.map (<anonymous>)\n    at Module.solve (solution.js:6)',
      'AbortError: This operation was aborted\n    at Module.solve (solution.js:7)',
      'TypeError: Invalid URL\n    at Module.solve (solution.js:8)',
      '    at recorder:1 \n    at the door (10)',
      'Error: microtask\n    at solution.js:4',
      'Error: tick\n    at solution.js:3',
      'Error: timer\n    at Timeout.<anonymous> (solution.js:2)',
    ]);
  });

  test("a function's text is the student's own", async () => {
    const source = `export async function solve(fetchItem) { await fetchItem((1, 2), [...[3].map(String)]); new Set; [].at(); return String(solve); }`;
    const { recording } = await tryOut(grader, { source });
    expect(recording?.outcome).toMatchObject({ value: source.replace('export ', '') });
  });
});
