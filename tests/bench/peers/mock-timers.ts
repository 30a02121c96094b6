// The work item for `node --test`.
import { test } from 'node:test';
import { runTest, testNames } from './mocked-tests.ts';

for (const name of testNames) void test(name, () => runTest(name));
