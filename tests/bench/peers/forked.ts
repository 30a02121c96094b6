// The work item in a forked process without any test runner: the verdict goes back through the channel.
import { runTest, testNames } from './mocked-tests.ts';

let passed = 0;
for (const name of testNames) {
  await runTest(name);
  passed += 1;
}
process.send?.({ passed });
