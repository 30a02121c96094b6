// Simulated functions that are described by data alone, as the front matter of a lesson does: texts in it may name the
// arguments of the call.
import type { Behaviours } from '../author.ts';
import {
  isArray,
  ownKeys,
  ownValue,
  RealString,
  stringCharCodeAt,
  stringSlice,
} from '../virtual-clock/primordials.ts';
import { perCall, reasonOf } from './behaviour.ts';
import { setOwn } from './own-property.ts';

/** @param data Behaviours as parsed JSON: whoever sends them has checked their fields. */
export function readDataBehaviours(data: object): Behaviours {
  return mapOwn(data, (behaviour) => mapOwn(behaviour as object, readField)) as Behaviours;
}

function readField(setting: unknown, field: string): unknown {
  switch (field) {
    case 'value':
    case 'items':
      return (...args: unknown[]) => fillIn(setting, args);
    case 'values':
      return (args: unknown[], index: number) => fillIn(perCall(setting, args, index), args);
    case 'rejects':
      return (args: unknown[], index: number) => fillIn(reasonOf(setting, args, index) ?? undefined, args);
    default:
      return setting;
  }
}

/** A copy in which `{0}` in a text is the call's first argument; a text that is nothing else is the argument itself. */
function fillIn(data: unknown, args: unknown[]): unknown {
  if (typeof data === 'string') return fillText(data, args);
  if (typeof data !== 'object' || data === null) return data;
  if (!isArray(data)) return mapOwn(data, (item) => fillIn(item, args));
  const items: unknown[] = [];
  for (let index = 0; index < data.length; index += 1)
    setOwn(items, RealString(index), fillIn(ownValue(data, RealString(index)), args));
  return items;
}

function fillText(text: string, args: unknown[]): unknown {
  if (text.length === 3 && isPlace(text, 0)) return args[placeAt(text, 0)];
  let filled = '';
  let from = 0;
  for (let index = 0; index + 3 <= text.length; index += 1) {
    if (!isPlace(text, index)) continue;
    filled += stringSlice(text, from, index) + RealString(args[placeAt(text, index)]);
    from = index + 3;
  }
  return filled + stringSlice(text, from);
}

function isPlace(text: string, index: number): boolean {
  const place = placeAt(text, index);
  return text[index] === '{' && text[index + 2] === '}' && place >= 0 && place <= 9;
}

function placeAt(text: string, index: number): number {
  return stringCharCodeAt(text, index + 1) - 48;
}

function mapOwn(source: object, make: (value: unknown, key: string) => unknown): object {
  const made = {};
  const keys = ownKeys(source);
  for (let index = 0; index < keys.length; index += 1) {
    const key = RealString(keys[index]);
    setOwn(made, key, make(ownValue(source, key), key));
  }
  return made;
}
