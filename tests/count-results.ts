// Adds up what the test runners reported, and fails unless unit, integration and browser tests all ran and none was skipped.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Counts = { passed: number; failed: number; skipped: number };

const folder = path.resolve(import.meta.dirname, '../test-results');

function read(name: string): unknown {
  const file = path.join(folder, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

function countVitest(name: string): Counts {
  const report = read(name) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  } | null;
  return {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: report?.numPendingTests ?? 0,
  };
}

function countPlaywright(name: string): Counts {
  const report = read(name) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  } | null;
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  return { passed: expected, failed: unexpected + flaky, skipped };
}

const parts = {
  'unit and integration': countVitest('vitest.json'),
  browser: countPlaywright('playwright.json'),
  hostile: countVitest('hostile.json'),
};
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, counts] of Object.entries(parts)) {
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  if (counts.passed === 0 || counts.failed > 0 || counts.skipped > 0) process.exitCode = 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
