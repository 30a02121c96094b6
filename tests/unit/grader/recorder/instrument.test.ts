import { describe, expect, test } from 'vitest';
import { instrument, type Instrumented } from '#grader/recorder/instrument.ts';

const asFunction = (body: string): string => `(function () {${body}\n})`;

/** Runs a function's body, woven, with hooks that note their sites and otherwise do nothing. */
function runWoven(source: string): { value: unknown; sites: number[] } {
  const { code, key } = instrument('solution.js', asFunction(source));
  if (key === '') throw new SyntaxError('left alone');
  const sites: number[] = [];
  const note = (site: number, value: unknown): unknown => {
    sites.push(site);
    return value;
  };
  const body = code.replace(/import\{.*?\}from".*?";/, '');
  const names = ['a', 'm', 'w', 'n'].map((hook) => `$${key}${hook}`);
  const none = (site: number): [] => {
    sites.push(site);
    return [];
  };
  // oxlint-disable-next-line typescript/no-implied-eval -- the woven text is the thing under test
  const made = new Function(...names, `"use strict"; return ${body}`) as (
    ...hooks: unknown[]
  ) => () => unknown;
  return { value: made(note, note, note, none)(), sites };
}

function runPlain(source: string): unknown {
  // oxlint-disable-next-line typescript/no-implied-eval -- as above
  return (new Function(`"use strict"; return ${asFunction(source)}`) as () => () => unknown)()();
}

/** A value, or the message of what was thrown: V8's messages name expressions of the source. */
function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return String(error);
  }
}

describe('a program does the same with and without', () => {
  test.each([
    'return[3, 1, 2].toSorted().join()',
    'const f = (x) => x; return f((1, 2))',
    'const f = (...x) => x; return f(...([1], [2, 3]))',
    'const f = () => (x) => x; return f()(2)',
    'const a = 1\nconst b = [a].map(String)\n;[2].map(String)\nreturn b',
    'const o = { f() { return this === o } }; return o.f()',
    'const o = { f() { return this === o } }; return o?.f?.()',
    'const o = null; return o?.f(1).g(2).h',
    'const o = { a: { b() { return { c: 3 } } } }; return o.a?.b().c',
    'class A { constructor(x) { this.x = x } } class B extends A { constructor() { super(7) } } return new B().x',
    'class A { constructor(...x) { this.n = x.length } } class B extends A { constructor() { super() } } return new B().n',
    'class A { m() { return 1 } } class B extends A { m() { return super.m() + 1 } } return new B().m()',
    'class A {} return new A instanceof A',
    'return [typeof new (class {}), (new (function () { this.x = 1; })).x, (new (class { y = 2 })()).y]',
    'return new (class { constructor() { this.target = new.target.name } })().target',
    'const mix = (B) => class extends B {}; class A {} return new (mix(A))() instanceof A',
    'const tag = (s, ...v) => s.raw.join("|") + v; const o = () => tag; return o()`a${tag`b`}c`',
    'function* g() { const x = yield f(1); yield* h(2); return x } const f = (x) => x; const h = (x) => [x]; return [...g()]',
    'const { a, b = f(1) } = f({ a: 2 }); function f(x) { return x } return a + b',
    'let a, b; [a, b] = ((x) => x)([1, 2]); return a + b',
    'const out = []; for (const x of [1, 2].map((x) => x * 2)) out.push(x); return out',
    'label: for (;;) { [1].forEach(() => {}); break label } return 1',
    'if ([1].includes(1)) [2].forEach(() => {}); else [3].forEach(() => {}); return 4',
    'const f = (a, b = a.toString()) => b; return f(5)',
    'return typeof((x) => x)(1)',
    'return void[1].map(String)',
    'switch (1) { case[1].at(0): return "case" }',
    'const f = function () { return arguments.length }; return f()',
    'const f = (x) => ({ x }); return f(f(f(1))).x.x.x',
    'return ((a, b) => a + b)(...[1, 2])',
    'const f = () => undefined; return `${f()}${f() ?? "x"}`',
    'const re = "a/b".split(/\\//).length; return re',
    'return eval("1 + 1")',
    'const o = { async *g() {}, get x() { return String(1) }, set x(v) {}, ["k" + String(1)]: 2 }; return Object.keys(o)',
    'const f = function g(n) { return n === 0 ? "end" : g(n - 1) }; return f(3)',
    'return (() => { try { throw Error("x") } catch ({ message }) { return message } finally { String(1) } })()',
    'const f = () => 1; return f.toString.call(f).length > 0',
  ])('%s', (source) => {
    expect(runWoven(source).value).toEqual(runPlain(source));
  });
});

describe("V8's messages name the student's expressions, not ours", () => {
  test.each([
    'const f = () => ({}); f().map(1)',
    'const f = () => ({}); f(1).map(1)',
    'const f = () => undefined; const [a] = f()',
    'const f = () => undefined; const { a } = f(1)',
    'const f = () => undefined; let a; [a] = f(1)',
    'const f = () => 1; for (const x of f(2)) {}',
    'const f = () => 1; f(1)()',
    'const f = () => 1; f()`x`',
    'const f = () => 1; new (f())()',
    'const f = () => 1; return [...f(1)]',
    'const f = () => 1; function* g() { yield* f(1) } return [...g()]',
    'const o = {}; o.f(1)',
    'const o = {}; o.a.b(1)',
    'const o = {}; o?.a.b(1)',
    'const f = () => undefined; f(1).x',
    'const f = () => undefined; return f(1).x.y()',
    'const f = ([a]) => a; f(Number(1))',
    'const f = () => 1; const g = ({ a: [b] } = f()) => b; g()',
  ])('%s', (source) => {
    expect(outcome(() => runWoven(source).value)).toBe(outcome(() => runPlain(source)));
  });
});

describe('positions', () => {
  /** Line and column, from 1, of a text in a source. */
  function find(source: string, text: string): { line: number; column: number } {
    const offset = source.indexOf(text);
    const lines = source.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  }

  test.each([
    ['calls inside calls', 'const x = 1;\nouter(inner(alpha), beta, gamma());\nomega;', '\n'],
    [
      'awaits and optional chains',
      'async () => {\n  await alpha?.b(beta).c(); gamma = await f(omega);\n}',
      '\n',
    ],
    ['Windows line ends', 'outer(alpha);\r\ninner(beta);\r\ngamma; f(); omega', '\r\n'],
    ['lone carriage returns', 'outer(alpha);\rinner(beta);\rgamma; f(); omega', '\r'],
    ['line separators', 'outer(alpha);\u2028inner(beta);\u2029gamma; f(); omega', '\u2028'],
    ['a hashbang', '#!/usr/bin/env node\nouter(alpha); inner(beta)\ngamma; f(); omega', '\n'],
    ['a byte order mark', '\uFEFFouter(alpha); inner(beta);\ngamma; f(); omega', '\n'],
  ])('%s translate back', (_, source) => {
    const woven: Instrumented = instrument('solution.js', source);
    const texts = ['alpha', 'beta', 'gamma', 'omega'];
    const translated = texts.map((text) =>
      woven.toOriginal({ file: 'solution.js', ...find(woven.code, text) }),
    );
    expect(translated).toMatchObject(texts.map((text) => find(source, text)));
  });

  test('a site is where a reader looks for the call', () => {
    const source = 'fetchUser(1);\nusers\n  .map(f)\n  .then(g);\nawait p;\no?.m();';
    const { sites } = instrument('solution.js', source);
    const places = sites.map(({ line, column }) => `${line}:${column}`).toSorted();
    expect(places).toEqual(['1:1', '3:4', '4:4', '5:1', '6:1']);
  });

  test('a call without arguments is marked, also in an optional chain', () => {
    const { value, sites } = runWoven('const o = { f: (...x) => x.length }; return o?.f() + o.f()');
    expect(value).toBe(0);
    expect(new Set(sites).size).toBe(2);
  });
});

describe('the text', () => {
  test('a program without calls, or that does not parse, is left alone', () => {
    for (const source of ['export const a = 1;', 'const = 1;', ''])
      expect(instrument('solution.js', source)).toMatchObject({ code: source, key: '', hooksSpecifier: '' });
  });

  test('more calls than the limit are left alone', () => {
    expect(instrument('solution.js', 'f();'.repeat(20_001)).key).toBe('');
  });

  test('equal sources give equal texts, and the key is in none of them', () => {
    const source = 'f(1);';
    const { code, key } = instrument('solution.js', source);
    expect(instrument('solution.js', source).code).toBe(code);
    expect(key).toMatch(/^[0-9a-f]{20}$/);
    expect(instrument('solution.js', `f(1); // ${key}`).key).not.toBe(key);
  });

  test('lines stay lines', () => {
    const source = 'a(\n  b(),\n  c(1)\n)\n  .d\n  .e()\n';
    expect(instrument('solution.js', source).code.split('\n')).toHaveLength(source.split('\n').length);
  });
});
