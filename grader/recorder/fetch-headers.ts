// `Headers`, with the order, the case and the errors of Node 26. https://fetch.spec.whatwg.org/#headers-class
import {
  append,
  apply,
  construct,
  defineMethods,
  defineProperty,
  getPrototypeOf,
  isArray,
  list,
  ownKeys,
  propertyIsEnumerable,
  RealString,
  RealTypeError,
  record,
  regExpExec,
  setPrototypeOf,
  type List,
} from '../virtual-clock/primordials.ts';
import { setOwn } from './own-property.ts';
import { lower } from './text-natives.ts';

const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
// oxlint-disable-next-line no-control-regex -- these are the characters that a value may not have
const BAD_VALUE = /[\0\r\n]/;
const TRIMMED = /^[\t\n\r ]*((?:[^]*[^\t\n\r ])?)[\t\n\r ]*$/;

const iteratorPrototype = getPrototypeOf(getPrototypeOf([][Symbol.iterator]()) as object) as object;

type Entry = { name: string; value: string };

/** A list of headers as the network keeps it: names in lower case, in order of arrival. */
export type HeaderList = List<Entry>;

export function combined(headers: HeaderList, name: string): string | null {
  let value: string | null = null;
  for (let index = 0; index < headers.length; index += 1) {
    const entry = headers[index] as Entry;
    if (entry.name === name) value = value === null ? entry.value : `${value}, ${entry.value}`;
  }
  return value;
}

export function hasHeader(headers: HeaderList, name: string): boolean {
  return combined(headers, name) !== null;
}

/** `{ accept: 'text/html' }`: plain data for a route's function and for the timeline. */
export function headersAsData(headers: HeaderList): { [name: string]: string } {
  const data: { [name: string]: string } = {};
  const entries = sorted(headers);
  for (let index = 0; index < entries.length; index += 1) {
    const { name, value } = entries[index] as Entry;
    setOwn(data, name, value);
  }
  return data;
}

function addEntry(headers: HeaderList, method: string, name: unknown, value: unknown): void {
  const text = `${name as string}`;
  const trimmed = trim(`${value as string}`);
  const where = method === 'constructor' ? 'append' : method;
  if (regExpExec(NAME, text) === null)
    throw new RealTypeError(`Headers.${where}: "${text}" is an invalid header name.`);
  if (regExpExec(BAD_VALUE, trimmed) !== null)
    throw new RealTypeError(`Headers.${where}: "${trimmed}" is an invalid header value.`);
  append(headers, record({ name: lower(text), value: trimmed }));
}

function trim(text: string): string {
  return (regExpExec(TRIMMED, text) as RegExpExecArray)[1] as string;
}

function without(headers: HeaderList, name: string): void {
  let kept = 0;
  for (let index = 0; index < headers.length; index += 1) {
    const entry = headers[index] as Entry;
    if (entry.name !== name) headers[kept++] = entry;
  }
  headers.length = kept;
}

/** By name; several of one name are one, except cookies. https://fetch.spec.whatwg.org/#concept-header-list-sort-and-combine */
function sorted(headers: HeaderList): HeaderList {
  const entries: HeaderList = list();
  for (let index = 0; index < headers.length; index += 1) {
    const { name, value } = headers[index] as Entry;
    if (name === 'set-cookie') insert(entries, record({ name, value }));
    else if (!hasHeader(entries, name))
      insert(entries, record({ name, value: combined(headers, name) as string }));
  }
  return entries;
}

function insert(entries: HeaderList, entry: Entry): void {
  let at = entries.length;
  for (; at > 0 && (entries[at - 1] as Entry).name > entry.name; at -= 1)
    entries[at] = entries[at - 1] as Entry;
  entries[at] = entry;
}

/** An author's `{ name: value }`: own fields alone. */
export function headersOf(fields: object): HeaderList {
  const headers: HeaderList = list();
  fillFromRecord(headers, fields);
  return headers;
}

function fillFromRecord(headers: HeaderList, source: object): void {
  const keys = ownKeys(source);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string;
    if (typeof key === 'string' && propertyIsEnumerable(source, key))
      addEntry(headers, 'constructor', key, (source as { [name: string]: unknown })[key]);
  }
}

function fillFromSequence(headers: HeaderList, source: unknown): void {
  const pairs = toList(source);
  for (let index = 0; index < pairs.length; index += 1) {
    const pair = toList(pairs[index]);
    if (pair.length !== 2)
      throw new RealTypeError(
        `Headers constructor: expected name/value pair to be length 2, found ${RealString(pair.length)}.`,
      );
    addEntry(headers, 'constructor', pair[0], pair[1]);
  }
}

/** The items of an iterable of the student's. */
function toList(source: unknown): List<unknown> {
  const items: List<unknown> = list();
  if (isArray(source)) {
    for (let index = 0; index < source.length; index += 1) append(items, source[index]);
    return items;
  }
  const iterator = (source as Iterable<unknown>)[Symbol.iterator]();
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) append(items, step.value);
  return items;
}

export type HeadersClass = {
  Headers: typeof Headers;
  /** The object that shows a list; `isImmutable` for those of a response from the network. */
  wrap(headers: HeaderList, isImmutable: boolean): Headers;
  /** Reads what a `headers` option holds. */
  read(init: unknown): HeaderList;
};

export function makeHeadersClass(): HeadersClass {
  const key = {};
  let listOf: (value: unknown) => HeaderList | undefined = () => undefined;

  function fill(headers: HeaderList, init: unknown): void {
    if (init === undefined) return;
    if (typeof init !== 'object' || init === null)
      throw new RealTypeError(
        'Headers constructor: Argument 1 could not be converted to one of: sequence<sequence<ByteString>>, record<ByteString, ByteString>.',
      );
    const own = listOf(init);
    if (own !== undefined) {
      for (let index = 0; index < own.length; index += 1) append(headers, own[index] as Entry);
    } else if ((init as { [Symbol.iterator]?: unknown })[Symbol.iterator] === undefined)
      fillFromRecord(headers, init);
    else fillFromSequence(headers, init);
  }

  class Headers {
    #list: HeaderList = list();
    #isImmutable = false;

    constructor(init?: unknown, guard?: { key: object; headers: HeaderList; isImmutable: boolean }) {
      if (guard?.key === key) {
        this.#list = guard.headers;
        this.#isImmutable = guard.isImmutable;
      } else fill(this.#list, init);
    }
    static {
      listOf = (value) =>
        typeof value === 'object' && value !== null && #list in value ? value.#list : undefined;
    }
    #change(): HeaderList {
      if (this.#isImmutable) throw new RealTypeError('immutable');
      return this.#list;
    }
    append(name: unknown, value: unknown): void {
      addEntry(this.#change(), 'append', name, value);
    }
    delete(name: unknown): void {
      without(this.#change(), lower(`${name as string}`));
    }
    get(name: unknown): string | null {
      return combined(this.#list, lower(`${name as string}`));
    }
    has(name: unknown): boolean {
      return hasHeader(this.#list, lower(`${name as string}`));
    }
    set(name: unknown, value: unknown): void {
      const added: HeaderList = list();
      addEntry(added, 'set', name, value);
      const entry = added[0] as Entry;
      without(this.#change(), entry.name);
      append(this.#list, entry);
    }
    getSetCookie(): string[] {
      const cookies: string[] = [];
      for (let index = 0; index < this.#list.length; index += 1) {
        const { name, value } = this.#list[index] as Entry;
        if (name === 'set-cookie') setOwn(cookies, RealString(cookies.length), value);
      }
      return cookies;
    }
    forEach(visit: (value: string, name: string, headers: unknown) => void, self?: unknown): void {
      const entries = sorted(this.#list);
      for (let index = 0; index < entries.length; index += 1) {
        const { name, value } = entries[index] as Entry;
        apply(visit, self, [value, name, this]);
      }
    }
    keys(): object {
      return iterate(sorted(this.#list), ({ name }) => name);
    }
    values(): object {
      return iterate(sorted(this.#list), ({ value }) => value);
    }
    entries(): object {
      return iterate(sorted(this.#list), ({ name, value }) => [name, value]);
    }
  }
  const { prototype } = Headers;
  defineMethods(prototype, { [Symbol.iterator]: prototype.entries });
  defineProperty(prototype, Symbol.toStringTag, record({ value: 'Headers', configurable: true }));
  defineProperty(Headers, 'length', record({ value: 0, configurable: true }));

  return {
    Headers: Headers as unknown as HeadersClass['Headers'],
    wrap: (headers, isImmutable) =>
      construct(Headers, [undefined, { key, headers, isImmutable }]) as unknown as globalThis.Headers,
    read(init) {
      const headers: HeaderList = list();
      fill(headers, init);
      return headers;
    },
  };
}

function iterate(entries: HeaderList, show: (entry: Entry) => unknown): object {
  let index = 0;
  const iterator = {};
  setPrototypeOf(iterator, iteratorPrototype);
  defineMethods(iterator, {
    next() {
      index += 1;
      if (index > entries.length) return { value: undefined, done: true };
      return { value: show(entries[index - 1] as Entry), done: false };
    },
    [Symbol.iterator]: () => iterator,
  });
  defineProperty(iterator, Symbol.toStringTag, record({ value: 'Headers Iterator', configurable: true }));
  return iterator;
}
