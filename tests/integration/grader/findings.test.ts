// What is said about a run that went wrong, sentence by sentence, as a student reads it.
import { afterAll, describe, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { tryOut } from '#tests/helpers/grading.ts';

const grader = makeGrader();
afterAll(async () => await grader.close());

const lines = (...source: string[]): string => source.join('\n');

/** The codes and sentences of a submission whose answer is never right. */
async function said(source: string, scenario?: string) {
  const result = await tryOut(grader, { source, ...(scenario === undefined ? {} : { scenario }) });
  return { ...result, codes: result.findings.map(({ code }) => code), all: result.sentences.join('\n') };
}

describe('never settled', () => {
  test.each([
    [
      'a promise that only the result waits for',
      lines('export function solve() {', '  return new Promise((resolve) => {});', '}'),
      'The result never settles: nothing settles the promise made on line 2, and at 0 ms no timer and no call is left.',
    ],
    [
      'a promise that a scenario awaits, kept in a variable',
      lines(
        'let give;',
        'const later = new Promise((resolve) => (give = resolve));',
        'export const solve = () => later;',
      ),
      'The result never settles: nothing settles the promise made on line 2, and at 0 ms no timer and no call is left.',
    ],
    [
      'an object whose then never calls back',
      lines(
        'export async function solve() {',
        '  const silent = { then() {} };',
        '  return await silent;',
        '}',
      ),
      'Line 3 awaits an object whose `then` never calls back: at 0 ms no timer and no call is left.',
    ],
    [
      'Promise.all of one promise that hangs',
      lines(
        'export async function solve(fetchItem) {',
        '  const lost = new Promise(() => {});',
        '  return await Promise.all([fetchItem(1), lost]);',
        '}',
      ),
      'Line 3 awaits the promise made on line 3, which waits for the promise made on line 2, and nothing settles that one: at 100 ms no timer and no call is left.',
    ],
    [
      'an outer await of a function that hangs inside, awaited first',
      lines(
        'async function inner(fetchItem) {',
        '  await fetchItem(1);',
        '  await new Promise(() => {});',
        '}',
        'export async function solve(fetchItem) {',
        '  const job = inner(fetchItem);',
        '  return await job;',
        '}',
      ),
      'Line 3 awaits the promise made on line 3, which nothing settles: at 100 ms no timer and no call is left.',
    ],
  ])('%s', async (_, source, sentence) => {
    const { sentences, recording } = await said(source);
    expect(recording?.ended).toEqual({ kind: 'never-settled' });
    expect(sentences).toEqual([sentence]);
  });

  test('a call that never answers is named', async () => {
    const scenario = `const { ask } = lab.simulate({ ask: { ms: 5, hangs: true } }); return await lab.solution.solve(ask);`;
    const { sentences } = await said(
      `export async function solve(ask) {\n  return await ask('x');\n}`,
      scenario,
    );
    expect(sentences).toEqual(['Line 2 awaits ask("x"), which never answers.']);
  });

  test('a call that never answers and is handed back without an await is named too', async () => {
    const scenario = `const { ask } = lab.simulate({ ask: { ms: 5, hangs: true } }); return await lab.solution.solve(ask);`;
    const { sentences } = await said(
      `export function solve(ask) {\n  return ask('x').then(String);\n}`,
      scenario,
    );
    expect(sentences[0]).toMatch(/^The result never settles: /);
  });

  test('thenables that do call back are waited for, at the cost that Node has', async () => {
    const source = lines(
      'export async function solve() {',
      '  const order = [];',
      '  const one = (async () => { await { then(f) { f(); } }; order.push("thenable"); })();',
      '  const two = (async () => { await null; order.push("value"); })();',
      '  await Promise.all([one, two]);',
      '  return order.join();',
      '}',
    );
    const { recording } = await said(source);
    expect(recording?.outcome).toEqual({ kind: 'returned', value: 'value,thenable' });
  });

  test('a thenable whose then throws rejects the await, and that is no unhandled rejection', async () => {
    const source = `export async function solve() { try { await { get then() { throw new Error('x'); } }; } catch (error) { return error.message; } }`;
    const { recording } = await said(source);
    expect(recording?.outcome).toEqual({ kind: 'returned', value: 'x' });
  });
});

describe('unhandled rejection', () => {
  test('of an error: the line that made the error', async () => {
    const { sentences } = await said(
      lines(
        'export async function solve(fetchItem) {',
        '  Promise.reject(new Error("no"));',
        '  return await fetchItem(1);',
        '}',
      ),
    );
    expect(sentences[0]).toBe('A promise was rejected with Error: no on line 2 and nobody handled it.');
  });

  test('of something that knows no line: the line that made the promise', async () => {
    const { sentences } = await said(
      lines(
        'export async function solve(fetchItem) {',
        '  const lost = Promise.reject("no");',
        '  return await fetchItem(1);',
        '}',
      ),
    );
    expect(sentences[0]).toBe('The promise made on line 2 was rejected with "no" and nobody handled it.');
  });

  const busy = `const { save, wait } = lab.simulate({ save: { ms: 100, rejects: 'Busy' }, wait: { ms: 200 } }); return await lab.solution.solve(save, wait);`;
  const made = 'The promise made on line 2 was rejected with Error: Busy and nobody handled it.';
  test.each([
    ['that nobody touches', ['  const saved = save(1);', '  await wait();'], made],
    ['that is awaited too late', ['  const saved = save(1);', '  await wait();', '  await saved;'], made],
    [
      'that leads to another one',
      ['  const saved = save(1);', '  saved.then(String);', '  await wait();'],
      'The promise made on line 3 was rejected with Error: Busy and nobody handled it.',
    ],
    [
      'of all calls together',
      ['  const saved = Promise.all([save(1),', '    save(2)]);', '  await wait();', '  await saved;'],
      made,
    ],
    [
      'of a callback that forEach drops: the line of its await',
      ['  [1, 2].forEach(async (id) => {', '    await save(id);', '  });', '  await wait();'],
      'A promise was rejected with Error: Busy on line 3 and nobody handled it.',
    ],
    [
      'of a function of the code, called on another line than it awaits on',
      ['  const task = async () => {', '    await save(1);', '  };', '  task();', '  await wait();'],
      'The promise made on line 5 was rejected with Error: Busy and nobody handled it.',
    ],
  ])('of an error that a simulated call made, %s', async (_, body, sentence) => {
    const { sentences } = await said(lines('export async function solve(save, wait) {', ...body, '}'), busy);
    expect(sentences[0]).toBe(sentence);
  });
});

describe('not awaited', () => {
  test.each([
    [
      'a call whose promise is dropped',
      '  fetchItem(3);',
      'Line 2 starts fetchItem(3) and does not wait for it.',
    ],
    ['void', '  void fetchItem(3);', 'Line 2 starts fetchItem(3) and does not wait for it.'],
    [
      'a chain that is dropped',
      '  fetchItem(3).then(() => 1).catch(() => 2);',
      'Line 2 starts fetchItem(3) and does not wait for it.',
    ],
    [
      'a variable that is never read',
      '  const got = fetchItem(3);',
      'Line 2 starts fetchItem(3) and does not wait for it.',
    ],
    [
      'an async callback of forEach',
      '  [3].forEach(async (id) => {\n    await fetchItem(id);\n  });',
      'forEach on line 2 does not wait for the promises of its callback: fetchItem(3) of line 3 was still in flight when the result was there.',
    ],
    [
      'a callback of forEach that returns the promise',
      '  [3].forEach((id) => fetchItem(id));',
      'forEach on line 2 does not wait for the promises of its callback: fetchItem(3) was still in flight when the result was there.',
    ],
    [
      'a named callback of forEach',
      '  async function load(id) {\n    return await fetchItem(id);\n  }\n  [3].forEach(load);',
      'forEach on line 5 does not wait for the promises of its callback: fetchItem(3) of line 3 was still in flight when the result was there.',
    ],
    [
      'map without Promise.all',
      '  [3].map(async (id) => await fetchItem(id));',
      'Line 2 starts fetchItem(3) and does not wait for it.',
    ],
    [
      'an async function that nobody waits for',
      '  const load = async () => {\n    await fetchItem(3);\n  };\n  load();',
      'Line 5 does not wait for what it starts: fetchItem(3) of line 3 was still in flight when the result was there.',
    ],
    [
      'an async function called at once',
      '  (async () => {\n    await fetchItem(3);\n  })();',
      'Line 2 does not wait for what it starts: fetchItem(3) of line 3 was still in flight when the result was there.',
    ],
    [
      'the loser of a race, which nobody could wait for',
      '  const race = Promise.race([fetchItem(3), 1]);\n  await race;',
      'fetchItem(3), started on line 2, was still in flight when the result was there.',
    ],
  ])('%s', async (_, body, sentence) => {
    const { sentences } = await said(
      `export async function solve(fetchItem) {\n${body}\n  return 'wrong';\n}`,
    );
    expect(sentences).toContain(sentence);
  });

  test('nothing is said where everything was waited for', async () => {
    const { codes } = await said(
      `export async function solve(fetchItem) { await Promise.all([1, 2].map((id) => fetchItem(id))); return 'wrong'; }`,
    );
    expect(codes).toEqual(['assertion']);
  });

  test('nothing is said of a test that passes, nor of what the reference leaves behind as well', async () => {
    const source = (word: string): string =>
      `export async function solve(fetchItem) { setTimeout(() => {}, 5000); fetchItem(1); return '${word}'; }`;
    const passed = await tryOut(grader, { source: source('right') });
    expect(passed.findings).toEqual([]);
    const reference = passed.recording === undefined ? [] : [passed.recording];
    const failed = await tryOut(grader, { source: source('wrong'), reference });
    expect(failed.findings.map(({ code }) => code)).toEqual(['assertion']);
  });
});

describe('left behind', () => {
  test.each([
    [
      'a timer',
      'setTimeout(() => {}, 50);',
      'A setTimeout on line 2 was still waiting when the result was there; it was due at 50 ms. Clear it.',
    ],
    [
      'an interval',
      'setInterval(() => {}, 50);',
      'A setInterval on line 2 was still running when the result was there. Clear it.',
    ],
    [
      'an abort listener',
      'new AbortController().signal.addEventListener("abort", () => {});',
      'An abort listener on line 2 was still attached when the result was there. Remove it.',
    ],
  ])('%s', async (_, body, sentence) => {
    const { sentences } = await said(`export async function solve() {\n  ${body}\n  return 'wrong';\n}`);
    expect(sentences).toContain(sentence);
  });
});

describe('limits say their figure', () => {
  test.each([
    [
      'an interval for ever',
      'setInterval(() => {}, 1);',
      /^The run was stopped at \d+ ms, when 5,000 timers had fired\..* Look at the timer set on line 2\.$/,
    ],
    [
      'a timer that sets itself again',
      'const again = () => setTimeout(again, 1);\n  again();',
      /when 5,000 timers had fired\..* on line 2\.$/,
    ],
    [
      'timers without end',
      'for (let i = 0; i < 20000; i += 1) setTimeout(() => {}, 1e6);',
      /when 10,000 timers were waiting at once\./,
    ],
    ['a sleep too long', 'setTimeout(() => {}, 1e9);', /limit of virtual time, 600000 ms/],
    ['an endless loop', 'for (;;);', /\(1000 ms or 64 MiB\) and was stopped\. It looks like an endless loop/],
  ])('%s', async (_, body, sentence) => {
    const { sentences } = await said(
      `export async function solve() {\n  ${body}\n  await new Promise(() => {});\n}`,
    );
    expect(sentences[0]).toMatch(sentence);
  });
});

describe('the busy wait', () => {
  const sentence = (line: number, virtualMs = 0): string =>
    `The clock does not move while code runs: it was read 200,000 times on line ${line} at ${virtualMs} ms, and waiting for Date.now() to change never ends. Await a timer instead.`;

  test.each([
    ['Date.now', 'const end = Date.now() + 10;\n  while (Date.now() < end);', 3],
    ['performance.now', 'const start = performance.now();\n  while (performance.now() - start < 5) {}', 3],
    ['process.hrtime', 'const [start] = process.hrtime();\n  while (process.hrtime()[0] === start);', 3],
    ['new Date', 'const end = +new Date() + 10;\n  while (+new Date() < end) {}', 3],
    [
      'with awaits that pass no time',
      'const end = Date.now() + 10;\n  while (Date.now() < end) await null;',
      3,
    ],
    [
      'that catches what it can',
      'const end = Date.now() + 10;\n  try { while (Date.now() < end); } catch {}',
      3,
    ],
  ])('%s is told from other endless loops', async (_, body, line) => {
    const { sentences, recording, resource } = await said(
      `export async function solve() {\n  ${body}\n  return 'right';\n}`,
    );
    expect(recording?.ended).toEqual({ kind: 'limit', limit: 'resources' });
    expect(sentences).toEqual([sentence(line)]);
    expect(resource).toBeUndefined();
  });

  test('what happened before it stays in the recording', async () => {
    const { recording, sentences } = await said(
      lines(
        'export async function solve(fetchItem) {',
        '  await fetchItem(1);',
        '  const end = Date.now() + 10;',
        '  while (Date.now() < end);',
        '}',
      ),
    );
    expect(recording?.timeline.spans).toHaveLength(1);
    expect(sentences).toEqual([sentence(4, 100)]);
  });

  test('reading the clock often is no busy wait, as long as the loop goes on', async () => {
    const { verdict } = await said(
      `export async function solve() { for (let i = 0; i < 3; i += 1) { for (let k = 0; k < 90000; k += 1) Date.now(); await new Promise((resolve) => setTimeout(resolve, 1)); } return 'right'; }`,
    );
    expect(verdict.outcome).toBe('passed');
  });

  test('after the result was there it spoils nothing', async () => {
    const { verdict } = await said(
      `export function solve() { setTimeout(() => { for (;;) Date.now(); }, 5); return 'right'; }`,
    );
    expect(verdict.outcome).toBe('passed');
  });
});
