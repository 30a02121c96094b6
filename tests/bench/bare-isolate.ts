// The floor under everything built on isolated-vm: an isolate and a context, one evaluation, disposed of.
import ivm from 'isolated-vm';
import { limits } from '#grader/index.ts';

/** @throws unless the isolate evaluates. */
export function runBareIsolate(): void {
  const isolate = new ivm.Isolate({ memoryLimit: limits.memoryLimitMiB });
  const value: unknown = isolate.createContextSync().evalSync('1');
  isolate.dispose();
  if (value !== 1) throw new Error(`the bare isolate evaluated 1 to ${String(value)}`);
}
