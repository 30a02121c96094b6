// Methods of strings and of JSON, taken before any student code ran, and UTF-8 made of them.
import { apply, construct } from '../virtual-clock/primordials.ts';

const { toLowerCase, toUpperCase, charCodeAt, codePointAt } = String.prototype;
const { fromCodePoint } = String;
const RealUint8Array = Uint8Array;
export const { parse: parseJson, stringify: writeJson } = JSON;
const decodeComponent = decodeURIComponent;
const encodeComponent = encodeURIComponent;

export const lower = (text: string): string => apply(toLowerCase, text, []);
export const upper = (text: string): string => apply(toUpperCase, text, []);

const REPLACEMENT = '\uFFFD';

/** Percent-decoded; as it is where that is not possible. */
export function percentDecode(text: string): string {
  try {
    return decodeComponent(text);
  } catch {
    return text;
  }
}

/** Spaces, quotes, angle brackets and everything beyond ASCII, as an address shows them. */
export function percentEncode(text: string): string {
  let encoded = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] as string;
    const code = apply(charCodeAt, text, [index]);
    if (code > 0x20 && code < 0x7f && character !== '"' && character !== '<' && character !== '>') {
      encoded += character;
      continue;
    }
    const point = apply(codePointAt, text, [index]) as number;
    if (point > 0xffff) index += 1;
    const isLone = point >= 0xd800 && point <= 0xdfff;
    encoded += encodeComponent(isLone ? REPLACEMENT : fromCodePoint(point));
  }
  return encoded;
}

export function makeBytes(length: number): Uint8Array<ArrayBuffer> {
  return construct(RealUint8Array, [length]) as Uint8Array<ArrayBuffer>;
}

/** @see https://encoding.spec.whatwg.org/#utf-8-encoder */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  const room = makeBytes(text.length * 3);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    let point = apply(codePointAt, text, [index]) as number;
    if (point > 0xffff) index += 1;
    if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd;
    if (point < 0x80) room[length++] = point;
    else if (point < 0x800) {
      room[length++] = 0xc0 | (point >> 6);
      room[length++] = 0x80 | (point & 0x3f);
    } else {
      if (point < 0x10000) room[length++] = 0xe0 | (point >> 12);
      else {
        room[length++] = 0xf0 | (point >> 18);
        room[length++] = 0x80 | ((point >> 12) & 0x3f);
      }
      room[length++] = 0x80 | ((point >> 6) & 0x3f);
      room[length++] = 0x80 | (point & 0x3f);
    }
  }
  const bytes = makeBytes(length);
  for (let index = 0; index < length; index += 1) bytes[index] = room[index] as number;
  return bytes;
}

type Sequence = { point: number; length: number };

/** Bytes as text: what is not UTF-8 becomes U+FFFD, and a byte order mark is dropped. */
export function decodeUtf8(bytes: { readonly [index: number]: number }, length: number): string {
  let text = '';
  for (let index = 0; index < length;) {
    const { point, length: used } = readSequence(bytes, index, length);
    if (index > 0 || point !== 0xfeff) text += fromCodePoint(point);
    index += used;
  }
  return text;
}

/** The first byte says how many follow and how large the smallest point is that needs so many. */
function readSequence(bytes: { readonly [index: number]: number }, start: number, end: number): Sequence {
  const first = bytes[start] as number;
  if (first < 0x80) return { point: first, length: 1 };
  const more =
    first >= 0xc2 && first <= 0xdf
      ? 1
      : first >= 0xe0 && first <= 0xef
        ? 2
        : first >= 0xf0 && first <= 0xf4
          ? 3
          : 0;
  if (more === 0) return { point: 0xfffd, length: 1 };
  let point = first & (0x3f >> more);
  for (let offset = 1; offset <= more; offset += 1) {
    const byte = start + offset < end ? (bytes[start + offset] as number) : 0;
    const isFirst = offset === 1;
    const low = isFirst && first === 0xe0 ? 0xa0 : isFirst && first === 0xf0 ? 0x90 : 0x80;
    const high = isFirst && first === 0xed ? 0x9f : isFirst && first === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return { point: 0xfffd, length: offset };
    point = (point << 6) | (byte & 0x3f);
  }
  return { point, length: more + 1 };
}

/** A copy of some bytes that nobody else holds. */
export function copyBytes(source: Uint8Array): Uint8Array<ArrayBuffer> {
  return construct(RealUint8Array, [source]) as Uint8Array<ArrayBuffer>;
}
