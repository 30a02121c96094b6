// The simulated network of a world: its globals, which are made when they are first asked for, and the author's door to it.
// Nothing else of a world knows these files; what most submissions never touch costs them next to nothing.
import type { Lab } from '../author.ts';
import { defineProperty, RealString, RealTypeError, record } from '../virtual-clock/primordials.ts';
import { parseAddress } from './address.ts';
import { readFields } from './behaviour.ts';
import { makeNetwork, type Network } from './fetch-exchange.ts';
import { readRoutes } from './fetch-routes.ts';
import { makeFetch, type FetchGlobals } from './fetch.ts';
import type { WorkParts } from './simulated-work.ts';

/**
 * Installs `fetch` and its classes. Until routes are set up, every request fails as without a network.
 *
 * @returns what sets up routes: `lab.fetch`.
 */
export function installNetwork(parts: WorkParts): Lab<unknown>['fetch'] {
  const network = makeNetwork();
  const make = installFetchGlobals(parts, network);
  return (routes, options = {}) => {
    network.origin = readOrigin(readFields('fetch: the second argument', options, ['origin']), network);
    network.routes = readRoutes(routes);
    network.isSetUp = true;
    const { fetch } = make();
    setGlobal('fetch', fetch, true);
    return fetch;
  };
}

function readOrigin({ origin = '' }: { origin?: unknown }, network: Network): string {
  if (origin === '') return network.origin;
  const address = typeof origin === 'string' ? parseAddress(origin, '') : undefined;
  if (address !== undefined && 'origin' in address) return address.origin;
  throw new RealTypeError(
    `fetch: "origin" is ${RealString(origin)}; expected one such as "https://shop.test"`,
  );
}

const names = ['fetch', 'Headers', 'Request', 'Response'] as const;

/** @returns what makes them, at the latest when the author sets up routes. */
function installFetchGlobals(parts: WorkParts, network: Network): () => FetchGlobals {
  let made: FetchGlobals | undefined;
  const make = (): FetchGlobals => {
    made ??= makeFetch(parts, network);
    return made;
  };
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as (typeof names)[number];
    installLazily(name, () => make()[name]);
  }
  return make;
}

function installLazily(name: string, make: () => unknown): void {
  // As in Node, the function shows up in a list of the globals and the classes do not.
  const enumerable = name === 'fetch';
  const set = (value: unknown): void => setGlobal(name, value, enumerable);
  const get = (): unknown => {
    const value = make();
    set(value);
    return value;
  };
  defineProperty(globalThis, name, record({ get, set, configurable: true, enumerable }));
}

function setGlobal(name: string, value: unknown, enumerable: boolean): void {
  defineProperty(globalThis, name, record({ value, writable: true, configurable: true, enumerable }));
}
