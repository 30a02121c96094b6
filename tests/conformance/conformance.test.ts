// Small programs and what real Node prints for each (see programs/README.md): output, exit code and virtual time must match,
// with and without the instrumentation pass, and with the deeper one of a run that is to be stepped through.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeGrader, type Grader } from '#grader/index.ts';
import type { Microtask } from '#grader/recording/types.ts';

type Program = { name: string; exit: number; virtualMs?: number | null; busyWait?: boolean };

const folder = path.join(import.meta.dirname, 'programs');
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const programs = JSON.parse(read('index.json')) as Program[];

/** Known differences, each with its reason. */
const exceptions: { [name: string]: string } = {
  'er-handler-unhandledrejection-event':
    'the isolate reports only the first unhandled rejection of a macrotask, so the handler hears of one',
};

type Variant = { grader: Grader; steps: boolean };

const instrumented = makeGrader();
const plain = makeGrader({ instruments: false });
const variants: { [kind: string]: Variant } = {
  instrumented: { grader: instrumented, steps: false },
  plain: { grader: plain, steps: false },
  stepped: { grader: instrumented, steps: true },
};
afterAll(async () => {
  await Promise.all([instrumented.close(), plain.close()]);
});

async function run({ grader, steps }: Variant, name: string) {
  const ran = await grader.run({ files: { 'solution.js': read(`${name}.js`) }, seed: 1, steps });
  const { lines, exitCode, virtualMs, error } = ran;
  const stdout = lines.filter(({ stream }) => stream === 'stdout').map(({ text }) => `${text}\n`);
  return { output: stdout.join(''), exitCode, virtualMs, error, steps: ran.recording?.steps };
}

const comparable = programs.filter(({ name, busyWait }) => busyWait !== true && !(name in exceptions));

test('every program has been taken into account', () => {
  expect(programs).toHaveLength(103);
  expect(comparable).toHaveLength(101);
});

for (const [kind, variant] of Object.entries(variants)) {
  describe(`${kind} programs print, end and take as long as in Node`, () => {
    test.for(comparable)('$name', async ({ name, exit, virtualMs }) => {
      const result = await run(variant, name);
      expect(result.output).toBe(read(`${name}.out`));
      expect(result.exitCode).toBe(exit);
      expect(result.virtualMs).toBe(virtualMs ?? result.virtualMs); // not every program says
    });
  });
}

test.for(Object.entries(variants))(
  'a busy wait ends at the resource limit and says why (%s)',
  async ([, variant]) => {
    const [busy] = programs.filter(({ busyWait }) => busyWait === true);
    const { exitCode, error } = await run(variant, busy?.name ?? '');
    expect(exitCode).toBe(124);
    expect(error).toContain('waiting for Date.now() to change never ends');
  },
);

test.for(Object.entries(variants))(
  'known difference: an unhandledRejection handler hears of the first rejection of a macrotask only (%s)',
  async ([, variant]) => {
    const name = 'er-handler-unhandledrejection-event';
    const { output, exitCode } = await run(variant, name);
    expect(exitCode).toBe(0);
    expect(read(`${name}.out`)).not.toBe(output);
    expect(output.split('\n').length).toBeLessThan(read(`${name}.out`).split('\n').length);
  },
);

/** It awaits a thousand times. */
const tooLong = ['vt-date-monotone-through-micro'];

test.for(comparable)('the steps of $name print what Node prints, in its order', async ({ name }) => {
  const { steps } = await run(variants['stepped'] as Variant, name);
  const printed = steps?.steps.filter(
    ({ kind, level }) => kind === 'console' && level !== 'error' && level !== 'warn',
  );
  const text = printed?.map((step) => `${step.text}\n`).join('') ?? 'no steps';
  expect(steps?.cut !== undefined).toBe(tooLong.includes(name));
  expect(text).toBe(tooLong.includes(name) ? '' : read(`${name}.out`));
  expect(overtakers(steps?.microtasks ?? [])).toEqual([]);
});

/** Microtasks that ran before one that is said to have been queued earlier: the engine's queue has none. */
function overtakers(microtasks: Microtask[]): Microtask[] {
  const ran = microtasks
    .filter(({ kind, ranAt, queuedAt }) => kind !== 'tick' && ranAt !== null && queuedAt !== null)
    .toSorted((a, b) => (a.ranAt ?? 0) - (b.ranAt ?? 0));
  return ran.filter((microtask, index) =>
    ran.slice(0, index).some((earlier) => (earlier.queuedAt ?? 0) > (microtask.queuedAt ?? 0)),
  );
}
