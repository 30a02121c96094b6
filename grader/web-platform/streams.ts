// Entry of the bundle of Web streams: the classes of web-streams-polyfill, and the two encoding streams over them.
// https://streams.spec.whatwg.org/
import * as streams from 'web-streams-polyfill';
import { installGlobal } from '../virtual-clock/primordials.ts';
import { makeEncodingStreams } from './encoding-streams.ts';
import type { Builtins } from './world-access.ts';

export function install(): Builtins {
  const all: { [name: string]: unknown } = { ...streams, ...makeEncodingStreams(streams.TransformStream) };
  for (const name in all) if (typeof all[name] === 'function') installGlobal(name, all[name]);
  return {};
}
