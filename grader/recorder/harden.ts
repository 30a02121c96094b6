// Takes away what serves only attacks on availability, and closes the two knobs by which code could tamper with stacks.
// Not a boundary (the isolate is): fewer ways to crash, and positions that can be trusted.
import { defineProperty, record } from '../virtual-clock/primordials.ts';

const removedGlobals = ['SharedArrayBuffer', 'Atomics', 'WebAssembly', 'FinalizationRegistry', 'WeakRef'];

export function hardenRealm(): void {
  for (let index = 0; index < removedGlobals.length; index += 1) {
    Reflect.deleteProperty(globalThis, removedGlobals[index] as string);
  }
  // A resizable buffer's growth is not counted against the isolate's memory limit; without resize() it never grows.
  Reflect.deleteProperty(ArrayBuffer.prototype, 'resize');
  defineProperty(
    Error,
    'prepareStackTrace',
    record({ get: () => undefined, set: () => {}, enumerable: false, configurable: false }),
  );
}
