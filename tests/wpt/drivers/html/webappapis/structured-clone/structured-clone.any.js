// META: script=structured-clone-battery-of-tests.js
// META: script=structured-clone-battery-of-tests-with-transferables.js
// META: script=structured-clone-battery-of-tests-harness.js

// A checkout from before `structuredClone` was a global has the tests but nothing that runs them on it.
runStructuredCloneBatteryOfTests({
  structuredClone: async (value, transfer) => structuredClone(value, { transfer }),
  hasDocument: false,
});
