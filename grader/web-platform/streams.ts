// Entry of the bundle of Web streams: the classes of web-streams-polyfill, and the two encoding streams over them.
// https://streams.spec.whatwg.org/
import * as streams from 'web-streams-polyfill';
import { installGlobal, ownKeys } from '../virtual-clock/primordials.ts';
import { makeEncodingStreams } from './encoding-streams.ts';
import type { Builtins } from './world-access.ts';

export function install(): Builtins {
  const names = ownKeys(streams) as (keyof typeof streams)[];
  for (const name of names) if (typeof streams[name] === 'function') installGlobal(name, streams[name]);
  const { TextDecoderStream, TextEncoderStream } = makeEncodingStreams(streams.TransformStream);
  installGlobal('TextDecoderStream', TextDecoderStream);
  installGlobal('TextEncoderStream', TextEncoderStream);
  return {};
}
