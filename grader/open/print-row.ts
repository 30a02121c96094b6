// One value in the name of a row of `each`, by the letters of util.format and Jest's `%p`.
import { stringify } from '@vitest/utils/display';

export function printRow(letter: string, value: unknown): string {
  switch (letter) {
    case 's':
      return typeof value === 'string' ? value : printPlain(value);
    case 'd':
      return typeof value === 'bigint' ? `${value}n` : String(Number(value));
    case 'i':
      return typeof value === 'bigint' ? `${value}n` : String(Number.parseInt(String(value), 10));
    case 'f':
      return String(Number.parseFloat(String(value)));
    case 'j':
      return JSON.stringify(value) ?? 'undefined';
    default:
      return stringify(value, undefined, { min: true });
  }
}

function printPlain(value: unknown): string {
  if (typeof value === 'object' && value !== null) return stringify(value, undefined, { min: true });
  if (Object.is(value, -0)) return '-0';
  return typeof value === 'symbol' ? value.toString() : `${value as number}`;
}
