// Scenarios run in the student's realm and compute with its built-ins: `Array.from` makes their inputs, `Promise.all` gathers
// their results, and what they return is asked for a `then`. So none of these can be replaced by the code under test.
// Frozen is only what honest code does not write to, nor to objects that inherit from it: a frozen `Error.prototype` would
// break `this.name = …` in every subclass, a frozen `Object.prototype` every own `toString`.
import {
  defineProperty,
  freeze,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  list,
  preventExtensions,
  record,
  type List,
} from '../virtual-clock/primordials.ts';

function asList<T>(items: T[]): List<T> {
  const made: List<T> = list();
  for (let index = 0; index < items.length; index += 1) made[index] = items[index] as T;
  return made;
}

const frozenTypes: List<{ prototype: object }> = asList<{ prototype: object }>([
  Array,
  Promise,
  Map,
  Set,
  String,
]);

const frozenObjects: List<object> = asList<object>([
  Object,
  JSON,
  Math,
  getPrototypeOf([][Symbol.iterator]()) as object,
  getPrototypeOf(new Map()[Symbol.iterator]()) as object,
  getPrototypeOf(new Set()[Symbol.iterator]()) as object,
  getPrototypeOf(''[Symbol.iterator]()) as object,
  getPrototypeOf(getPrototypeOf([][Symbol.iterator]()) as object) as object,
]);

/** What a scenario is likely to name; the rest would cost as much and matter less. */
const lockedGlobals: List<string> = asList([
  'Array',
  'JSON',
  'Map',
  'Math',
  'Object',
  'Promise',
  'Set',
  'String',
  'structuredClone',
]);

const lockedFunctionMethods: List<string> = asList(['apply', 'bind', 'call']);

function lock(holder: object, name: string): void {
  const descriptor = getOwnPropertyDescriptor(holder, name);
  if (descriptor?.configurable !== true) return;
  const { value } = descriptor;
  defineProperty(holder, name, record({ value, writable: false, enumerable: false, configurable: false }));
}

/** Call it before any code of the student's runs; nothing can be taken back. */
export function protectBuiltIns(): void {
  for (let index = 0; index < frozenTypes.length; index += 1) {
    const type = frozenTypes[index] as { prototype: object };
    freeze(type);
    freeze(type.prototype);
  }
  for (let index = 0; index < frozenObjects.length; index += 1) freeze(frozenObjects[index]);
  for (let index = 0; index < lockedGlobals.length; index += 1)
    lock(globalThis, lockedGlobals[index] as string);
  for (let index = 0; index < lockedFunctionMethods.length; index += 1)
    lock(Function.prototype, lockedFunctionMethods[index] as string);
  // No `then`, no setter and no default can be planted under every object; what is there may still be overridden.
  preventExtensions(Object.prototype);
}
