// A test that makes the code complain on the console fails, unless it expects that with its own spy.
import { afterEach, beforeEach } from 'vitest';

let complaints: unknown[][] = [];
const print = console.error;

beforeEach(() => {
  complaints = [];
  console.error = (...values: unknown[]) => {
    complaints.push(values);
    print(...values);
  };
});

afterEach(() => {
  console.error = print;
  if (complaints.length === 0) return;
  throw new Error(`console.error was called: ${complaints.map((values) => values.join(' ')).join('\n')}`);
});
