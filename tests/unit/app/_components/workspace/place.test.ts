import { parsePlace, printPlace } from '#app/_components/workspace/place.ts';
import { expect, test } from 'vitest';

test('a link to a place brings another reader to the same place', () => {
  const query = '?pane=timeline&test=2&axis=order&view=table&wide=1';
  expect(printPlace(parsePlace(Object.fromEntries(new URLSearchParams(query))))).toBe(query);
});

test('the usual place needs no query', () => {
  expect(printPlace(parsePlace({}))).toBe('');
});

test('nonsense in the address is ignored', () => {
  const place = parsePlace({ pane: 'x', test: '-1', axis: ['order'], view: 'y' });
  expect(place).toEqual({ pane: 'task', test: null, view: { axis: 'time', form: 'bars' }, isWide: false });
});
