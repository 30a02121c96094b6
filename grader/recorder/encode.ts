// The bounded encoder: any JavaScript value as a JSON string that is safe to hand to the host. It keeps cycles, `undefined`,
// -0, NaN, BigInt, Map, Set, Date, errors with cause, typed arrays; calls no getter, no toJSON, no method of the student's
// (a Proxy's traps cannot be avoided; they may run, and throw). The JSON is written by hand: JSON.stringify would look for
// a `toJSON` on prototypes that the student owns.
import {
  append,
  bigIntToString,
  dateGetTime,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  is,
  isArray,
  isError,
  isFinite,
  isInstance,
  isView,
  list,
  mapForEach,
  mapGet,
  mapSet,
  mapSize,
  ownKeys,
  ownValue,
  quote,
  RealDate,
  RealError,
  RealMap,
  RealPromise,
  RealRegExp,
  RealSet,
  RealString,
  record,
  regExpToString,
  setForEach,
  stringSlice,
  symbolToString,
  typedArrayLength,
  typedArrayTag,
  type List,
} from '../virtual-clock/primordials.ts';

export type EncoderLimits = { depth: number; nodes: number; characters: number; stringLength: number };
export const encoderLimits: EncoderLimits = {
  depth: 64,
  nodes: 20_000,
  characters: 200_000,
  stringLength: 20_000,
};

type State = { ids: Map<object, number>; nodes: number; characters: number; limits: EncoderLimits };

const CUT_SIZE = '{"t":"cut","why":"size"}';
const CUT_DEPTH = '{"t":"cut","why":"depth"}';
const CUT_UNREADABLE = '{"t":"cut","why":"unreadable"}';

/** @returns JSON text of `Encoded` in grader/recording/types.ts, errors with a `stack` that the host turns into a position. */
export function encode(value: unknown, limits: EncoderLimits = encoderLimits): string {
  try {
    return encodeValue(value, 0, record({ ids: new RealMap(), nodes: 0, characters: 0, limits }));
  } catch {
    return CUT_UNREADABLE; // A Proxy's trap threw, or the stack was full.
  }
}

function isFull(state: State): boolean {
  return state.nodes > state.limits.nodes || state.characters > state.limits.characters;
}

/** Text inside the JSON: every character of it counts. */
function quoted(text: string, state: State): string {
  const json = quote(text);
  state.characters += json.length;
  return json;
}

function encodeValue(value: unknown, depth: number, state: State): string {
  state.nodes += 1;
  return isFull(state) ? CUT_SIZE : encodeAny(value, depth, state);
}

function encodeAny(value: unknown, depth: number, state: State): string {
  switch (typeof value) {
    case 'string':
      return encodeString(value, state);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      return encodeNumber(value);
    case 'undefined':
      return '{"t":"undefined"}';
    case 'bigint':
      return `{"t":"bigint","v":${encodeString(bigIntToString(value), state)}}`;
    case 'symbol':
      return `{"t":"symbol","v":${encodeString(symbolToString(value), state)}}`;
    case 'function':
      return `{"t":"function","v":${encodeString(ownText(value, 'name'), state)}}`;
    case 'object':
      return value === null ? 'null' : encodeObject(value, depth, state);
    default:
      return CUT_SIZE;
  }
}

function encodeNumber(value: number): string {
  if (is(value, -0)) return '{"t":"number","v":"-0"}';
  return isFinite(value) ? RealString(value) : `{"t":"number","v":"${RealString(value)}"}`;
}

function encodeString(text: string, state: State): string {
  const { stringLength } = state.limits;
  const bounded = text.length > stringLength ? `${stringSlice(text, 0, stringLength)}…` : text;
  return quoted(bounded, state);
}

/** An own data property, as text; '' when it is not a string. */
function ownText(value: object, key: string): string {
  const own = ownValue(value, key);
  return typeof own === 'string' ? own : '';
}

function encodeObject(value: object, depth: number, state: State): string {
  const known = mapGet(state.ids, value);
  if (known !== undefined) return `{"t":"ref","id":${known}}`;
  if (depth > state.limits.depth) return CUT_DEPTH;
  const id = mapSize(state.ids);
  mapSet(state.ids, value, id);
  if (isArray(value)) return `{"t":"array","id":${id},"items":[${encodeItems(value, depth, state)}]}`;
  const view = isView(value) ? typedArrayTag(value) : undefined;
  if (view !== undefined) return encodeBytes(value, view, state);
  try {
    const special = encodeSpecial(value, id, depth, state);
    if (special !== undefined) return special;
  } catch {
    // An ordinary object in the guise of a Map, Set or Date.
  }
  const name = quoted(className(value), state);
  return `{"t":"object","id":${id},"class":${name},"entries":[${encodeEntries(value, depth, state)}]}`;
}

/** What has a form of its own, told by prototype and then by internal slot: `Symbol.toStringTag` is the student's to set. */
function encodeSpecial(value: object, id: number, depth: number, state: State): string | undefined {
  if (isError(value) || isInstance(value, RealError)) return encodeError(value, id, depth, state);
  if (isInstance(value, RealDate)) {
    const time = dateGetTime(value);
    return `{"t":"date","v":${isFinite(time) ? RealString(time) : 'null'}}`;
  }
  if (isInstance(value, RealRegExp))
    return `{"t":"regexp","v":${encodeString(regExpToString(value), state)}}`;
  if (isInstance(value, RealPromise)) return '{"t":"promise"}';
  if (isInstance(value, RealMap)) return encodeMap(value, id, depth, state);
  if (isInstance(value, RealSet)) return encodeSet(value, id, depth, state);
  return undefined;
}

function encodeItems(items: unknown[], depth: number, state: State): string {
  let text = '';
  for (let index = 0; index < items.length; index += 1) {
    if (index > 0) text += ',';
    if (isFull(state)) return text + CUT_SIZE;
    const descriptor = getOwnPropertyDescriptor(items, RealString(index));
    if (descriptor === undefined) {
      state.nodes += 1;
      text += '{"t":"hole"}';
    } else {
      text += 'value' in descriptor ? encodeValue(descriptor.value, depth + 1, state) : '{"t":"getter"}';
    }
  }
  return text;
}

function encodeEntries(value: object, depth: number, state: State): string {
  const keys = ownKeys(value);
  let text = '';
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index];
    if (typeof key !== 'string') continue;
    if (isFull(state)) break;
    const descriptor = getOwnPropertyDescriptor(value, key);
    if (descriptor === undefined || !descriptor.enumerable) continue;
    const item = 'value' in descriptor ? encodeValue(descriptor.value, depth + 1, state) : '{"t":"getter"}';
    text += `${text === '' ? '' : ','}[${encodeString(key, state)},${item}]`;
  }
  return text;
}

function encodeMap(map: Map<unknown, unknown>, id: number, depth: number, state: State): string {
  const parts: List<string> = list();
  mapForEach(map, (item, key) => {
    if (isFull(state)) return;
    append(parts, `[${encodeValue(key, depth + 1, state)},${encodeValue(item, depth + 1, state)}]`);
  });
  return `{"t":"map","id":${id},"entries":[${joined(parts)}]}`;
}

function encodeSet(set: Set<unknown>, id: number, depth: number, state: State): string {
  const parts: List<string> = list();
  setForEach(set, (item) => {
    if (!isFull(state)) append(parts, encodeValue(item, depth + 1, state));
  });
  return `{"t":"set","id":${id},"items":[${joined(parts)}]}`;
}

function joined(parts: List<string>): string {
  let text = '';
  for (let index = 0; index < parts.length; index += 1) text += (index === 0 ? '' : ',') + parts[index];
  return text;
}

function encodeBytes(view: object, name: string, state: State): string {
  const length = typedArrayLength(view);
  let text = '';
  for (let index = 0; index < length && index < 2000 && !isFull(state); index += 1) {
    state.nodes += 1;
    const item = (view as { [index: number]: number | bigint })[index];
    text +=
      (index === 0 ? '' : ',') + (typeof item === 'bigint' ? `"${bigIntToString(item)}"` : encodeFloat(item));
  }
  return `{"t":"bytes","class":${quote(name)},"items":[${text}]}`;
}

function encodeFloat(item: number | undefined): string {
  if (item === undefined) return '0';
  return isFinite(item) && !is(item, -0) ? RealString(item) : quote(is(item, -0) ? '-0' : RealString(item));
}

function encodeError(error: object, id: number, depth: number, state: State): string {
  const name = inheritedText(error, 'name');
  const message = inheritedText(error, 'message');
  let text = `{"t":"error","id":${id},"name":${quoted(stringSlice(name, 0, 100), state)}`;
  text += `,"message":${quoted(stringSlice(message, 0, 1000), state)},"stack":${quoted(stackOf(error), state)}`;
  const cause = getOwnPropertyDescriptor(error, 'cause');
  if (cause !== undefined && 'value' in cause)
    text += `,"cause":${encodeValue(cause.value, depth + 1, state)}`;
  const errors = ownValue(error, 'errors');
  if (isArray(errors)) text += `,"errors":[${encodeItems(errors, depth + 1, state)}]`;
  return `${text},"entries":[${encodeEntries(error, depth, state)}]}`;
}

/** The stack as a bounded string. V8 makes it lazily by a native accessor; a getter of the student's is only ever text. */
export function stackOf(error: object): string {
  try {
    const stack: unknown = (error as { stack?: unknown }).stack;
    return typeof stack === 'string' ? stringSlice(stack, 0, 2000) : '';
  } catch {
    return '';
  }
}

/** A string data property of the object or of a prototype, without running a getter. */
export function inheritedText(value: object, key: string): string {
  let holder: object | null = value;
  for (let level = 0; holder !== null && level < 20; level += 1) {
    const descriptor: PropertyDescriptor | undefined = getOwnPropertyDescriptor(holder, key);
    if (descriptor !== undefined) return typeof descriptor.value === 'string' ? descriptor.value : '';
    holder = getPrototypeOf(holder);
  }
  return '';
}

function className(value: object): string {
  let holder: object | null = getPrototypeOf(value);
  if (holder === null) return 'null';
  for (let level = 0; holder !== null && level < 20; level += 1) {
    const made = ownValue(holder, 'constructor');
    if (typeof made === 'function') return stringSlice(ownText(made, 'name'), 0, 100);
    holder = getPrototypeOf(holder);
  }
  return 'Object';
}
