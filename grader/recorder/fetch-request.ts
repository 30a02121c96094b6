// `Request`, with Node 26's visible behaviour. https://fetch.spec.whatwg.org/#request-class
import type { AbortInternals } from '../virtual-clock/events.ts';
import {
  append,
  construct,
  defineProperty,
  list,
  regExpExec,
  RealTypeError,
  record,
} from '../virtual-clock/primordials.ts';
import { nodeError } from '../virtual-clock/errors.ts';
import { parseAddress, type Address } from './address.ts';
import {
  cloneBody,
  defineBodyMethods,
  illegalInvocation,
  noBody,
  readBodyInit,
  type Body,
} from './fetch-body.ts';
import { hasHeader, type HeaderList, type HeadersClass } from './fetch-headers.ts';
import { upper } from './text-natives.ts';

export type RequestState = {
  /** undefined for an address that is no http URL: such a request fails when it is sent. */
  address: Address | undefined;
  url: string;
  method: string;
  headers: HeaderList;
  body: Body;
  signal: AbortSignal | undefined;
  redirect: 'follow' | 'error' | 'manual';
};

export type RequestClass = {
  Request: typeof Request;
  /** What `fetch(input, init)` sends. @throws TypeError for what cannot be a request. */
  read(input: unknown, init: unknown): RequestState;
};

type Init = { method?: unknown; headers?: unknown; body?: unknown; signal?: unknown; redirect?: unknown };

const METHOD = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const NORMAL = record({ DELETE: true, GET: true, HEAD: true, OPTIONS: true, POST: true, PUT: true });
const FORBIDDEN = record({ CONNECT: true, TRACE: true, TRACK: true });

/** What every request of Node's has, whatever it is made of. */
const constants = record({
  destination: '',
  referrer: 'about:client',
  referrerPolicy: '',
  mode: 'cors',
  credentials: 'same-origin',
  cache: 'default',
  integrity: '',
  keepalive: false,
  duplex: 'half',
});

export function makeRequestClass(
  headersClass: HeadersClass,
  aborts: AbortInternals,
  /** `origin` completes relative addresses; '' where there is nothing to complete them with. */
  network: { origin: string; AbortController: typeof AbortController },
): RequestClass {
  const key = {};
  let stateIn: (self: unknown) => RequestState | undefined;

  function stateOf(self: unknown): RequestState {
    const state = stateIn(self);
    if (state === undefined) throw illegalInvocation();
    return state;
  }

  function read(input: unknown, given: unknown): RequestState {
    const init: Init = typeof given === 'object' && given !== null ? given : record({});
    const source = stateIn(input);
    const state: RequestState = source === undefined ? fromAddress(input, network.origin) : copyState(source);
    if (init.method !== undefined) state.method = readMethod(`${init.method as string}`);
    if (init.headers !== undefined) state.headers = headersClass.read(init.headers);
    if (init.signal !== undefined) state.signal = readSignal(init.signal, aborts);
    if (init.redirect !== undefined)
      state.redirect = `${init.redirect as string}` as RequestState['redirect'];
    readBody(state, init, source);
    return state;
  }

  class Request {
    #state: RequestState;
    #headers: Headers | undefined;

    constructor(input: unknown, init: Init = {}, guard?: { key: object; state: RequestState }) {
      this.#state = guard?.key === key ? guard.state : read(input, init);
    }
    static {
      stateIn = (self) =>
        typeof self === 'object' && self !== null && #state in self ? self.#state : undefined;
    }
    get method(): string {
      return stateOf(this).method;
    }
    get url(): string {
      return stateOf(this).url;
    }
    get headers(): Headers {
      this.#headers ??= headersClass.wrap(stateOf(this).headers, false);
      return this.#headers;
    }
    get redirect(): string {
      return stateOf(this).redirect;
    }
    get signal(): AbortSignal {
      const state = stateOf(this);
      // One that never aborts.
      state.signal ??= construct(network.AbortController, []).signal;
      return state.signal;
    }
    clone(): Request {
      const state = stateOf(this);
      if (state.body.isUsed) throw new RealTypeError('unusable');
      const copy = copyState(state);
      copy.body = cloneBody(state.body);
      return new Request(state.url, {}, { key, state: copy });
    }
  }

  for (const name in constants) {
    const get = function (this: unknown): unknown {
      stateOf(this);
      return constants[name as keyof typeof constants];
    };
    defineProperty(Request.prototype, name, record({ get, enumerable: false, configurable: true }));
  }
  defineBodyMethods(Request.prototype, (self) => stateOf(self).body);
  defineProperty(Request.prototype, Symbol.toStringTag, record({ value: 'Request', configurable: true }));
  return record({ Request: Request as unknown as RequestClass['Request'], read });
}

function fromAddress(input: unknown, origin: string): RequestState {
  const text = `${input as string}`;
  const parsed = parseAddress(text, origin);
  if (parsed === undefined) throw unparsable(text);
  const address = 'scheme' in parsed ? undefined : parsed;
  const url =
    address === undefined ? text : `${address.origin}${address.path}${address.query}${address.hash}`;
  return record({
    address,
    url,
    method: 'GET',
    headers: list(),
    body: noBody(),
    signal: undefined,
    redirect: 'follow' as const,
  });
}

function unparsable(text: string): Error {
  const error = new RealTypeError(`Failed to parse URL from ${text}`);
  const cause = nodeError(RealTypeError, 'ERR_INVALID_URL', 'Invalid URL');
  defineProperty(error, 'cause', record({ value: cause, writable: true, configurable: true }));
  return error;
}

function copyState(source: RequestState): RequestState {
  const headers: HeaderList = list();
  for (let index = 0; index < source.headers.length; index += 1)
    append(headers, source.headers[index] as { name: string; value: string });
  return record({ ...source, headers });
}

function readMethod(method: string): string {
  if (regExpExec(METHOD, method) === null) throw new RealTypeError(`'${method}' is not a valid HTTP method.`);
  const capital = upper(method);
  if (capital in FORBIDDEN) throw new RealTypeError(`'${method}' HTTP method is unsupported.`);
  return capital in NORMAL ? capital : method;
}

function readSignal(signal: unknown, aborts: AbortInternals): AbortSignal | undefined {
  if (signal === null) return undefined;
  if (aborts.isSignal(signal)) return signal;
  throw new RealTypeError('RequestInit: Expected signal to be an instance of AbortSignal.');
}

/** A body given anew wins; that of another request moves over, and is used there. */
function readBody(state: RequestState, init: Init, source: RequestState | undefined): void {
  const isGiven = init.body !== undefined && init.body !== null;
  if (isGiven && (state.method === 'GET' || state.method === 'HEAD'))
    throw new RealTypeError('Request with GET/HEAD method cannot have body.');
  if (isGiven) state.body = readBodyInit(init.body);
  else if (source !== undefined) {
    if (source.body.isUsed)
      throw new RealTypeError('Cannot construct a Request with a Request object that has already been used.');
    state.body = cloneBody(source.body);
    if (source.body.content !== null) source.body.isUsed = true;
  }
  const { type } = state.body;
  if (isGiven && type !== '' && !hasHeader(state.headers, 'content-type'))
    append(state.headers, record({ name: 'content-type', value: type }));
}
