import { defineProperty, record } from '../virtual-clock/primordials.ts';

/** Own and plain, whatever setters the prototypes have. */
export function setOwn(target: object, name: string, value: unknown): void {
  defineProperty(target, name, record({ value, writable: true, enumerable: true, configurable: true }));
}
