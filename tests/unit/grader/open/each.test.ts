import { describe, expect, test } from 'vitest';
import { nameOfRow, rowsOf } from '#grader/open/each.ts';

const template = (texts: TemplateStringsArray, ...values: unknown[]) => rowsOf(texts, values);

describe('rows', () => {
  test('of arrays are arguments; of plain values, one argument each', () => {
    expect(rowsOf([[1, 2], 'three'], []).map(({ args }) => args)).toEqual([[1, 2], ['three']]);
  });

  test('of a template are records with its columns', () => {
    const rows = template`a | b
      ${1} | ${2}
      ${3} | ${4}`;
    expect(rows.map(({ args }) => args)).toEqual([[{ a: 1, b: 2 }], [{ a: 3, b: 4 }]]);
  });

  test('of a template that is not whole are refused', () => {
    expect(
      () => template`a | b
      ${1}`,
    ).toThrow('each: the table has 1 values for 2 columns; expected whole rows');
  });
});

describe('the name of a row', () => {
  test.each([
    ['%s and %s', ['one', 2], 'one and 2'],
    ['%d, %i, %f', ['3.5', '3.5', '3.5'], '3.5, 3, 3.5'],
    ['%j %p', [{ a: 1 }, { a: 1 }], '{"a":1} {"a": 1}'],
    ['%# of %$, 100 %%', [], '4 of 5, 100 %'],
    ['%s and %s', ['one'], 'one and %s'],
    ['%s', [-0], '-0'],
    ['%s', [Symbol('x')], 'Symbol(x)'],
  ])('%s', (name, args, printed) => {
    expect(nameOfRow(name, { args, fields: undefined }, 4)).toBe(printed);
  });

  test('takes columns by name, also of what they hold, and leaves other dollars alone', () => {
    const fields = { user: { name: 'Ann' }, n: 1 };
    expect(nameOfRow('$user.name pays $n of $5 ($nobody)', { args: [], fields }, 0)).toBe(
      'Ann pays 1 of $5 ($nobody)',
    );
  });
});
