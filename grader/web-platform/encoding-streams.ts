// TextEncoderStream and TextDecoderStream. https://encoding.spec.whatwg.org/#interface-mixin-generictransformstream
import type { TransformStream as TransformStreamType } from 'web-streams-polyfill';
import { refuse } from '../virtual-clock/arguments.ts';
import { tag } from '../virtual-clock/event.ts';
import { stringCharCodeAt, stringSlice } from '../virtual-clock/primordials.ts';
import { TextDecoder, TextEncoder } from './encoding.ts';

/** Both classes, by name. */
export function makeEncodingStreams(TransformStream: typeof TransformStreamType): { [name: string]: object } {
  class TextEncoderStream {
    #transform = makeEncoding(TransformStream);
    get encoding(): string {
      void this.#transform;
      return 'utf-8';
    }
    get readable() {
      return this.#transform.readable;
    }
    get writable() {
      return this.#transform.writable;
    }
  }

  class TextDecoderStream {
    #decoder: TextDecoder;
    #transform: TransformStreamType<BufferSource, string>;
    constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) {
      this.#decoder = new TextDecoder(label, options);
      this.#transform = makeDecoding(TransformStream, this.#decoder);
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
    get readable() {
      return this.#transform.readable;
    }
    get writable() {
      return this.#transform.writable;
    }
  }
  tag(TextEncoderStream.prototype, 'TextEncoderStream');
  tag(TextDecoderStream.prototype, 'TextDecoderStream');
  return { TextEncoderStream, TextDecoderStream };
}

/** A high surrogate at the end of a chunk waits for its other half. */
function makeEncoding(TransformStream: typeof TransformStreamType): TransformStreamType<unknown, Uint8Array> {
  const encoder = new TextEncoder();
  let pending = '';
  return new TransformStream<unknown, Uint8Array>({
    transform(chunk, controller) {
      let text = pending + `${chunk as string}`;
      pending = '';
      const last = text.length === 0 ? 0 : stringCharCodeAt(text, text.length - 1);
      if (last >= 0xd800 && last < 0xdc00) {
        pending = stringSlice(text, -1);
        text = stringSlice(text, 0, -1);
      }
      if (text !== '') controller.enqueue(encoder.encode(text));
    },
    flush(controller) {
      if (pending !== '') controller.enqueue(encoder.encode(pending));
    },
  });
}

function makeDecoding(
  TransformStream: typeof TransformStreamType,
  decoder: TextDecoder,
): TransformStreamType<BufferSource, string> {
  return new TransformStream<BufferSource, string>({
    transform(chunk, controller) {
      // To decode nothing is to end; a chunk of nothing is a mistake.
      if (chunk === undefined) refuse('chunk', 'an instance of ArrayBuffer or ArrayBufferView', chunk);
      const text = decoder.decode(chunk, { stream: true });
      if (text !== '') controller.enqueue(text);
    },
    flush(controller) {
      const text = decoder.decode();
      if (text !== '') controller.enqueue(text);
    },
  });
}
