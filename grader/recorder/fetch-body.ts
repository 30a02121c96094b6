// The body of a request or a response: read once, as text, JSON or bytes. https://fetch.spec.whatwg.org/#body-mixin
import {
  apply,
  construct,
  defineMethods,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isView,
  objectToString,
  promiseThen,
  RealPromise,
  RealTypeError,
  record,
  stringSlice,
  typedArrayBuffer,
  typedArrayByteOffset,
} from '../virtual-clock/primordials.ts';
import { nodeError } from '../virtual-clock/errors.ts';
import { copyBytes, decodeUtf8, encodeUtf8, parseJson } from './text-natives.ts';

export type Body = {
  /** What it holds; `null` for no body at all, which can be read again and again. */
  content: string | Uint8Array<ArrayBuffer> | null;
  /** Content type that its kind brings along, '' for none. */
  type: string;
  isUsed: boolean;
  /** Where the bytes are still on their way: calls back when they are here, or with what went wrong. */
  arrive: ((onArrival: () => void, onFailure: (reason: unknown) => void) => void) | undefined;
  /** The stream that was handed out for it. */
  stream: unknown;
};

const RealUint8Array = Uint8Array;
const byteLengthOf = (target: object, prototype: object): number =>
  apply(getOwnPropertyDescriptor(prototype, 'byteLength')?.get as () => number, target, []);
const bufferPrototype = ArrayBuffer.prototype;
const viewPrototype = getPrototypeOf(RealUint8Array.prototype) as object;

export const noBody = (): Body => makeBody(null, '');

export function makeBody(content: Body['content'], type: string, arrive?: Body['arrive']): Body {
  return record({ content, type, isUsed: false, arrive, stream: undefined });
}

/** What a `body` option holds. @see https://fetch.spec.whatwg.org/#bodyinit-unions */
export function readBodyInit(init: unknown): Body {
  if (init === null || init === undefined) return noBody();
  if (typeof init === 'object') {
    const bytes = bytesOf(init);
    if (bytes !== undefined) return makeBody(bytes, '');
    if (objectToString(init) === '[object URLSearchParams]')
      return makeBody(`${init as unknown as string}`, 'application/x-www-form-urlencoded;charset=UTF-8');
  }
  return makeBody(`${init as string}`, 'text/plain;charset=UTF-8');
}

/** A copy of the bytes of a buffer or a view; undefined for all else. */
function bytesOf(source: object): Uint8Array<ArrayBuffer> | undefined {
  if (isView(source)) {
    const isData = objectToString(source) === '[object DataView]';
    if (isData) return undefined;
    const bytes = [
      typedArrayBuffer(source),
      typedArrayByteOffset(source),
      byteLengthOf(source, viewPrototype),
    ];
    return copyBytes(construct(RealUint8Array, bytes) as Uint8Array);
  }
  try {
    byteLengthOf(source, bufferPrototype);
  } catch {
    return undefined;
  }
  return copyBytes(construct(RealUint8Array, [source]) as Uint8Array);
}

export function textOf({ content }: Body): string {
  if (content === null) return '';
  if (typeof content === 'string') return content[0] === '\uFEFF' ? stringSlice(content, 1) : content;
  return decodeUtf8(content, byteLengthOf(content, viewPrototype));
}

function bytesFrom({ content }: Body): Uint8Array<ArrayBuffer> {
  return typeof content === 'object' && content !== null ? copyBytes(content) : encodeUtf8(content ?? '');
}

/** The same content for a clone: each may be read once. */
export function cloneBody(body: Body): Body {
  return makeBody(body.content, body.type, body.arrive);
}

/** @returns a promise of the content; the body is used from this moment on. */
function consume(body: Body, convert: (body: Body) => unknown): Promise<unknown> {
  return new RealPromise((resolve, reject) => {
    if (body.isUsed) throw new RealTypeError('Body is unusable: Body has already been read');
    if (body.content !== null) body.isUsed = true;
    const finish = (): void => {
      try {
        resolve(convert(body));
      } catch (error) {
        reject(error);
      }
    };
    if (body.arrive === undefined) finish();
    else body.arrive(finish, reject);
  });
}

/** A body as a stream of one chunk, where the world has streams. */
function streamOf(body: Body): unknown {
  if (body.content === null || body.stream !== undefined) return body.stream ?? null;
  const { ReadableStream: Stream } = globalThis;
  if (typeof Stream !== 'function') throw new RealTypeError('body: streams are not available here');
  let isPulled = false;
  body.stream = new Stream(
    {
      async pull(controller) {
        if (isPulled) return;
        isPulled = true;
        await promiseThen(consume(body, bytesFrom), (bytes) => {
          controller.enqueue(bytes);
          controller.close();
        });
      },
    },
    { highWaterMark: 0 },
  );
  return body.stream;
}

export function illegalInvocation(): Error {
  return nodeError(RealTypeError, 'ERR_INVALID_THIS', 'Illegal invocation');
}

/** Gives a class the methods of the body mixin. @param bodyOf Tells an instance's body; throws for any other object. */
export function defineBodyMethods(prototype: object, bodyOf: (self: unknown) => Body): void {
  const reader = (convert: (body: Body) => unknown) =>
    function (self: unknown): Promise<unknown> {
      return new RealPromise((resolve) => resolve(consume(bodyOf(self), convert)));
    };
  const text = reader(textOf);
  const json = reader((body) => parseJson(textOf(body)) as unknown);
  const bytes = reader(bytesFrom);
  const arrayBuffer = reader((body) => typedArrayBuffer(bytesFrom(body)));
  defineMethods(prototype, {
    text(this: unknown) {
      return text(this);
    },
    json(this: unknown) {
      return json(this);
    },
    bytes(this: unknown) {
      return bytes(this);
    },
    arrayBuffer(this: unknown) {
      return arrayBuffer(this);
    },
    get bodyUsed(): boolean {
      return bodyOf(this).isUsed;
    },
    get body(): unknown {
      return streamOf(bodyOf(this));
    },
  });
}
