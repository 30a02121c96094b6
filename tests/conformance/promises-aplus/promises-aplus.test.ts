// The Promises/A+ suite, each of its files in a fresh isolate under the virtual clock, through the grader's own door.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { makeGrader, type Grader } from '#grader/index.ts';

const own = import.meta.dirname;
const require = createRequire(import.meta.url);
const suite = path.resolve(require.resolve('promises-aplus-tests'), '../tests');
const files = readdirSync(suite).filter((name) => name.endsWith('.js'));

const graders = { instrumented: makeGrader(), plain: makeGrader({ instruments: false }) };
afterAll(async () => {
  await Promise.all(Object.values(graders).map(async (grader) => await grader.close()));
});

/** @param before Text that runs between the harness and the tests. */
async function bundle(name: string, before = ''): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `require('./harness.cjs'); ${before}; require(${JSON.stringify(path.join(suite, name))});`,
      resolveDir: own,
    },
    bundle: true,
    write: false,
    format: 'iife',
    alias: { assert: path.join(own, 'assert.cjs'), sinon: path.join(own, 'sinon.cjs') },
    define: { global: 'globalThis' },
  });
  const text = outputFiles[0]?.text ?? '';
  // Part of this file is about sloppy mode, which a module does not have.
  return name === '2.2.5.js' ? `new Function(${JSON.stringify(text)})();` : text;
}

async function run(grader: Grader, source: string) {
  const { lines, exitCode } = await grader.run({ files: { 'solution.js': source }, seed: 1 });
  const texts = lines.map(({ text }) => text);
  const [tests = 0, failures = 0] =
    /^(\d+) tests, (\d+) failures$/
      .exec(texts.at(-1) ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  return { exitCode, tests, failures, failed: texts.slice(0, -1) };
}

test.for(Object.entries(graders))('all 872 tests pass (%s)', async ([, grader]) => {
  expect(files).toHaveLength(13);
  let total = 0;
  for (const file of files) {
    const { exitCode, tests, failures, failed } = await run(grader, await bundle(file));
    expect({ file, exitCode, failures, failed }).toEqual({ file, exitCode: 0, failures: 0, failed: [] });
    total += tests;
  }
  expect(total).toBe(872);
});

test('a promise that calls its handlers too early fails', async () => {
  const early = 'adapter.resolved = (value) => ({ then: (onFulfilled) => onFulfilled(value) });';
  const { failures, failed } = await run(graders.plain, await bundle('2.2.4.js', early));
  expect(failures).toBeGreaterThan(0);
  expect(failed.join('\n')).toContain('2.2.4: `onFulfilled` or `onRejected` must not be called until');
});
