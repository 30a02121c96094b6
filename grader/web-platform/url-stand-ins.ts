// What whatwg-url and its helpers expect to find as globals, given to them by the bundler.
import { RealTypeError } from '../virtual-clock/primordials.ts';

export { TextDecoder, TextEncoder } from './encoding.ts';

function refuse(): never {
  throw new RealTypeError('No world has shared memory');
}

/** Its getters are looked up when the helpers load, and tell that nothing is shared. */
export const SharedArrayBuffer = {
  prototype: {
    get byteLength(): never {
      return refuse();
    },
    get growable(): never {
      return refuse();
    },
  },
};
