// `crypto` as far as a program needs it for identifiers: seeded, because a recording must depend on nothing but its inputs.
// Nothing here is a secret, and `subtle` is absent. https://w3c.github.io/webcrypto/#Crypto-interface
import {
  defineMethods,
  floor,
  installGlobal,
  isView,
  RealTypeError,
  typedArrayBuffer,
  typedArrayByteOffset,
  typedArrayTag,
} from '../virtual-clock/primordials.ts';
import type { SeededRandom } from '../virtual-clock/random.ts';

const QUOTA_BYTES = 65_536;
const RealBytes = Uint8Array;
const hexadecimal = '0123456789abcdef';

export function installCrypto({ next: random }: SeededRandom): void {
  const key = {};
  class Crypto {
    constructor(guard?: unknown) {
      if (guard !== key) throw new RealTypeError('Illegal constructor');
    }
    getRandomValues<T>(array: T): T {
      const bytes = bytesOf(array);
      for (let index = 0; index < bytes.length; index += 1) bytes[index] = floor(random() * 256);
      return array;
    }
    /** A version 4 UUID: https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-4 */
    randomUUID(): string {
      let text = '';
      for (let index = 0; index < 32; index += 1) {
        const digit = floor(random() * 16);
        if (index === 8 || index === 12 || index === 16 || index === 20) text += '-';
        text += hexadecimal[index === 12 ? 4 : index === 16 ? 8 + (digit % 4) : digit] as string;
      }
      return text;
    }
  }
  defineMethods(Crypto.prototype, { [Symbol.toStringTag]: 'Crypto' });
  installGlobal('Crypto', Crypto);
  installGlobal('crypto', new Crypto(key));
}

function bytesOf(array: unknown): Uint8Array {
  const tag = isView(array) ? typedArrayTag(array) : undefined;
  if (tag === undefined || tag === 'Float16Array' || tag === 'Float32Array' || tag === 'Float64Array')
    throw new DOMException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
  const { byteLength } = array as Uint8Array;
  if (byteLength > QUOTA_BYTES)
    throw new DOMException('The requested length exceeds 65,536 bytes', 'QuotaExceededError');
  return new RealBytes(typedArrayBuffer(array as object), typedArrayByteOffset(array as object), byteLength);
}
