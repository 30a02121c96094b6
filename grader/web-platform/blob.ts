// Blob and File. https://w3c.github.io/FileAPI/
import { nodeError } from '../virtual-clock/errors.ts';
import { tag } from '../virtual-clock/event.ts';
import {
  append,
  arrayBufferSlice,
  installGlobal,
  isView,
  list,
  objectToString,
  RealPromise,
  RealTypeError,
  regExpExec,
  typedArrayBuffer,
  type List,
} from '../virtual-clock/primordials.ts';
import { requireArguments } from '../virtual-clock/arguments.ts';
import { TextDecoder, TextEncoder } from './encoding.ts';

const RealBytes = Uint8Array;
const { set } = Uint8Array.prototype;
const { apply } = Reflect;
const { toLowerCase, replace } = String.prototype;

type BlobOptions = { type?: string; endings?: string };

/** @returns how structuredClone copies one. */
export function installBlob(nowMs: () => number): (value: object) => object | undefined {
  let copy: (value: object) => object | undefined;
  let bytesOfBlob: (value: unknown) => Uint8Array | undefined;

  class Blob {
    #bytes: Uint8Array;
    #type: string;

    constructor(parts?: Iterable<unknown>, options: BlobOptions = {}) {
      this.#bytes = joinParts(readParts(parts), options.endings === 'native', (part) => bytesOfBlob(part));
      this.#type = toType(options.type);
    }
    static {
      bytesOfBlob = (value) =>
        typeof value === 'object' && value !== null && #bytes in value ? value.#bytes : undefined;
      copy = (value) => {
        if (!(#bytes in value)) return undefined;
        if (value instanceof File) return new File([value], value.name, value);
        return new Blob([value], { type: value.#type });
      };
    }
    get size(): number {
      return this.#bytes.length;
    }
    get type(): string {
      return this.#type;
    }
    slice(start?: number, end?: number, type?: string): Blob {
      const part = new Blob([], { type: type ?? '' });
      part.#bytes = this.#bytes.slice(start ?? 0, end ?? this.#bytes.length);
      return part;
    }
    arrayBuffer(): Promise<ArrayBuffer> {
      return new RealPromise((resolve) => resolve(arrayBufferSlice(typedArrayBuffer(this.#bytes), 0)));
    }
    bytes(): Promise<Uint8Array> {
      return new RealPromise((resolve) => resolve(new RealBytes(this.#bytes)));
    }
    text(): Promise<string> {
      return new RealPromise((resolve) => resolve(new TextDecoder().decode(this.#bytes)));
    }
    stream(): ReadableStream<Uint8Array> {
      const bytes = this.#bytes;
      return new ReadableStream<Uint8Array>({
        start(controller) {
          if (bytes.length > 0) controller.enqueue(new RealBytes(bytes));
          controller.close();
        },
      });
    }
  }

  class File extends Blob {
    #name: string;
    #lastModified: number;
    constructor(
      parts: Iterable<unknown>,
      name: string,
      options: BlobOptions & { lastModified?: number } = {},
    ) {
      requireArguments(arguments.length, 2, '"fileBits" and "fileName"');
      super(parts, options);
      this.#name = `${name}`;
      this.#lastModified = options.lastModified ?? nowMs();
    }
    get name(): string {
      return this.#name;
    }
    get lastModified(): number {
      return this.#lastModified;
    }
  }

  tag(Blob.prototype, 'Blob');
  tag(File.prototype, 'File');
  installGlobal('Blob', Blob);
  installGlobal('File', File);
  return (value) => copy(value);
}

function toType(type: string | undefined): string {
  const text = type === undefined ? '' : `${type}`;
  return regExpExec(/[^\x20-\x7E]/, text) === null ? apply(toLowerCase, text, []) : '';
}

function readParts(parts: unknown): List<unknown> {
  const read: List<unknown> = list();
  if (parts === undefined) return read;
  if (typeof parts !== 'object' || parts === null || !(Symbol.iterator in parts)) {
    const message = 'The "sources" argument must be a sequence';
    throw nodeError(RealTypeError, 'ERR_INVALID_ARG_TYPE', message);
  }
  for (const part of parts as Iterable<unknown>) append(read, part);
  return read;
}

function joinParts(
  parts: List<unknown>,
  hasNativeEndings: boolean,
  bytesOfBlob: (part: unknown) => Uint8Array | undefined,
): Uint8Array {
  const chunks: List<Uint8Array> = list();
  let size = 0;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    const chunk = bytesOfBlob(part) ?? bytesOfSource(part) ?? encodeText(part, hasNativeEndings);
    size += append(chunks, chunk).length;
  }
  const bytes = new RealBytes(size);
  let offset = 0;
  for (let index = 0; index < chunks.length; index += 1) {
    apply(set, bytes, [chunks[index] as Uint8Array, offset]);
    offset += (chunks[index] as Uint8Array).length;
  }
  return bytes;
}

function bytesOfSource(part: unknown): Uint8Array | undefined {
  if (isView(part)) {
    const { buffer, byteOffset, byteLength } = part as Uint8Array;
    return new RealBytes(buffer, byteOffset, byteLength);
  }
  return objectToString(part) === '[object ArrayBuffer]' ? new RealBytes(part as ArrayBuffer) : undefined;
}

function encodeText(part: unknown, hasNativeEndings: boolean): Uint8Array {
  const text = `${part as string}`;
  return new TextEncoder().encode(hasNativeEndings ? apply(replace, text, [/\r\n?/g, '\n']) : text);
}
