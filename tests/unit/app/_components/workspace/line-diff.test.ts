import { newLines } from '#app/_components/workspace/line-diff.ts';
import { expect, test } from 'vitest';

test('lines that both have, in order, are not new', () => {
  expect([...newLines('a\nb\nc', 'a\nx\nc\ny')]).toEqual([2, 4]);
});

test('indentation makes no line new', () => {
  expect([...newLines('  a', 'a')]).toEqual([]);
});

test('against nothing every line is new', () => {
  expect([...newLines('z', 'a\nb')]).toEqual([1, 2]);
});
