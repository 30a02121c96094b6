// Globals that are made when they are first asked for: what most submissions never touch costs them nothing.
import { defineProperty, record } from '../virtual-clock/primordials.ts';
import { makeFetch, type FetchGlobals } from './fetch.ts';
import type { Network } from './fetch-exchange.ts';
import type { WorkParts } from './simulated-work.ts';

const names = ['fetch', 'Headers', 'Request', 'Response'] as const;

/** @returns what makes them, at the latest when the author sets up routes. */
export function installFetchGlobals(parts: WorkParts, network: Network): () => FetchGlobals {
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

export function setGlobal(name: string, value: unknown, enumerable: boolean): void {
  defineProperty(globalThis, name, record({ value, writable: true, configurable: true, enumerable }));
}
