// What `check` reads in texts: names that the instructions owe, and hints that copy.
import { describe, expect, test } from 'vitest';
import { sharedRun } from '#cli/check-hints.ts';
import { parseCode } from '#cli/code.ts';
import { errorsIn, inputWords, isTold } from '#cli/names-in-expectations.ts';
import { receivedNames, usesNetwork } from '#cli/names-in-scenarios.ts';
import { exportsOf } from '#cli/names-in-solution.ts';
import { undefinedNames } from '#cli/undefined-names.ts';

describe('names of the solution', () => {
  const names = (solution: string, starter: string | null = null, used = ''): string[] =>
    exportsOf(parseCode(solution), {
      starter: starter === null ? null : parseCode(starter),
      used,
    }).map(({ name }) => name);

  test('functions with their parameters, however they are written', () => {
    expect(names('export async function load(ids, { limit = 3, signal }, ...rest) {}')).toEqual([
      'load',
      'ids',
      'limit',
      'signal',
      'rest',
    ]);
    expect(names('const load = async (id, _index) => id; export { load as loadUser };')).toEqual([
      'loadUser',
      'id',
    ]);
    expect(names('export const prices = [1]; function helper(secret) {}')).toEqual([]);
  });

  test('parameters are those of the starter, which students see', () => {
    expect(names('export function wait(duration) {}', 'export function wait(ms) {}')).toEqual(['wait', 'ms']);
  });

  test('of a class, what the scenarios call', () => {
    const source = 'export class Pool { constructor(size) {} run(task) {} peek(inside) {} }';
    expect(names(source, null, 'pool.run(task)')).toEqual(['Pool', 'run', 'size', 'task']);
  });
});

describe('names of the scenarios', () => {
  const names = (run: string, hidden = false): string[] =>
    receivedNames(
      parseCode(
        `export default { 'a test': { ${hidden ? 'hidden: true, ' : ''}async run(lab) { ${run} } } };`,
      ),
    ).map(({ name }) => name);
  const simulated = 'const { ask, save } = lab.simulate({ ask: { ms: 1 }, save: { ms: 1 } });';

  test('what is handed over as it is, and not what is wrapped', () => {
    expect(names(`${simulated} await lab.solution.run(ask, () => save());`)).toEqual(['ask']);
    expect(names(`${simulated} const { run } = lab.solution; await run([ask], { save });`)).toEqual([
      'ask',
      'save',
    ]);
    expect(names(`${simulated} const box = lab.solution.makeBox(1); await box.use(save);`)).toEqual(['save']);
    expect(names(`${simulated} return lab.copy(ask);`)).toEqual([]);
  });

  test('a whole set of them', () => {
    expect(names('const api = lab.simulate({ ask: {}, save: {} }); lab.solution.run(api);')).toEqual([
      'ask',
      'save',
    ]);
    expect(names('lab.solution.run(lab.simulate({ ask: {} }));')).toEqual(['ask']);
  });

  test('in a hidden test, only what the code itself has to name', () => {
    expect(names(`${simulated} lab.solution.run(ask, { save });`, true)).toEqual(['save']);
  });

  test('fetch, where it is the global', () => {
    expect(usesNetwork(parseCode('lab.fetch({});'))).toHaveLength(1);
    expect(usesNetwork(parseCode('const get = lab.fetch({});'))).toHaveLength(0);
  });
});

describe('errors of the expectations', () => {
  const missing = (expectations: string, scenarios: string, instructions: string): string[] =>
    errorsIn(parseCode(expectations))
      .filter(({ pieces }) =>
        pieces.some((piece) => !isTold(piece, { inputs: inputWords(parseCode(scenarios)), instructions })),
      )
      .map(({ text }) => text);

  test.each([
    ["expect(e).toRejectWith('Out of stock');", 'Out of stock'],
    ["expect(e).toRejectWith({ name: 'LimitError', message: 'Too slow' });", 'LimitError'],
    ["expect(e.result).toMatchObject({ error: { name: 'TimeoutError' } });", 'TimeoutError'],
    ["expect(error.message).toBe('No such city');", 'No such city'],
    ['const refusal = { message: `Timed out after ${limitMs} ms` };', 'Timed out after … ms'],
  ])('%s', (expectations, text) => {
    expect(missing(expectations, '', '')).toContain(text);
    expect(
      missing(expectations, '', `It says \`${text.replace('…', '300')}\`, a LimitError: Too slow`),
    ).toEqual([]);
  });

  test('numbers may be others, and so may what a scenario brings along', () => {
    expect(
      missing("e.toRejectWith('Gave up after 7 tries')", '', 'rejects: `Gave up after 3 tries`'),
    ).toEqual([]);
    expect(
      missing("e.toRejectWith('No answer from pumps')", "x = 'pumps'", '`No answer from valves`'),
    ).toEqual([]);
    expect(missing("e.toRejectWith('No answer from pumps')", "x = 'pumps'", '')).toHaveLength(1);
  });

  test('what only passes through need not be told', () => {
    expect(missing("e.toRejectWith('Disk full')", "x = { rejects: 'Disk full' }", '')).toEqual([]);
    expect(missing("e.toRejectWith({ name: 'RangeError' })", 'throw new RangeError(1)', '')).toEqual([]);
    expect(missing("x = { name: 'Ada' }", '', '')).toEqual([]);
  });
});

describe('hints', () => {
  const solution = 'return await Promise.race([task(), timeIsUp]);';

  test('twelve words and signs in a row are a copy, eleven are not', () => {
    expect(sharedRun('Try this:\nawait Promise.race([task(), timeIsUp]) now', solution)).toEqual({
      text: 'await Promise . race ( [ task ( ) , timeIsUp ]',
      line: 1,
    });
    expect(sharedRun('Promise.race([task(), timeIsUp])', 'Promise.race([task(), timeIsUp]')).toBeNull();
  });
});

test('names that nothing declares', () => {
  const source = `
    import { setTimeout as sleep } from 'node:timers/promises';
    export async function f({ a, ...rest }, [b] = []) {
      try { await sleep(a); work(b); } catch (error) { consle.log(error, rest, undefined, arguments); }
      label: for (const c of []) { class D {} new D(c); fetch({ key: c }).then; }
    }`;
  expect(undefinedNames(source)).toEqual([{ name: 'consle', line: 4 }]);
});
