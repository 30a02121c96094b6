// Addresses of the simulated network: the part of the URL standard that `fetch` needs, so that an exercise without URL does
// not pay for it. https://url.spec.whatwg.org
import {
  append,
  list,
  regExpExec,
  stringIndexOf,
  stringSlice,
  type List,
} from '../virtual-clock/primordials.ts';
import { setOwn } from './own-property.ts';
import { lower, percentDecode, percentEncode } from './text-natives.ts';

export type Address = {
  origin: string;
  path: string;
  /** With its `?`; empty where there is none. */
  query: string;
  /** With its `#`. */
  hash: string;
};

const ABSOLUTE = /^\s*([a-z][a-z0-9+.-]*):(.*?)\s*$/is;
const HIERARCHICAL = /^[/\\]{2,}([^/\\?#]+)([^?#]*)(\?[^#]*)?(#.*)?$/s;
const RELATIVE = /^([^?#]*)(\?[^#]*)?(#.*)?$/s;

/**
 * @param origin What a relative address is completed with; '' where there is nothing.
 * @returns undefined for what is no URL; `scheme` alone for a URL of another kind than http.
 */
export function parseAddress(text: string, origin: string): Address | { scheme: string } | undefined {
  const absolute = regExpExec(ABSOLUTE, text);
  if (absolute === null) return origin === '' ? undefined : parseRelative(text, origin);
  const scheme = lower(absolute[1] as string);
  if (scheme !== 'http' && scheme !== 'https') return { scheme };
  const parts = regExpExec(HIERARCHICAL, absolute[2] as string);
  if (parts === null) return undefined;
  const host = withoutDefaultPort(lower(parts[1] as string), scheme);
  if (stringIndexOf(host, ' ') !== -1) return undefined;
  return makeAddress(`${scheme}://${host}`, parts[2] as string, parts[3], parts[4]);
}

function parseRelative(text: string, origin: string): Address {
  const parts = regExpExec(RELATIVE, text) as RegExpExecArray;
  return makeAddress(origin, parts[1] as string, parts[2], parts[3]);
}

function makeAddress(origin: string, path: string, query = '', hash = ''): Address {
  return {
    origin,
    path: normalPath(path),
    query: percentEncode(query),
    hash: percentEncode(hash),
  };
}

function withoutDefaultPort(host: string, scheme: string): string {
  const port = scheme === 'http' ? ':80' : ':443';
  const at = host.length - port.length;
  return at > 0 && stringSlice(host, at) === port ? stringSlice(host, 0, at) : host;
}

/** Without `.` and `..`, percent-encoded, with a leading slash. */
function normalPath(path: string): string {
  const segments = splitText(path, '/');
  const kept: List<string> = list();
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] as string;
    const isLast = index === segments.length - 1;
    if (segment === '..' && kept.length > 0) kept.length -= 1;
    if (segment === '.' || segment === '..') {
      if (isLast) append(kept, '');
    } else if (index > 0 || segment !== '') append(kept, percentEncode(segment));
  }
  let text = '';
  for (let index = 0; index < kept.length; index += 1) text += `/${kept[index] as string}`;
  return text === '' ? '/' : text;
}

export function splitText(text: string, separator: string): List<string> {
  const parts: List<string> = list();
  let from = 0;
  for (let at = stringIndexOf(text, separator); at !== -1; at = stringIndexOf(text, separator, from)) {
    append(parts, stringSlice(text, from, at));
    from = at + separator.length;
  }
  append(parts, stringSlice(text, from));
  return parts;
}

/** `?page=2&q=a+b` as `{ page: '2', q: 'a b' }`; of a name that is given twice, the last. */
export function readQuery(query: string): { [name: string]: string } {
  const values: { [name: string]: string } = {};
  const pairs = splitText(stringSlice(query, 1), '&');
  for (let index = 0; index < pairs.length; index += 1) {
    const pair = pairs[index] as string;
    if (pair === '') continue;
    const equals = stringIndexOf(pair, '=');
    const name = equals === -1 ? pair : stringSlice(pair, 0, equals);
    setOwn(values, plusDecoded(name), equals === -1 ? '' : plusDecoded(stringSlice(pair, equals + 1)));
  }
  return values;
}

function plusDecoded(text: string): string {
  const parts = splitText(text, '+');
  let spaced = '';
  for (let index = 0; index < parts.length; index += 1)
    spaced += (index === 0 ? '' : ' ') + (parts[index] as string);
  return percentDecode(spaced);
}
