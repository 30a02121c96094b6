import { expect, test } from 'vitest';
import { decode } from '#grader/recording/decode.ts';

const promises = decode({ t: 'array', id: 0, items: [{ t: 'promise' }, { t: 'function', v: 'save' }] });

test('an assertion prints what cannot cross by what it is', () => {
  expect(() => expect(promises).toEqual([1, 2])).toThrow(
    'expected [ [promise], [function save] ] to deeply equal [ 1, 2 ]',
  );
});

test('what cannot cross equals nothing that an expectation can write', () => {
  for (const value of [{}, '[promise]', undefined, Promise.resolve(1)])
    expect(promises).not.toEqual([value, expect.anything()]);
});
