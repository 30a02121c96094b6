import { describe, expect, test } from 'vitest';
import { instrument } from '#grader/recorder/instrument.ts';

/** What is said of the call `save(` of a source. */
function why(source: string): string | undefined {
  const offset = source.indexOf('save(');
  const lines = source.slice(0, offset).split('\n');
  const at = { file: 'solution.js', line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  const found = instrument('solution.js', source).whyNotAwaited(at);
  return found === undefined ? undefined : `${found.why} on line ${found.at.line}`;
}

describe('thrown away', () => {
  test.each([
    ['save(1);', 'dropped on line 1'],
    ['save(1), 2;', 'dropped on line 1'],
    ['ok && save(1);', 'dropped on line 1'],
    ['ok ? save(1) : other();', 'dropped on line 1'],
    ['ok?.x(save);\nsave?.(1);', undefined],
    ['void save(1);', 'dropped on line 1'],
    ['save(1).then(f).catch(g);', 'dropped on line 1'],
    ['const p = save(1);', 'unused on line 1'],
    ['for (const x of xs) save(x);', 'dropped on line 1'],
    ['xs.forEach((x) => save(x));', 'for-each on line 1'],
    ['xs\n.forEach(async (x) => {\n  if (x) { await save(x); }\n});', 'for-each on line 2'],
    ['xs.forEach(function (x) { return save(x); });', 'for-each on line 1'],
    ['async function f() { await save(1); }\nf();', 'dropped on line 2'],
    ['const f = async () => save(1);\nconst g = async () => { await f(); };\n\ng();', 'dropped on line 4'],
    ['const f = async (x) => save(x);\nxs.forEach(f);', 'for-each on line 2'],
    ['xs.map(async (x) => { await save(x); });', 'dropped on line 1'],
    ['const all = xs.map((x) => save(x));', 'unused on line 1'],
  ])('%s', (source, expected) => {
    expect(why(source)).toBe(expected);
  });
});

describe('nothing is said of a call that somebody may wait for', () => {
  test.each([
    'await save(1);',
    'const p = save(1); await p;',
    'const all = xs.map((x) => save(x)); await Promise.all(all);',
    'await Promise.race([save(1), other()]);',
    'list.push(save(1));',
    'export const f = () => save(1);',
    'async function f() { await save(1); }\nawait f();',
    'async function f() { await save(1); }\nexport { f };',
    'const f = async () => { await save(1); };\nqueue.push(f);',
    'p = save(1);',
    'return_({ value: save(1) });',
    'const f = async (n) => { await save(n); if (n) await f(n - 1); };\nawait f(3);',
    'const f = async (n) => { await save(n); f(n - 1).catch(g); return f; };',
  ])('%s', (source) => {
    const expected = source.includes('f(n - 1).catch') ? 'dropped on line 1' : undefined;
    expect(why(source)).toBe(expected);
  });

  test('a place where there is no call', () => {
    const at = { file: 'solution.js', line: 9, column: 9 };
    expect(instrument('solution.js', 'save(1);').whyNotAwaited(at)).toBeUndefined();
    expect(instrument('solution.js', 'const = 1').whyNotAwaited(at)).toBeUndefined();
  });
});
