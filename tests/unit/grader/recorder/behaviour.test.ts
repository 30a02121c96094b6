import { beforeAll, describe, expect, test } from 'vitest';
import { latencyOf, perCall, readFields, rejectionOf } from '#grader/recorder/behaviour.ts';
import { captureLate } from '#grader/virtual-clock/primordials.ts';

beforeAll(captureLate);

describe('what is said for each call', () => {
  test.each([
    [7, 3, 7],
    [['a', 'b'], 0, 'a'],
    [['a', 'b'], 1, 'b'],
    [['a', 'b'], 9, 'b'],
    [([first]: unknown[], index: number) => [first, index], 2, ['x', 2]],
  ])('%j for call %i', (setting, index, expected) => {
    expect(perCall(setting, ['x'], index)).toEqual(expected);
  });

  test.each([
    ['Busy', 5, new Error('Busy')],
    [undefined, 0, undefined],
    [['Busy'], 0, new Error('Busy')],
    [['Busy'], 1, undefined],
    [[undefined, 'Busy'], 0, undefined],
    [{ 2: 'Busy' }, 2, new Error('Busy')],
    [{ 2: 'Busy' }, 1, undefined],
    [new TypeError('Own'), 3, new TypeError('Own')],
    [() => 'Busy', 0, new Error('Busy')],
    [() => ({ code: 1 }), 0, { code: 1 }],
    [() => undefined, 0, undefined],
  ])('rejects: %j for call %i', (setting, index, expected) => {
    expect(rejectionOf(setting, [], index)).toEqual(expected);
  });

  test.each([1.5, -1, Number.NaN, '100', null, undefined, {}])('%j is no latency', (ms) => {
    expect(() => latencyOf('simulate: "x"', ms, [], 0)).toThrow(
      /^simulate: "x": a latency is .*; expected whole/,
    );
  });
});

describe('fields', () => {
  test('only own and known ones are read', () => {
    const behaviour: object = Object.create({ hangs: true }, { ms: { value: 5, enumerable: true } });
    expect(readFields('it', behaviour, ['ms', 'hangs'])).toEqual({ ms: 5 });
    expect(() => readFields('it', { mss: 5 }, ['ms', 'hangs'])).toThrow(
      'it has a field "mss"; expected ms, hangs',
    );
    expect(() => readFields('it', null, ['ms'])).toThrow('it is null; expected an object with ms');
  });

  test('lists are copied, except those that are handed to the student', () => {
    const ms = [1, 2];
    const value = [1, 2];
    const fields = readFields('it', { ms, value }, ['ms', 'value']);
    ms[0] = 9;
    expect(perCall(fields['ms'], [], 0)).toBe(1);
    expect(fields['value']).toBe(value);
  });
});
