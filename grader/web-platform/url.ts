// Entry of the bundle of URL and URLSearchParams: whatwg-url's, refusing in Node's words. https://url.spec.whatwg.org/#api
import { URL as UrlInterface, URLSearchParams as ParametersInterface } from 'whatwg-url/webidl2js-wrapper.js';
import { requireArguments } from '../virtual-clock/arguments.ts';
import { nodeError } from '../virtual-clock/errors.ts';
import {
  construct,
  defineMethods,
  defineProperty,
  installGlobal,
  RealTypeError,
  record,
} from '../virtual-clock/primordials.ts';
import type { Builtins } from './world-access.ts';

type Scope = { URL: typeof URL; URLSearchParams: typeof URLSearchParams };

export function install(): Builtins {
  const scope = { Array, Object, Promise, String, TypeError } as unknown as Scope;
  UrlInterface.install(scope, ['Window']);
  ParametersInterface.install(scope, ['Window']);
  const { URL: RealUrl, URLSearchParams } = scope;

  function VirtualUrl(this: unknown, ...args: [url: string, base?: string]): URL {
    if (new.target === undefined)
      throw new RealTypeError("Class constructor URL cannot be invoked without 'new'");
    requireArguments(args.length, 1, '"url"');
    const input = `${args[0]}`;
    if (!RealUrl.canParse(...args)) throw invalidUrl(input, args[1]);
    return construct(RealUrl, args, new.target) as URL;
  }
  defineProperty(VirtualUrl, 'name', record({ value: 'URL', configurable: true }));
  defineProperty(VirtualUrl, 'length', record({ value: 1, configurable: true }));
  defineProperty(VirtualUrl, 'prototype', record({ value: RealUrl.prototype, writable: false }));
  defineMethods(VirtualUrl, { canParse: RealUrl.canParse, parse: RealUrl.parse });
  defineMethods(RealUrl.prototype, { constructor: VirtualUrl });
  installGlobal('URL', VirtualUrl);
  installGlobal('URLSearchParams', URLSearchParams);
  return {};
}

function invalidUrl(input: string, base: string | undefined): Error {
  const error = nodeError(RealTypeError, 'ERR_INVALID_URL', 'Invalid URL');
  const show = (key: string, value: unknown): void => {
    defineProperty(error, key, record({ value, writable: true, configurable: true, enumerable: true }));
  };
  show('input', input);
  if (base !== undefined) show('base', `${base}`);
  return error;
}
