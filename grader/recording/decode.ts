// Turns `Encoded` data back into values, for expectations and for printing. The values are ours: no student code is in them.
import type { Encoded, EncodedError } from './types.ts';

/** Stands for something that cannot cross: a function, a promise, a getter, or a part that was cut off. */
export class Opaque {
  readonly what: 'function' | 'promise' | 'getter' | 'cut';
  readonly name: string;
  constructor(what: Opaque['what'], name = '') {
    this.what = what;
    this.name = name;
  }

  /** As the differences of an assertion print it; below, as its sentence does. */
  toJSON(): string {
    return this.name === '' ? `[${this.what}]` : `[${this.what} ${this.name}]`;
  }

  [Symbol.for('chai/inspect')](): string {
    return this.toJSON();
  }
}

// Maps, since the names are the student's: an object would also answer to `toString`.
const errorTypes = new Map<string, ErrorConstructor>(
  Object.entries({ Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }),
);

const typedArrays = new Map(
  Object.entries({
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  }),
) as unknown as Map<string, new (items: unknown[]) => object>;

export function decode(encoded: Encoded): unknown {
  return decodeWith(encoded, new Map());
}

function decodeWith(encoded: Encoded, known: Map<number, unknown>): unknown {
  if (typeof encoded !== 'object' || encoded === null) return encoded;
  const remember = <T>(id: number, value: T): T => {
    known.set(id, value);
    return value;
  };
  switch (encoded.t) {
    case 'undefined':
    case 'hole':
      return undefined;
    case 'number':
      return Number(encoded.v);
    case 'bigint':
      return encoded.v.endsWith('…') ? new Opaque('cut', 'size') : BigInt(encoded.v);
    case 'symbol':
      return Symbol(encoded.v.slice(7, -1));
    case 'function':
      return new Opaque('function', encoded.v);
    case 'promise':
    case 'getter':
      return new Opaque(encoded.t);
    case 'cut':
      return new Opaque('cut', encoded.why);
    case 'date':
      return new Date(encoded.v ?? Number.NaN);
    case 'regexp':
      return decodeRegExp(encoded.v);
    case 'bytes':
      return decodeBytes(encoded.class, encoded.items);
    case 'ref':
      return known.get(encoded.id);
    case 'array':
      return decodeItems(remember(encoded.id, []), encoded.items, known);
    case 'object': {
      const empty = encoded.class === 'null' ? (Object.create(null) as object) : {};
      return decodeEntries(remember(encoded.id, empty), encoded.entries, known);
    }
    case 'map': {
      const map = remember(encoded.id, new Map<unknown, unknown>());
      for (const [key, value] of encoded.entries) map.set(decodeWith(key, known), decodeWith(value, known));
      return map;
    }
    case 'set': {
      const set = remember(encoded.id, new Set<unknown>());
      for (const item of encoded.items) set.add(decodeWith(item, known));
      return set;
    }
    case 'error':
      return decodeError(encoded, known);
    default:
      return encoded satisfies never;
  }
}

function decodeItems(target: unknown[], items: Encoded[], known: Map<number, unknown>): unknown[] {
  items.forEach((item, index) => {
    const isHole = typeof item === 'object' && item !== null && item.t === 'hole';
    if (isHole) target.length = index + 1;
    else target[index] = decodeWith(item, known);
  });
  return target;
}

function decodeEntries(target: object, entries: [string, Encoded][], known: Map<number, unknown>): object {
  for (const [key, value] of entries) {
    const descriptor = {
      value: decodeWith(value, known),
      writable: true,
      enumerable: true,
      configurable: true,
    };
    // `__proto__` as a plain property, as the student's object had it.
    Object.defineProperty(target, key, descriptor);
  }
  return target;
}

function decodeRegExp(text: string): unknown {
  const end = text.lastIndexOf('/');
  try {
    return new RegExp(text.slice(1, end), text.slice(end + 1));
  } catch {
    return new Opaque('cut', text);
  }
}

function decodeBytes(name: string, items: (number | string)[]): unknown {
  const TypedArray = typedArrays.get(name);
  if (TypedArray === undefined) return new Opaque('cut', name);
  return new TypedArray(name.startsWith('Big') ? items.map((item) => BigInt(item)) : items.map(Number));
}

function decodeError(encoded: EncodedError, known: Map<number, unknown>): Error {
  const Type = errorTypes.get(encoded.name) ?? Error;
  const errors = encoded.errors?.map((error) => decodeWith(error, known));
  const error =
    errors === undefined ? new Type(encoded.message) : new AggregateError(errors, encoded.message);
  known.set(encoded.id, error);
  if (error.name !== encoded.name)
    Object.defineProperty(error, 'name', { value: encoded.name, configurable: true });
  if (encoded.cause !== undefined) {
    Object.defineProperty(error, 'cause', { value: decodeWith(encoded.cause, known), configurable: true });
  }
  // A decoded error has no stack of its own worth showing.
  Object.defineProperty(error, 'stack', { value: `${encoded.name}: ${encoded.message}`, configurable: true });
  return decodeEntries(error, encoded.entries, known) as Error;
}
