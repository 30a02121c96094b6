// The step trace of hand-written programs: what runs, and what stands in the queue, step by step as Node does it.
import { afterAll, describe, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { stateAt } from '#grader/recording/steps.ts';
import type { StepTrace } from '#grader/recording/types.ts';
import { whyNow } from '#grader/recording/why-now.ts';
import { makeExercise } from '#tests/helpers/grading.ts';

const grader = makeGrader();
afterAll(async () => await grader.close());

async function trace(...source: string[]): Promise<StepTrace> {
  const { recording, error } = await grader.run({
    files: { 'solution.js': source.join('\n') },
    seed: 1,
    steps: true,
  });
  expect(error).toBeUndefined();
  const steps = recording?.steps;
  if (steps === undefined) throw new Error('the run has no steps');
  return steps;
}

/** Tasks, microtasks and lines in order: `then 3`, `resume 2`, `task 4`, `> text`. */
function order({ steps, microtasks }: StepTrace): string[] {
  return steps.flatMap((step) => {
    const microtask = microtasks[step.microtask ?? -1];
    if (step.kind === 'console') return [`> ${step.text}`];
    if (step.kind === 'run-task') return [`task ${step.at?.line}`];
    const runs = step.kind === 'run-microtask' || step.kind === 'resume';
    return runs && microtask !== undefined ? [`${microtask.kind} ${microtask.at?.line}`] : [];
  });
}

/** The queue when the first line `text` is printed. */
function queueAtLine(steps: StepTrace, text: string): string[] {
  const index = steps.steps.findIndex((step) => step.kind === 'console' && step.text === text);
  return stateAt(steps, index).microtasks.map(({ kind, at }) => `${kind} ${at?.line}`);
}

test('a stack that a step prints is the one that the console shows', async () => {
  const { steps } = await trace("setTimeout(() => console.log(new Error('y').stack));", 'await 1;');
  const printed = steps.find(({ kind }) => kind === 'console');
  expect(printed?.text).toBe('Error: y\n    at Timeout.<anonymous> (solution.js:1:30)');
});

describe('what runs', () => {
  test('an async function runs at once up to its await, and goes on as a microtask', async () => {
    const steps = await trace(
      'async function load() {',
      '  console.log("a");',
      '  await null;',
      '  console.log("c");',
      '}',
      'load();',
      'console.log("b");',
    );
    expect(order(steps)).toEqual(['> a', '> b', 'resume 3', '> c']);
    expect(queueAtLine(steps, 'b')).toEqual(['resume 3']);
    expect(queueAtLine(steps, 'c')).toEqual([]);
  });

  test('the call stack is that of the code, also after an await', async () => {
    const steps = await trace(
      'const inner = async () => {',
      '  await null;',
      '  console.log("deep");',
      '};',
      'function outer() {',
      '  console.log("sync");',
      '  return inner();',
      '}',
      'await outer();',
      'console.log("end");',
    );
    const stackAt = (text: string): string[] =>
      stateAt(
        steps,
        steps.steps.findIndex((step) => step.text === text),
      ).stack.map(({ name }) => name);
    expect(stackAt('sync')).toEqual(['module', 'outer']);
    expect(stackAt('deep')).toEqual(['inner']);
    expect(stackAt('end')).toEqual(['module']);
  });

  test('a throw leaves no function on the stack that it left', async () => {
    const steps = await trace(
      'const fail = () => { throw new Error("x"); };',
      'function middle() { fail(); }',
      'try { middle(); } catch { console.log("caught"); }',
    );
    const index = steps.steps.findIndex((step) => step.text === 'caught');
    expect(stateAt(steps, index).stack.map(({ name }) => name)).toEqual(['module']);
  });

  test('two chains take turns, link by link', async () => {
    const steps = await trace(
      'Promise.resolve()',
      '  .then(() => console.log("a1"))',
      '  .then(() => console.log("a2"));',
      'Promise.resolve()',
      '  .then(() => console.log("b1"))',
      '  .then(() => console.log("b2"));',
    );
    expect(order(steps)).toEqual(['then 2', '> a1', 'then 5', '> b1', 'then 3', '> a2', 'then 6', '> b2']);
    expect(queueAtLine(steps, 'a1')).toEqual(['then 5']);
    expect(queueAtLine(steps, 'b1')).toEqual(['then 3']);
  });

  test('a link without a callback for the outcome takes its turn all the same', async () => {
    const steps = await trace(
      'Promise.reject(new Error("no"))',
      '  .then(() => console.log("never"))',
      '  .catch(() => console.log("caught"))',
      '  .finally(() => console.log("finally"));',
    );
    expect(order(steps)).toEqual(['pass 2', 'catch 3', '> caught', 'finally 4', '> finally']);
  });

  test('an await of an object with then costs a microtask that calls it', async () => {
    const steps = await trace(
      'const later = { then(resolve) { console.log("then"); resolve(1); } };',
      '(async () => { await later; console.log("thenable"); })();',
      '(async () => { await 1; console.log("value"); })();',
    );
    expect(order(steps)).toEqual(['thenable 2', '> then', 'resume 3', '> value', 'resume 2', '> thenable']);
    expect(queueAtLine(steps, 'then')).toEqual(['resume 3']);
    expect(queueAtLine(steps, 'value')).toEqual(['resume 2']);
  });

  test('a promise returned from an async function costs two more microtasks', async () => {
    const steps = await trace(
      'async function direct() { return 1; }',
      'async function through() { return Promise.resolve(1); }',
      'through().then(() => console.log("through"));',
      'direct().then(() => console.log("direct"));',
    );
    expect(order(steps)).toEqual(['adopt 2', 'then 4', '> direct', 'carry 2', 'then 3', '> through']);
    expect(queueAtLine(steps, 'direct')).toEqual(['carry 2']);
  });

  test('a promise returned from a callback of then costs as much', async () => {
    const steps = await trace(
      'Promise.resolve()',
      '  .then(() => Promise.resolve("slow"))',
      '  .then(() => console.log("slow"));',
      'Promise.resolve()',
      '  .then(() => 1)',
      '  .then(() => 2)',
      '  .then(() => 3)',
      '  .then(() => console.log("four"));',
    );
    expect(order(steps)).toEqual([
      'then 2',
      'then 5',
      'adopt 2',
      'then 6',
      'carry 2',
      'then 7',
      'then 3',
      '> slow',
      'then 8',
      '> four',
    ]);
  });

  test('Promise.all takes one outcome after the other, then goes on', async () => {
    const steps = await trace(
      'const a = Promise.resolve(1);',
      'const b = new Promise((resolve) => setTimeout(resolve, 10));',
      'await Promise.all([a, b]);',
      'console.log("all");',
    );
    expect(order(steps)).toEqual(['combine 3', 'task 2', 'combine 3', 'resume 3', '> all']);
  });

  test('generators leave the stack at a yield and come back to it', async () => {
    const steps = await trace(
      'function* count() {',
      '  console.log("one");',
      '  yield 1;',
      '  console.log("two");',
      '}',
      'for (const n of count()) console.log(n);',
    );
    const stacks = steps.steps.flatMap((step, index) =>
      step.kind === 'console'
        ? [
            stateAt(steps, index)
              .stack.map(({ name }) => name)
              .join(),
          ]
        : [],
    );
    expect(stacks).toEqual(['module,count', 'module', 'module,count']);
    expect(
      steps.steps.map(({ kind }) => kind).filter((kind) => kind === 'yield' || kind === 'resume'),
    ).toEqual(['yield', 'resume']);
  });

  test('an async generator under for await', async () => {
    const steps = await trace(
      'async function* pages() {',
      '  for (let n = 1; n <= 2; n += 1) {',
      '    await null;',
      '    yield n;',
      '  }',
      '}',
      'for await (const n of pages()) {',
      '  console.log(n);',
      '}',
      'console.log("end");',
    );
    const stacks = steps.steps.flatMap((step, index) =>
      step.kind === 'console'
        ? [
            stateAt(steps, index)
              .stack.map(({ name }) => name)
              .join(),
          ]
        : [],
    );
    expect(stacks.slice(0, 2)).toEqual(['module', 'module']);
    expect(order(steps).filter((text) => text.startsWith('>'))).toEqual(['> 1', '> 2', '> end']);
  });

  test('timers, microtasks and ticks in one program', async () => {
    const steps = await trace(
      'setTimeout(() => {',
      '  console.log("timer");',
      '  Promise.resolve().then(() => console.log("micro"));',
      '  process.nextTick(() => console.log("tick"));',
      '}, 5);',
      'setImmediate(() => console.log("immediate"));',
      'queueMicrotask(() => console.log("queued"));',
    );
    expect(order(steps)).toEqual([
      'microtask 7',
      '> queued',
      'task 6',
      '> immediate',
      'task 1',
      '> timer',
      'tick 4',
      '> tick',
      'then 3',
      '> micro',
    ]);
    expect(queueAtLine(steps, 'tick')).toEqual(['then 3']);
    const atFirst = stateAt(
      steps,
      steps.steps.findIndex(({ text }) => text === 'queued'),
    );
    expect(atFirst.tasks).toMatchObject([
      { text: 'setImmediate', dueMs: 0, at: { line: 6 } },
      { text: 'setTimeout', dueMs: 5, at: { line: 1 } },
    ]);
  });

  test('an interval waits for its next turn until it is cleared', async () => {
    const steps = await trace(
      'let n = 0;',
      'const id = setInterval(() => {',
      '  console.log(n += 1);',
      '  if (n === 2) clearInterval(id);',
      '}, 10);',
    );
    const dueAt = (text: string): (number | undefined)[] =>
      stateAt(
        steps,
        steps.steps.findIndex((step) => step.text === text),
      ).tasks.map(({ dueMs }) => dueMs);
    expect(dueAt('1')).toEqual([20]);
    expect(stateAt(steps, steps.steps.length - 1).tasks).toEqual([]);
  });

  test('resolve from elsewhere queues those who wait, in the order in which they began to', async () => {
    const steps = await trace(
      'const { promise, resolve } = Promise.withResolvers();',
      'const wait = async (name) => {',
      '  await promise;',
      '  console.log(name);',
      '};',
      'wait("first"); wait("second");',
      'console.log("before");',
      'resolve();',
      'console.log("after");',
    );
    expect(queueAtLine(steps, 'before')).toEqual([]);
    expect(queueAtLine(steps, 'after')).toEqual(['resume 3', 'resume 3']);
    expect(queueAtLine(steps, 'first')).toEqual(['resume 3']);
  });
});

describe('why now', () => {
  test('each step has one sentence, none of which names what is ours', async () => {
    const steps = await trace(
      'async function load(id) {',
      '  await new Promise((resolve) => setTimeout(resolve, 10));',
      '  return Promise.resolve(id);',
      '}',
      'const ids = await Promise.all([1, 2].map(load));',
      'ids.forEach((id) => console.log(id));',
    );
    const sentences = steps.steps.map((_, index) => whyNow(steps, index));
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^\S.*[.]$/);
      expect(sentence).not.toMatch(/undefined|\[object|solution\.js|-1/);
    }
    expect(sentences).toContain(
      'Nothing is left to run at 0 ms, so the clock goes on to 10 ms: setTimeout on line 2 is due.',
    );
    expect(sentences).toContain(
      'The call stack is empty, so the waiting microtask runs before any timer: load goes on after the await on line 2.',
    );
    expect(sentences[0]).toBe('The module runs from top to bottom.');
  });
});

describe('of a test', () => {
  test('a grading gives the steps where they are asked for, simulated calls included', async () => {
    const request = {
      exercise: makeExercise({}),
      files: {
        'solution.js':
          'export async function solve(fetchItem) {\n  await fetchItem(3);\n  return "right";\n}',
      },
      seed: 1,
      tests: 'all',
    } as const;
    const plain = await grader.grade(request);
    const stepped = await grader.grade({ ...request, steps: true });
    expect(plain.recordings[0]?.steps).toBeUndefined();
    const { steps = { steps: [], microtasks: [] }, ...recording } = stepped.recordings[0] ?? {};
    expect(recording).toEqual(plain.recordings[0]);
    expect(stepped.verdict).toEqual(plain.verdict);
    const index = steps.steps.findIndex(({ kind }) => kind === 'suspend');
    expect(stateAt(steps, index).tasks).toMatchObject([
      { text: 'fetchItem(3)', dueMs: 100, at: { line: 2 } },
    ]);
    expect(order(steps)).toEqual(['task 2', 'resume 2']);
    expect(steps.steps.at(-1)).toMatchObject({ kind: 'settled', text: 'fulfilled', virtualMs: 100 });
  });

  test('each test of a submission has its own steps, in several files too', async () => {
    const base = makeExercise({});
    const exercise = {
      ...base,
      scenarios: `export default { one: { run: (lab) => lab.solution.solve('one') }, two: { run: (lab) => lab.solution.solve('two') } };`,
      expectations: `export default { one({ expect, result }) { expect(result).toBe('one'); }, two({ expect, result }) { expect(result).toBe('two'); } };`,
      tests: ['one', 'two'].map((name) => ({ name, hidden: false })),
    };
    const files = {
      'solution.js':
        "import { later } from './later.js';\nexport const solve = async (word) => await later(word);",
      'later.js':
        'export async function later(word) {\n  await null;\n  console.log(word);\n  return word;\n}',
    };
    const { verdict, recordings } = await grader.grade({
      exercise,
      files,
      seed: 1,
      tests: 'all',
      steps: true,
    });
    expect(verdict.outcome).toBe('passed');
    for (const { test: name, steps } of recordings) {
      const printed = steps?.steps.find(({ kind }) => kind === 'console');
      expect(printed).toMatchObject({ text: name, at: { file: 'later.js', line: 3 } });
      expect(steps?.steps.filter(({ kind }) => kind === 'console')).toHaveLength(1);
      expect(steps?.steps.filter(({ kind }) => kind === 'call').map(({ name: called }) => called)).toEqual([
        'module',
        'module',
        'solve',
        'later',
      ]);
    }
  });

  test('equal runs give equal steps', async () => {
    const source = [
      'const a = await Promise.race([1, 2].map(async (n) => { await n; return n; }));',
      'console.log(a);',
    ];
    expect(await trace(...source)).toEqual(await trace(...source));
  });
});

describe('the deeper weaving changes nothing that the code can see', () => {
  test.each([
    [
      'what is said of something that has no then',
      `const f = () => ({}); const o = { a: f(), b: [1] }; const i = 0;
for (const run of [() => f().then(1), () => f(1).x, () => o.a.then(1), () => o.b[i].then(String), () => new Map().catch(1),
  () => 'x'.at(0).finally(1), async () => (await f()).then(1), () => o.f.then(1), function () { this.then(1); }, () => f().then(1).catch(2)]) {
  try { await run.call({}); } catch (error) { console.log(error.name, error.message); }
}`,
    ],
    [
      'the text of functions',
      'const f = async (x) => (await x).y; function g() {} class A { m() { return f(1); } }\nconsole.log(String(f), String(g), A.toString(), String(() => ({})));',
    ],
    [
      'a promise subclass of the student',
      'class P extends Promise { constructor(e) { console.log("made"); super(e); } then(a, b) { console.log("then"); return super.then(a, b); } }\n(async () => { await P.resolve(1); console.log("on"); })();\nawait 1; console.log("other");',
    ],
    [
      'a patched then',
      'const { then } = Promise.prototype;\nPromise.prototype.then = function (a, b) { console.log("patched"); return then.call(this, a, b); };\nPromise.resolve(1).then(() => console.log("x"));\nawait Promise.all([1, Promise.resolve(2)]);\nconsole.log("end");',
    ],
    [
      'an own constructor on a promise',
      'const p = Promise.resolve(1); p.constructor = Object;\n(async () => { await p; console.log("slow"); })();\nawait 1; console.log("fast"); await 1; console.log("faster");',
    ],
    [
      'callbacks as they were given',
      'const thenable = { then(a, b) { console.log(typeof a, a.name, b, arguments.length); return this; } };\nfunction mine() {}\nthenable.then(mine).then(mine, undefined);',
    ],
    [
      'what an executor and a getter throw',
      'try { new Promise(null); } catch (error) { console.log(error.message); }\ntry { undefined.then(1); } catch (error) { console.log(error.message); }',
    ],
    [
      'a rejection that is handled late, and finally',
      'const p = Promise.reject(new Error("x"));\np.catch(() => {});\nawait p.finally(() => {}).catch((error) => console.log(error.message));',
    ],
    [
      'return in finally, labels, default parameters',
      'const f = (a, b = () => a) => { try { return 1; } finally { b(); } };\nouter: for (const x of [1, 2]) { for (;;) { continue outer; } }\nconsole.log(f(2), f.length);',
    ],
    [
      'recursion and generators that are left early',
      'function* g() { try { yield 1; yield 2; } finally { console.log("left"); } }\nfor (const x of g()) break;\nconst d = (n) => n === 0 ? 0 : 1 + d(n - 1); console.log(d(500));',
    ],
    [
      'directives and empty bodies',
      'function f() { "use strict"; }\nconst g = () => {}; async function* h() {}\nconsole.log(f(), g(), typeof h().next);',
    ],
  ])('%s', async (_, source) => {
    const files = { 'solution.js': source };
    const plain = await grader.run({ files, seed: 1 });
    const stepped = await grader.run({ files, seed: 1, steps: true });
    const { steps, ...recording } = stepped.recording ?? {};
    expect(steps?.steps.length).toBeGreaterThan(0);
    expect({ ...stepped, recording }).toEqual(plain);
  });
});
