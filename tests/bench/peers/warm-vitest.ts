// Vitest kept alive: started once; at each message the solution counts as edited and the spec with fake timers runs again.
// The argument names the pool: "forks" is Vitest's default, "threads" runs here without isolation, the fastest there is.
import path from 'node:path';
import { createVitest } from 'vitest/node';

const root = path.resolve(import.meta.dirname, '..');
const pool = process.argv[2] === 'threads' ? ({ pool: 'threads', isolate: false } as const) : {};
const vitest = await createVitest('test', { root, watch: false, reporters: [{}], ...pool });
const specifications = await vitest.globTestSpecifications([path.join(root, 'peers/fake-timers.spec.ts')]);
if (specifications.length !== 1) throw new Error(`${specifications.length} specifications, expected 1`);

async function rerun(): Promise<void> {
  const startMs = performance.now();
  vitest.invalidateFile(path.join(root, 'work-item/solution/solution.ts'));
  const { testModules } = await vitest.runTestSpecifications(specifications);
  const tookMs = performance.now() - startMs;
  const tests = testModules.flatMap((module) => [...module.children.allTests('passed')]);
  process.send?.({ tookMs, passed: tests.length });
}

process.on('message', () => void rerun());
process.on('disconnect', () => void vitest.close().finally(() => process.exit(0)));
process.send?.({ ready: true });
