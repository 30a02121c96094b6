// TextEncoder and TextDecoder in the shape of the interface; the codecs are those of @exodus/bytes.
// https://encoding.spec.whatwg.org/#api
import { TextDecoder as Decoder, TextEncoder as Encoder } from '@exodus/bytes/encoding-lite.js';
import { refuse } from '../virtual-clock/arguments.ts';
import { nodeError } from '../virtual-clock/errors.ts';
import {
  defineProperty,
  isView,
  objectToString,
  RealRangeError,
  RealTypeError,
  record,
  typedArrayTag,
} from '../virtual-clock/primordials.ts';

/** Legacy multi-byte encodings: their tables would weigh more than all the rest, and no exercise reads them. */
const multiByte = /^(big5|euc-jp|euc-kr|gb18030|gbk|iso-2022-jp|shift_jis)$/;

type Codec = InstanceType<typeof Decoder>;
type DecoderOptions = { fatal?: boolean; ignoreBOM?: boolean };

export class TextEncoder {
  #encoder = new Encoder();
  get encoding(): string {
    return this.#encoder.encoding;
  }
  encode(input: unknown = ''): Uint8Array {
    return this.#encoder.encode(`${input as string}`);
  }
  encodeInto(source: unknown, destination: unknown): { read: number; written: number } {
    if (typeof source !== 'string') refuse('src', 'of type string', source);
    if (!isView(destination) || typedArrayTag(destination) !== 'Uint8Array')
      refuse('dest', 'an instance of Uint8Array', destination);
    return this.#encoder.encodeInto(source, destination as Uint8Array);
  }
}

export class TextDecoder {
  #decoder: Codec;
  constructor(label: unknown = 'utf-8', options: DecoderOptions = {}) {
    this.#decoder = makeDecoder(`${label as string}`, options ?? {});
  }
  get encoding(): string {
    return this.#decoder.encoding;
  }
  get fatal(): boolean {
    return this.#decoder.fatal;
  }
  get ignoreBOM(): boolean {
    return this.#decoder.ignoreBOM;
  }
  decode(input?: unknown, options: { stream?: boolean } = {}): string {
    const decoder = this.#decoder;
    if (input !== undefined && !isView(input) && objectToString(input) !== '[object ArrayBuffer]')
      refuse('list', 'an instance of ArrayBuffer or ArrayBufferView', input);
    try {
      return decoder.decode(input as ArrayBuffer | undefined, { stream: Boolean(options?.stream) });
    } catch {
      const message = `The encoded data was not valid for encoding ${decoder.encoding}`;
      throw nodeError(RealTypeError, 'ERR_ENCODING_INVALID_ENCODED_DATA', message);
    }
  }
}

function makeDecoder(label: string, { fatal, ignoreBOM }: DecoderOptions): Codec {
  try {
    const decoder = new Decoder(label, { fatal: Boolean(fatal), ignoreBOM: Boolean(ignoreBOM) });
    if (!multiByte.test(decoder.encoding)) return decoder;
  } catch {
    // The label names no encoding: refused below, in Node's words.
  }
  const message = `The "${label}" encoding is not supported`;
  throw nodeError(RealRangeError, 'ERR_ENCODING_NOT_SUPPORTED', message);
}

for (const Type of [TextEncoder, TextDecoder]) {
  defineProperty(
    Type.prototype,
    Symbol.toStringTag,
    record({ value: Type.name, writable: false, enumerable: false, configurable: true }),
  );
}
