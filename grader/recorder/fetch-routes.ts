// What an author's routes say: which one a request meets, and how it answers.
import {
  append,
  apply,
  hasOwn,
  isArray,
  isInteger,
  list,
  ownKeys,
  ownValue,
  regExpExec,
  RealString,
  RealTypeError,
  record,
  stringEndsWith,
  stringIndexOf,
  stringSlice,
  type List,
} from '../virtual-clock/primordials.ts';
import { readQuery, splitText, type Address } from './address.ts';
import { checkLatency, copyList, readFields, type Fields } from './behaviour.ts';
import { textOf } from './fetch-body.ts';
import { headersAsData, headersOf } from './fetch-headers.ts';
import type { RequestState } from './fetch-request.ts';
import { setOwn } from './own-property.ts';
import { percentDecode } from './text-natives.ts';

/** A request as a route's functions see it: plain data. */
export type SeenRequest = {
  method: string;
  url: string;
  path: string;
  params: { [name: string]: string };
  query: { [name: string]: string };
  headers: { [name: string]: string };
  body: string | null;
};

export type Route = {
  method: string;
  /** '' for any. */
  origin: string;
  segments: List<string>;
  /** One for each call, the last beyond the end. */
  answers: List<Fields>;
  calls: number;
  name: string;
};

const KEY = /^(?:([A-Z]+) )?(https?:\/\/[^/]+)?(\/[^?#]*)$/;
const answerFields = ['ms', 'bodyMs', 'status', 'statusText', 'headers', 'json', 'text', 'rejects', 'hangs'];

/** @throws TypeError that names the route and what is wrong with it. */
export function readRoutes(routes: unknown): List<Route> {
  const read: List<Route> = list();
  if (typeof routes !== 'object' || routes === null)
    throw new RealTypeError(
      'fetch: there are no routes; expected an object such as { "GET /users/:id": { ms: 100 } }',
    );
  const keys = ownKeys(routes);
  for (let index = 0; index < keys.length; index += 1) {
    const key = RealString(keys[index]);
    append(read, readRoute(key, ownValue(routes, key)));
  }
  return read;
}

function readRoute(key: string, answer: unknown): Route {
  const parts = regExpExec(KEY, key);
  if (parts === null)
    throw new RealTypeError(
      `fetch: "${key}" is no route; expected a method and a path such as "GET /users/:id"`,
    );
  const answers: List<Fields> = list();
  if (isArray(answer)) {
    const copy = copyList(answer) as List<unknown>;
    for (let index = 0; index < copy.length; index += 1) append(answers, readAnswer(key, copy[index]));
    if (answers.length === 0) throw new RealTypeError(`fetch: "${key}" has an empty list of answers`);
  } else append(answers, readAnswer(key, answer));
  const segments = splitText(parts[3] as string, '/');
  return record({
    method: parts[1] ?? 'GET',
    origin: parts[2] ?? '',
    segments,
    answers,
    calls: 0,
    name: key,
  });
}

function readAnswer(key: string, answer: unknown): Fields {
  const what = `fetch: "${key}"`;
  const fields = readFields(what, answer, answerFields);
  fields['ms'] ??= 0;
  checkLatency(what, fields['ms']);
  if (fields['bodyMs'] !== undefined) checkLatency(`${what}: "bodyMs"`, fields['bodyMs']);
  if (hasOwn(fields, 'json') && hasOwn(fields, 'text'))
    throw new RealTypeError(`${what} has both "json" and "text"; expected one body`);
  const { status, headers } = fields;
  if (status !== undefined && typeof status !== 'function' && !isStatus(status))
    throw new RealTypeError(
      `${what}: "status" is ${RealString(status)}; expected a whole number from 200 to 599`,
    );
  if (typeof headers === 'object' && headers !== null) fields['headers'] = headersOf(headers);
  return fields;
}

function isStatus(status: unknown): boolean {
  return isInteger(status) && (status as number) >= 200 && (status as number) <= 599;
}

/** The first route that fits, with what its `:names` stand for. */
export function findRoute(
  routes: List<Route>,
  method: string,
  address: Address,
): { route: Route; params: { [name: string]: string } } | undefined {
  const path = splitText(address.path, '/');
  for (let index = 0; index < routes.length; index += 1) {
    const route = routes[index] as Route;
    if (route.method !== method) continue;
    if (route.origin !== '' && route.origin !== address.origin) continue;
    const params = matchSegments(route.segments, path);
    if (params !== undefined) return { route, params };
  }
  return undefined;
}

function matchSegments(pattern: List<string>, path: List<string>): { [name: string]: string } | undefined {
  const params = {};
  for (let index = 0; index < pattern.length; index += 1) {
    const expected = pattern[index] as string;
    if (expected === '*' && index === pattern.length - 1) return index < path.length ? params : undefined;
    const actual = path[index];
    if (actual === undefined) return undefined;
    if (expected[0] === ':' && actual !== '') setOwn(params, stringSlice(expected, 1), percentDecode(actual));
    else if (expected !== actual) return undefined;
  }
  return pattern.length === path.length ? params : undefined;
}

export function toSeenRequest(
  state: RequestState,
  address: Address,
  params: { [name: string]: string },
): SeenRequest {
  // Without prototypes: what the request does not have is not looked up where the student may have put it.
  return record({
    method: state.method,
    url: state.url,
    path: address.path,
    params: record(params),
    query: record(readQuery(address.query)),
    headers: record(headersAsData(state.headers)),
    body: state.body.content === null ? null : textOf(state.body),
  });
}

/** A field of an answer: a constant, or what a function makes of the request and of how many came before it. */
export function answerOf(setting: unknown, request: SeenRequest, index: number): unknown {
  return typeof setting === 'function' ? apply(setting, undefined, [request, index]) : setting;
}

/** The `code` of a network error that is told by its code alone, such as ECONNRESET. */
export function networkCode(message: string): string {
  const isCode = stringIndexOf(message, ' ') === -1 && stringIndexOf(message, 'E') === 0;
  return isCode && !stringEndsWith(message, '.') ? message : '';
}
