import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { predictions } from '#exercises/output-order/solution/solution.ts';

const folder = path.resolve(import.meta.dirname, '../../../exercises/output-order');
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, '');

const programs = [...read('exercise.md').matchAll(/^### The (\w+) program\n\n```js\n([\s\S]*?)```/gm)].map(
  ([, name = '', source = '']) => ({ name, source }),
);

test('the instructions show every program that is to be predicted', () => {
  expect(programs.map(({ name }) => name)).toEqual(Object.keys(predictions));
});

// The order hangs on delays: on a busy machine the real clock would not keep it.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test.each(programs)('the $name program prints what the solution predicts', async ({ name, source }) => {
  const printed: unknown[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => printed.push(line));
  await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`);
  await vi.advanceTimersByTimeAsync(500);
  expect(new Map(Object.entries(predictions)).get(name)).toEqual(printed);
});

test.each(programs)('the $name program stands in scenarios.ts as in the instructions', ({ source }) => {
  expect(withoutSpace(stripTypeScriptTypes(read('scenarios.ts')))).toContain(withoutSpace(source));
});
