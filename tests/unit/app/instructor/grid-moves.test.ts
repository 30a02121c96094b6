import { expect, test } from 'vitest';
import { moveInGrid } from '#app/(instructor)/classes/[classroomId]/grid-moves.ts';

const widths = [3, 3, 3];

test.each([
  ['ArrowRight', false, { row: 1, column: 2 }],
  ['ArrowLeft', false, { row: 1, column: 0 }],
  ['ArrowUp', false, { row: 0, column: 1 }],
  ['ArrowDown', false, { row: 2, column: 1 }],
  ['Home', false, { row: 1, column: 0 }],
  ['End', false, { row: 1, column: 2 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 2, column: 2 }],
])('%s (with Ctrl: %s) leads to %j', (key, ctrlKey, place) => {
  expect(moveInGrid({ row: 1, column: 1 }, { key, ctrlKey }, widths)).toEqual(place);
});

test('the edges hold, and other keys move nothing', () => {
  expect(moveInGrid({ row: 0, column: 0 }, { key: 'ArrowUp', ctrlKey: false }, widths)).toEqual({
    row: 0,
    column: 0,
  });
  expect(moveInGrid({ row: 0, column: 0 }, { key: 'Tab', ctrlKey: false }, widths)).toBeNull();
});
