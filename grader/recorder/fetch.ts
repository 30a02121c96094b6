// The simulated network: `fetch` answers from the author's routes, in virtual time. Where there are none, there is no network.
import { defineProperty, RealError, RealPromise, record } from '../virtual-clock/primordials.ts';
import { parseAddress, type Address } from './address.ts';
import { makeBody, noBody, textOf, type Body } from './fetch-body.ts';
import { fetchFailed, meet, reply, type Head, type Network } from './fetch-exchange.ts';
import { combined, headersAsData, makeHeadersClass } from './fetch-headers.ts';
import { makeRequestClass, type RequestState } from './fetch-request.ts';
import { isNullBodyStatus, isRedirectStatus, makeResponseClass, makeState } from './fetch-response.ts';
import { startWork, type Finish, type Settle, type WorkParts } from './simulated-work.ts';

export type FetchGlobals = {
  fetch: typeof fetch;
  Headers: typeof Headers;
  Request: typeof Request;
  Response: typeof Response;
};

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
      complete: (finish: Finish) => reply(exchange, finish),
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
