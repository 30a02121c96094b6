// The parameters of a finding as words of a sentence.
import type { Json } from './types.ts';

export type Params = { [key: string]: Json };

export const text = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

export const ms = (value: Json | undefined): string => `${text(value)} ms`;

export const figure = (value: Json | undefined): string =>
  typeof value === 'number' ? String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : text(value);

export const plural = (count: Json | undefined, one: string, many: string): string =>
  `${text(count)} ${count === 1 ? one : many}`;
