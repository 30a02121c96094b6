// `Response`, with Node 26's visible behaviour. https://fetch.spec.whatwg.org/#response-class
import {
  append,
  construct,
  defineProperty,
  list,
  RealNumber,
  RealRangeError,
  RealString,
  RealTypeError,
  record,
  trunc,
} from '../virtual-clock/primordials.ts';
import { parseAddress } from './address.ts';
import {
  cloneBody,
  defineBodyMethods,
  illegalInvocation,
  makeBody,
  noBody,
  readBodyInit,
  type Body,
} from './fetch-body.ts';
import { hasHeader, type HeaderList, type HeadersClass } from './fetch-headers.ts';
import { writeJson } from './text-natives.ts';

export type ResponseState = {
  type: 'basic' | 'default' | 'error';
  status: number;
  statusText: string;
  url: string;
  isRedirected: boolean;
  headers: HeaderList;
  /** Headers of a response from the network cannot be changed. */
  isImmutable: boolean;
  body: Body;
};

export type ResponseClass = {
  Response: typeof Response;
  make(state: ResponseState): Response;
};

export function isNullBodyStatus(status: number): boolean {
  return status === 101 || status === 204 || status === 205 || status === 304;
}

export function isRedirectStatus(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

type Init = { status?: unknown; statusText?: unknown; headers?: unknown };

export function makeResponseClass(headersClass: HeadersClass): ResponseClass {
  const key = {};
  let stateOf: (self: unknown) => ResponseState;

  function readInit(body: Body, init: Init): ResponseState {
    const status = init.status === undefined ? 200 : trunc(RealNumber(init.status));
    if (!(status >= 200 && status <= 599))
      throw new RealRangeError('init["status"] must be in the range of 200 to 599, inclusive.');
    const headers = headersClass.read(init.headers);
    if (body.content !== null) {
      if (isNullBodyStatus(status))
        throw new RealTypeError(`Response constructor: Invalid response status code ${RealString(status)}`);
      if (body.type !== '' && !hasHeader(headers, 'content-type'))
        append(headers, record({ name: 'content-type', value: body.type }));
    }
    const statusText = init.statusText === undefined ? '' : `${init.statusText as string}`;
    return makeState({ status, statusText, headers, body });
  }

  class Response {
    #state: ResponseState;
    #headers: Headers | undefined;

    constructor(body: unknown = null, init: Init | null = {}, guard?: { key: object; state: ResponseState }) {
      this.#state = guard?.key === key ? guard.state : readInit(readBodyInit(body), init ?? {});
    }
    static {
      stateOf = (self) => {
        if (typeof self !== 'object' || self === null || !(#state in self)) throw illegalInvocation();
        return self.#state;
      };
    }
    static error(): Response {
      return make(makeState({ type: 'error', status: 0, isImmutable: true }));
    }
    static json(data: unknown, init: Init | null = {}): Response {
      const text = writeJson(data) as string | undefined;
      if (text === undefined) throw new RealTypeError('Value is not JSON serializable');
      return make(readInit(makeBody(text, 'application/json'), init ?? {}));
    }
    static redirect(url: unknown, status: unknown = 302): Response {
      const address = parseAddress(`${url as string}`, '');
      if (address === undefined) throw new RealTypeError(`Failed to parse URL from ${url as string}`);
      const code = trunc(RealNumber(status));
      if (!isRedirectStatus(code)) throw new RealRangeError(`Invalid status code ${status as string}`);
      const headers: HeaderList = list();
      const value =
        'scheme' in address
          ? `${url as string}`
          : `${address.origin}${address.path}${address.query}${address.hash}`;
      append(headers, record({ name: 'location', value }));
      return make(makeState({ status: code, headers, isImmutable: true }));
    }
    get type(): string {
      return stateOf(this).type;
    }
    get url(): string {
      return stateOf(this).url;
    }
    get redirected(): boolean {
      return stateOf(this).isRedirected;
    }
    get status(): number {
      return stateOf(this).status;
    }
    get ok(): boolean {
      const { status } = stateOf(this);
      return status >= 200 && status <= 299;
    }
    get statusText(): string {
      return stateOf(this).statusText;
    }
    get headers(): Headers {
      const { headers, isImmutable } = stateOf(this);
      this.#headers ??= headersClass.wrap(headers, isImmutable);
      return this.#headers;
    }
    clone(): Response {
      const state = stateOf(this);
      if (state.body.isUsed) throw new RealTypeError('Response.clone: Body has already been consumed.');
      const headers: HeaderList = list();
      for (let index = 0; index < state.headers.length; index += 1)
        append(headers, state.headers[index] as { name: string; value: string });
      return make(makeState({ ...state, headers, body: cloneBody(state.body) }));
    }
  }

  function make(state: ResponseState): Response {
    return construct(Response, [null, {}, { key, state }]);
  }

  defineBodyMethods(Response.prototype, (self) => stateOf(self).body);
  defineProperty(Response.prototype, Symbol.toStringTag, record({ value: 'Response', configurable: true }));
  return record({
    Response: Response as unknown as ResponseClass['Response'],
    make: (state: ResponseState) => make(state) as unknown as globalThis.Response,
  });
}

export function makeState(known: Partial<ResponseState>): ResponseState {
  return record({
    type: 'default',
    status: 200,
    statusText: '',
    url: '',
    isRedirected: false,
    headers: list(),
    isImmutable: false,
    body: noBody(),
    ...known,
  });
}
