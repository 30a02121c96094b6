// `npm test`: everything that can run here. The browser tests need a Chromium and are skipped, aloud, without one.
// With arguments (`npm test -- <part of a file's name>`) only the unit and integration tests that these choose.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findChromium } from './helpers/chromium.ts';

const root = path.resolve(import.meta.dirname, '..');
const REPORTS = ['--reporter=default', '--reporter=json', '--outputFile.json=test-results/vitest.json'];

function run(...command: string[]): void {
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', '!hostile'];
const chosen = process.argv.slice(2);
if (chosen.length > 0) {
  run(...vitest, ...chosen);
} else {
  run(...vitest, ...REPORTS);
  if (findChromium() === null)
    console.log(
      'The browser tests were skipped: no Chromium was found. Install one (apt-get install chromium) or set CHROMIUM_PATH.',
    );
  else run('node_modules/@playwright/test/cli.js', 'test');
}
