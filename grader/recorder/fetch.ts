// The simulated network: `fetch` answers from the author's routes, in virtual time. Where there are none, there is no network.
import { nodeError } from '../virtual-clock/errors.ts';
import {
  defineProperty,
  isError,
  list,
  RealError,
  RealPromise,
  RealString,
  RealTypeError,
  record,
  stringIndexOf,
  stringSlice,
  type List,
} from '../virtual-clock/primordials.ts';
import { parseAddress, type Address } from './address.ts';
import { latencyOf, type Fields } from './behaviour.ts';
import { makeBody, noBody, textOf, type Body } from './fetch-body.ts';
import { combined, headersAsData, headersOf, makeHeadersClass, type HeaderList } from './fetch-headers.ts';
import { makeRequestClass, type RequestState } from './fetch-request.ts';
import { isNullBodyStatus, isRedirectStatus, makeResponseClass, makeState } from './fetch-response.ts';
import {
  answerOf,
  findRoute,
  networkCode,
  toSeenRequest,
  type Route,
  type SeenRequest,
} from './fetch-routes.ts';
import { startWork, type Finish, type Settle, type WorkParts } from './simulated-work.ts';
import { writeJson } from './text-natives.ts';
import { statusTexts } from './status-texts.ts';

/** What the author has set up; empty until `lab.fetch` is called. */
export type Network = {
  routes: List<Route>;
  origin: string;
  isSetUp: boolean;
  /** The platform's own, taken before any student code ran. */
  AbortController: typeof AbortController;
};

export type FetchGlobals = {
  fetch: typeof fetch;
  Headers: typeof Headers;
  Request: typeof Request;
  Response: typeof Response;
};

export function makeNetwork(): Network {
  const { AbortController } = globalThis;
  return record({ routes: list<Route>(), origin: '', isSetUp: false, AbortController });
}

const REDIRECT_LIMIT = 20;

export function makeFetch(parts: WorkParts, network: Network): FetchGlobals {
  const headersClass = makeHeadersClass();
  const responses = makeResponseClass(headersClass);
  const requests = makeRequestClass(headersClass, parts.aborts, network);

  function send(state: RequestState, redirects: number, settle: Settle): void {
    const { address } = state;
    if (address === undefined) return settle.reject(fetchFailed(new RealError('unknown scheme')));
    const exchange = meet(network, state, address);
    const work = record({
      kind: 'fetch' as const,
      name: exchange.name,
      args: describeSent(state),
      latencyMs: exchange.latencyMs,
      hangs: exchange.answer['hangs'] === true,
      signal: state.signal,
      complete: (finish: Finish) => answer(exchange, finish),
    });
    const follow = record({
      ...settle,
      resolve: (head: unknown) => receive(head as Head, state, redirects, settle),
    });
    startWork(parts, work, follow);
  }

  function receive(head: Head, state: RequestState, redirects: number, settle: Settle): void {
    const location = isRedirectStatus(head.status) ? combined(head.headers, 'location') : null;
    if (location === null || state.redirect === 'manual')
      return settle.resolve(respond(head, state, redirects));
    if (state.redirect === 'error') return settle.reject(fetchFailed(new RealError('unexpected redirect')));
    if (redirects >= REDIRECT_LIMIT)
      return settle.reject(fetchFailed(new RealError('redirect count exceeded')));
    send(redirected(state, location, head.status), redirects + 1, settle);
  }

  function respond(head: Head, state: RequestState, redirects: number): Response {
    const { status, headers } = head;
    const isEmpty = isNullBodyStatus(status) || state.method === 'HEAD' || head.text === null;
    const body = isEmpty ? noBody() : makeBody(head.text, '');
    body.arrive = isEmpty ? undefined : arrival(head, state, parts);
    const { url } = state;
    const { statusText } = head;
    const isRedirected = redirects > 0;
    return responses.make(
      makeState({ type: 'basic', status, statusText, url, isRedirected, headers, isImmutable: true, body }),
    );
  }

  const globals = {
    fetch(input: unknown, init?: unknown): Promise<unknown> {
      return new RealPromise((resolve, reject) => {
        const state = requests.read(input, init);
        const settle = record({ resolve, reject });
        if (!isAborted(state.signal, parts, settle)) send(state, 0, settle);
      });
    },
  };
  const { fetch } = globals;
  defineProperty(fetch, 'length', record({ value: 1, configurable: true }));
  return record({
    fetch: fetch as unknown as FetchGlobals['fetch'],
    Headers: headersClass.Headers,
    Request: requests.Request,
    Response: responses.Response,
  });
}

/** A request whose signal has aborted is never sent. */
function isAborted(signal: AbortSignal | undefined, { aborts }: WorkParts, settle: Settle): boolean {
  if (signal === undefined) return false;
  let hasAborted = false;
  const stop = aborts.onAbort(signal, (reason) => {
    hasAborted = true;
    settle.reject(reason);
  });
  stop();
  return hasAborted;
}

type Exchange = {
  name: string;
  answer: Fields;
  latencyMs: number;
  request: SeenRequest;
  index: number;
};

function meet(network: Network, state: RequestState, address: Address): Exchange {
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
type Head = {
  status: number;
  statusText: string;
  headers: HeaderList;
  text: string | null;
  /** Virtual ms after the head until the body is complete. */
  bodyMs: number;
  name: string;
};

function answer(exchange: Exchange, finish: Finish): void {
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

function fetchFailed(cause: unknown): Error {
  const error = new RealTypeError('fetch failed');
  defineProperty(error, 'cause', record({ value: cause, writable: true, configurable: true }));
  return error;
}

/** The body is under way from the moment its head is there: who reads late waits less. */
function arrival(head: Head, state: RequestState, parts: WorkParts): Body['arrive'] {
  const { signal } = state;
  if (head.bodyMs === 0 && signal === undefined) return undefined;
  const completeAtMs = parts.loop.nowMs() + head.bodyMs;
  return (onArrival, onFailure) => {
    const settle = record({ resolve: onArrival, reject: onFailure });
    if (isAborted(signal, parts, settle)) return;
    const latencyMs = completeAtMs - parts.loop.nowMs();
    if (latencyMs <= 0) return onArrival();
    const work = record({
      kind: 'fetch' as const,
      name: `${head.name} body`,
      args: [],
      latencyMs,
      hangs: false,
      signal,
      complete: (finish: Finish) => finish('fulfilled', undefined),
    });
    startWork(parts, work, settle);
  };
}

/** https://fetch.spec.whatwg.org/#http-redirect-fetch: who is sent elsewhere after a POST goes on with a GET. */
function redirected(state: RequestState, location: string, status: number): RequestState {
  const from = state.address as Address;
  const parsed = parseAddress(location, from.origin);
  const address = parsed === undefined || 'scheme' in parsed ? undefined : parsed;
  const url =
    address === undefined ? location : `${address.origin}${address.path}${address.query}${address.hash}`;
  const isPost = state.method === 'POST' && (status === 301 || status === 302);
  const becomesGet = isPost || (status === 303 && state.method !== 'GET' && state.method !== 'HEAD');
  const method = becomesGet ? 'GET' : state.method;
  return record({ ...state, address, url, method, body: becomesGet ? noBody() : state.body });
}

/** Headers and body, as the one argument of the span; none for a bare request. */
function describeSent({ headers, body }: RequestState): unknown[] {
  const hasBody = body.content !== null;
  if (headers.length === 0 && !hasBody) return [];
  const data = headersAsData(headers);
  return [hasBody ? { headers: data, body: textOf(body) } : { headers: data }];
}
