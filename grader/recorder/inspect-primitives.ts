// Numbers, strings and what else is no object, as Node's console prints them.
import {
  bigIntToString,
  is,
  quote,
  RealString,
  stringIndexOf,
  stringSlice,
  symbolToString,
} from '../virtual-clock/primordials.ts';

const MAXIMUM_STRING = 10_000;

export function formatNumber(value: number): string {
  return is(value, -0) ? '-0' : RealString(value);
}

/** As Node quotes: single quotes, unless the text holds some and no double quotes, then backticks. */
export function quoteString(text: string): string {
  let mark = "'";
  if (stringIndexOf(text, "'") !== -1) {
    if (stringIndexOf(text, '"') === -1) mark = '"';
    else if (stringIndexOf(text, '`') === -1 && stringIndexOf(text, '${') === -1) mark = '`';
  }
  let escaped = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] as string;
    escaped += escapeCharacter(character, mark);
  }
  return mark + escaped + mark;
}

function escapeCharacter(character: string, mark: string): string {
  if (character === mark || character === '\\') return `\\${character}`;
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  if (character === '\r') return '\\r';
  if (character === '\b') return '\\b';
  if (character === '\f') return '\\f';
  if (character === '\v') return '\\v';
  if (character < ' ' || character === '\x7F') {
    const code = quote(character);
    return code.length === 8 ? `\\x${stringSlice(code, 5, 7)}` : character;
  }
  return character;
}

export function formatPrimitive(value: unknown): string {
  if (typeof value === 'string') {
    if (value.length <= MAXIMUM_STRING) return quoteString(value);
    const more = value.length - MAXIMUM_STRING;
    return `${quoteString(stringSlice(value, 0, MAXIMUM_STRING))}... ${more} more character${more > 1 ? 's' : ''}`;
  }
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'bigint') return `${bigIntToString(value)}n`;
  if (typeof value === 'symbol') return symbolToString(value);
  return RealString(value);
}
