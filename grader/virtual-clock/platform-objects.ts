// What the console shows of the platform's own objects: Node says of each what is worth seeing, and shows no more.
import { append, list, type List } from './primordials.ts';

type Fields = { [name: string]: unknown };
/** @returns the fields to show, undefined for an object of another kind. Asks inner state, never the student's code. */
export type DescribeObject = (value: object) => Fields | undefined;

const known: List<DescribeObject> = list();

export function describePlatformObject(describe: DescribeObject): void {
  append(known, describe);
}

export function platformFields(value: object): Fields | undefined {
  // The latest first: a signal is an event target too.
  for (let index = known.length - 1; index >= 0; index -= 1) {
    const fields = (known[index] as DescribeObject)(value);
    if (fields !== undefined) return fields;
  }
  return undefined;
}
