// Programs made at random: what they print does not depend on being stepped through, and the queue that the steps show is
// first in, first out.
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import type { Microtask } from '#grader/recording/types.ts';

const plain = makeGrader({ instruments: false });
const stepping = makeGrader();
afterAll(async () => {
  await Promise.all([plain.close(), stepping.close()]);
});

/** `#` stands for a number that no other line has. */
const { statement, promise } = fc.letrec<{ statement: string; promise: string }>((tie) => {
  const statements = fc.array(tie('statement'), { maxLength: 3 }).map((all) => all.join(' '));
  const inside = fc.tuple(statements, tie('promise'));
  return {
    promise: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        'null',
        '#',
        'Promise.resolve(#)',
        'sleep(1)',
        'sleep(2)',
        '{ then(done) { console.log("then", #); done(#); } }',
        'Promise.reject(new Error("#")).catch((error) => error.message)',
      ),
      inside.map(([body, value]) => `(async () => { ${body} return ${value}; })()`),
      inside.map(([body, value]) => `Promise.resolve(#).then(async (got) => { ${body} return ${value}; })`),
      tie('promise').map(
        (value) => `Promise.resolve(#).then((got) => { console.log(got); return ${value}; })`,
      ),
      tie('promise').map((value) => `Promise.resolve(${value}).then(String).finally(() => console.log(#))`),
      tie('promise').map((value) => `Promise.resolve(${value}).then(null, String).then()`),
      fc.tuple(tie('promise'), tie('promise')).map(([a, b]) => `Promise.all([${a}, ${b}])`),
      fc.tuple(tie('promise'), tie('promise')).map(([a, b]) => `Promise.race([${a}, ${b}])`),
      tie('promise').map((value) => `new Promise((resolve) => { resolve(${value}); console.log(#); })`),
      statements.map(
        (body) => `(async () => { ${body} throw new Error("#"); })().catch((error) => error.message)`,
      ),
    ),
    statement: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant('console.log(#);'),
      tie('promise').map((value) => `console.log(#, await ${value});`),
      tie('promise').map((value) => `void ${value};`),
      tie('promise').map((value) => `void Promise.resolve(${value}).then((got) => console.log(#, got));`),
      statements.map((body) => `queueMicrotask(async () => { ${body} console.log(#); });`),
      statements.map((body) => `process.nextTick(async () => { ${body} console.log(#); });`),
      statements.map((body) => `setTimeout(async () => { ${body} console.log(#); }, 1);`),
      statements.map((body) => `setImmediate(async () => { ${body} console.log(#); });`),
      inside.map(
        ([body, value]) =>
          `for await (const got of (async function* () { ${body} yield ${value}; yield #; })()) { console.log(#, got); }`,
      ),
      statements.map((body) => `for (const n of pair(#)) { console.log(n); ${body} }`),
    ),
  };
});

const program = fc.tuple(fc.array(statement, { minLength: 1, maxLength: 5 }), promise).map(([all, value]) => {
  let number = 0;
  const text = [
    'const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms, ms));',
    'function* pair(n) { yield n; console.log("between", n); yield -n; }',
    ...all,
    `console.log(await ${value});`,
  ].join('\n');
  return text.replaceAll('#', () => String((number += 1)));
});

function overtakers(microtasks: Microtask[]): Microtask[] {
  const ran = microtasks
    .filter(({ kind, ranAt, queuedAt }) => kind !== 'tick' && ranAt !== null && queuedAt !== null)
    .toSorted((a, b) => (a.ranAt ?? 0) - (b.ranAt ?? 0));
  return ran.filter((microtask, index) =>
    ran.slice(0, index).some((earlier) => (earlier.queuedAt ?? 0) > (microtask.queuedAt ?? 0)),
  );
}

test(
  'random programs do the same when they are stepped through, and their queue is one',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(program, async (source) => {
        const request = { files: { 'solution.js': source }, seed: 1 };
        const { recording: _, ...expected } = await plain.run(request);
        const { recording, ...result } = await stepping.run({ ...request, steps: true });
        const steps = recording?.steps;
        // The place of an uncaught error is known to the instrumented run alone; none is thrown here.
        expect(result).toEqual(expected);
        expect(steps).toBeDefined();
        expect(overtakers(steps?.microtasks ?? [])).toEqual([]);
        const printed =
          steps?.steps.flatMap(({ kind, text = '' }) => (kind === 'console' ? [text] : [])) ?? [];
        const lines = expected.lines.map(({ text }) => text);
        expect(printed).toEqual(steps?.cut === undefined ? lines : lines.slice(0, printed.length));
      }),
      { numRuns: 70 },
    );
  },
);
