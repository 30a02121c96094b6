// `npm test`: everything that can run here. The browser tests need a Chromium and are skipped, aloud, without one.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findChromium } from './helpers/chromium.ts';

const root = path.resolve(import.meta.dirname, '..');

function run(program: string, args: string[]): void {
  const file = path.join(root, 'node_modules', program);
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

// The browser tests are Playwright's own; the hostile corpus takes minutes and is `npm run test:hostile`.
const projects = ['--project', 'unit', '--project', 'integration'];
const reports = ['--reporter=default', '--reporter=json', '--outputFile.json=test-results/vitest.json'];
run('vitest/vitest.mjs', ['run', ...projects, ...reports, ...process.argv.slice(2)]);
if (process.argv.length > 2) process.exit(0); // a choice of tests was asked for
if (findChromium() === null)
  console.log(
    'The browser tests were skipped: no Chromium was found. Install one (apt-get install chromium) or set CHROMIUM_PATH.',
  );
else run('@playwright/test/cli.js', ['test']);
