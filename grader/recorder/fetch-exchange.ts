// How the simulated network answers one request: by a route, by a 404, or not at all.
import { nodeError } from '../virtual-clock/errors.ts';
import {
  defineProperty,
  isError,
  list,
  RealError,
  RealString,
  RealTypeError,
  record,
  stringIndexOf,
  stringSlice,
  type List,
} from '../virtual-clock/primordials.ts';
import { onRestart } from '../virtual-clock/restart.ts';
import type { Address } from './address.ts';
import { latencyOf, type Fields } from './behaviour.ts';
import { combined, headersOf, type HeaderList } from './fetch-headers.ts';
import type { RequestState } from './fetch-request.ts';
import {
  answerOf,
  findRoute,
  networkCode,
  toSeenRequest,
  type Route,
  type SeenRequest,
} from './fetch-routes.ts';
import type { Finish } from './simulated-work.ts';
import { statusTexts } from './status-texts.ts';
import { writeJson } from './text-natives.ts';

/** What the author has set up; empty until `lab.fetch` is called. */
export type Network = {
  routes: List<Route>;
  origin: string;
  isSetUp: boolean;
  /** The platform's own, taken before any student code ran. */
  AbortController: typeof AbortController;
};

export function makeNetwork(): Network {
  const { AbortController } = globalThis;
  const network: Network = record({ routes: list<Route>(), origin: '', isSetUp: false, AbortController });
  onRestart(() => {
    network.routes = list<Route>();
    network.origin = '';
    network.isSetUp = false;
  });
  return network;
}

/** One request, the route it has met and how that answers. */
export type Exchange = {
  name: string;
  answer: Fields;
  latencyMs: number;
  request: SeenRequest;
  index: number;
};

export function meet(network: Network, state: RequestState, address: Address): Exchange {
  const found = findRoute(network.routes, state.method, address);
  const request = toSeenRequest(state, address, found?.params ?? {});
  const isFull =
    found === undefined ? address.origin !== network.origin && !network.isSetUp : found.route.origin !== '';
  const path = `${address.path}${address.query}`;
  const name = `${state.method} ${isFull ? address.origin : ''}${path}`;
  if (found === undefined) {
    const answer = network.isSetUp ? unknownRoute(state.method, path) : noNetwork(address);
    return record({ name, answer, latencyMs: 0, request, index: 0 });
  }
  const { route } = found;
  const index = route.calls;
  route.calls += 1;
  const answer = route.answers[index < route.answers.length ? index : route.answers.length - 1] as Fields;
  const latencyMs =
    answer['hangs'] === true ? 0 : latencyOf(`fetch: "${route.name}"`, answer['ms'], request, index);
  return record({ name, answer, latencyMs, request, index });
}

function unknownRoute(method: string, path: string): Fields {
  return record({ status: 404, text: `No route answers ${method} ${path}` });
}

function noNetwork({ origin }: Address): Fields {
  const host = stringSlice(origin, stringIndexOf(origin, '//') + 2);
  return record({ rejects: nodeError(RealError, 'ENOTFOUND', `getaddrinfo ENOTFOUND ${host}`) });
}

/** What a server has answered, before the body is read. */
export type Head = {
  status: number;
  statusText: string;
  headers: HeaderList;
  text: string | null;
  /** Virtual ms after the head until the body is complete. */
  bodyMs: number;
  name: string;
};

export function reply(exchange: Exchange, finish: Finish): void {
  const { answer: fields, request, index, name } = exchange;
  const reason = answerOf(fields['rejects'], request, index);
  if (reason !== undefined) return finish('rejected', fetchFailed(toNetworkError(reason)));
  const status = (answerOf(fields['status'], request, index) ?? 200) as number;
  const given = answerOf(fields['statusText'], request, index) as string | undefined;
  const bodyMs =
    fields['bodyMs'] === undefined
      ? 0
      : latencyOf(`fetch: "${name}": "bodyMs"`, fields['bodyMs'], request, index);
  const { text, type } = bodyText(fields, request, index);
  const headers = answerHeaders(fields, request, index, type);
  const statusText = given ?? statusTexts[status] ?? '';
  finish('fulfilled', record({ status, statusText, headers, text, bodyMs, name }), { status });
}

function bodyText(
  fields: Fields,
  request: SeenRequest,
  index: number,
): { text: string | null; type: string } {
  if ('json' in fields) {
    const text = writeJson(answerOf(fields['json'], request, index)) as string | undefined;
    return { text: text ?? null, type: 'application/json' };
  }
  if (!('text' in fields)) return { text: '', type: '' };
  return { text: RealString(answerOf(fields['text'], request, index)), type: 'text/plain;charset=UTF-8' };
}

function answerHeaders(fields: Fields, request: SeenRequest, index: number, type: string): HeaderList {
  const { headers: given } = fields;
  const made = typeof given === 'function' ? headersOf(answerOf(given, request, index) as object) : given;
  const headers: HeaderList = list();
  const own = (made ?? list()) as HeaderList;
  for (let at = 0; at < own.length; at += 1) headers[at] = own[at] as HeaderList[number];
  if (type !== '' && combined(headers, 'content-type') === null)
    headers[headers.length] = record({ name: 'content-type', value: type });
  return headers;
}

function toNetworkError(reason: unknown): unknown {
  if (isError(reason)) return reason;
  const message = reason === true ? 'other side closed' : RealString(reason);
  const code = networkCode(message);
  return code === '' ? new RealError(message) : nodeError(RealError, code, message);
}

export function fetchFailed(cause: unknown): Error {
  const error = new RealTypeError('fetch failed');
  defineProperty(error, 'cause', record({ value: cause, writable: true, configurable: true }));
  return error;
}
