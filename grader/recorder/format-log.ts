// `console.log`'s arguments as one text, format specifiers first. https://console.spec.whatwg.org/#formatter
import {
  bigIntToString,
  quote,
  RealNumber,
  RealString,
  stringSlice,
  symbolToString,
  type List,
} from '../virtual-clock/primordials.ts';
import { inspect } from './inspect.ts';
import { formatFunction } from './inspect-functions.ts';
import { formatNumber } from './inspect-primitives.ts';

/** `console.log`'s arguments as one line: format specifiers first, the rest separated by spaces. */
export function formatLog(args: List<unknown>): string {
  let text = '';
  let next = 0;
  if (args.length > 1 && typeof args[0] === 'string') {
    next = 1;
    const template = args[0];
    let last = 0;
    for (let index = 0; index < template.length - 1; index += 1) {
      if (template[index] !== '%') continue;
      const specifier = template[index + 1];
      if (specifier === '%') {
        text += stringSlice(template, last, index) + '%';
      } else {
        const formatted = next < args.length ? formatSpecifier(specifier, args[next]) : undefined;
        if (formatted === undefined) continue;
        text += stringSlice(template, last, index) + formatted;
        next += 1;
      }
      index += 1;
      last = index + 1;
    }
    text += stringSlice(template, last);
  }
  for (let index = next; index < args.length; index += 1) {
    const value = args[index];
    text += (index === 0 ? '' : ' ') + (typeof value === 'string' ? value : inspect(value));
  }
  return text;
}

function formatSpecifier(specifier: string | undefined, value: unknown): string | undefined {
  switch (specifier) {
    case 's':
      if (typeof value === 'bigint') return `${bigIntToString(value)}n`;
      if (typeof value === 'symbol') return symbolToString(value);
      return typeof value === 'object' && value !== null ? inspect(value, 0) : formatPlain(value);
    case 'd':
      if (typeof value === 'bigint') return `${bigIntToString(value)}n`;
      return typeof value === 'object' || typeof value === 'symbol' ? 'NaN' : formatNumber(RealNumber(value));
    case 'i':
      if (typeof value === 'bigint') return `${bigIntToString(value)}n`;
      return typeof value === 'object' || typeof value === 'symbol'
        ? 'NaN'
        : formatNumber(parseIntCaptured(value));
    case 'f':
      return typeof value === 'symbol' ? 'NaN' : formatNumber(parseFloatCaptured(value));
    case 'j':
      return stringify(value);
    case 'o':
      return inspect(value, 4);
    case 'O':
      return inspect(value);
    case 'c':
      return '';
    default:
      return undefined;
  }
}
const parseIntCaptured = parseInt as (value: unknown) => number;
const parseFloatCaptured = parseFloat as (value: unknown) => number;
const stringify = quote as unknown as (value: unknown) => string;

function formatPlain(value: unknown): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'function') return formatFunction(value);
  return RealString(value);
}
