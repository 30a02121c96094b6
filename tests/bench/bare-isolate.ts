// The floor under everything built on isolated-vm: an isolate and a context, one evaluation, disposed of.
import ivm from 'isolated-vm';
import { limits } from '#grader/index.ts';

/** @throws unless the isolate evaluates. */
export function runBareIsolate(contexts = 1): void {
  const isolate = new ivm.Isolate({ memoryLimit: limits.memoryLimitMiB });
  for (let count = 1; count < contexts; count += 1) isolate.createContextSync();
  const value: unknown = isolate.createContextSync().evalSync('1');
  isolate.dispose();
  if (value !== 1) throw new Error(`the bare isolate evaluated 1 to ${String(value)}`);
}
