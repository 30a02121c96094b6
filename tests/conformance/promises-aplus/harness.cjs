// What the Promises/A+ suite asks of its runner: `describe`, `specify`, hooks, and an adapter to the promises under test.
// Runs in the isolate; tests follow each other, as macrotasks of their own. Prints each failure, then the counts.
const TIMEOUT_MS = 200;
const tests = [];
let suite = { title: '', beforeEach: [], afterEach: [] };

globalThis.describe = (title, define) => {
  const outer = suite;
  suite = {
    title: `${outer.title} ${title}`,
    beforeEach: [...outer.beforeEach],
    afterEach: [...outer.afterEach],
  };
  define();
  suite = outer;
};
globalThis.specify = (title, run) => tests.push({ title: `${suite.title} ${title}`, run, suite });
globalThis.beforeEach = (hook) => suite.beforeEach.push(hook);
globalThis.afterEach = (hook) => suite.afterEach.push(hook);
globalThis.adapter = {
  resolved: (value) => Promise.resolve(value),
  rejected: (reason) => Promise.reject(reason),
  deferred: () => Promise.withResolvers(),
};

/** Calls `settled` once: with nothing when the test is done, with an error when it throws or takes too long. */
function runTest({ run, suite: { beforeEach, afterEach } }, settled) {
  let isSettled = false;
  const finish = (error) => {
    if (isSettled) return;
    isSettled = true;
    clearTimeout(timeout);
    for (const hook of afterEach) hook();
    settled(error);
  };
  const timeout = setTimeout(() => finish(new Error(`not done after ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
  try {
    for (const hook of beforeEach) hook();
    run(finish);
    if (run.length === 0) finish();
  } catch (error) {
    finish(error);
  }
}

// Many tests leave a rejected promise without a handler, on purpose.
process.on('unhandledRejection', () => {});

setImmediate(() => {
  let failures = 0;
  const runFrom = (index) => {
    const test = tests[index];
    if (test === undefined) {
      console.log(`${tests.length} tests, ${failures} failures`);
      return;
    }
    runTest(test, (error) => {
      if (error !== undefined) {
        failures += 1;
        console.log(`${test.title}: ${error?.message ?? error}`);
      }
      setImmediate(() => runFrom(index + 1));
    });
  };
  runFrom(0);
});
