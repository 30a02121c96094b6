#!/usr/bin/env node
// The `interleave` command. Plain JavaScript, so that an old Node can say what is wrong or hand over to the pinned one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 26;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const pinned = path.join(root, 'node_modules/.bin/node');

if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) {
  const { begin } = await import('./begin.js');
  process.exitCode = await begin(root, process.argv);
} else if (existsSync(pinned)) {
  const { status } = spawnSync(pinned, process.argv.slice(1), { stdio: 'inherit' });
  process.exitCode = status ?? 3;
} else {
  console.error(
    `interleave needs Node ${OLDEST_NODE}; this is ${process.versions.node}. Run \`npm ci\`, which installs it.`,
  );
  process.exitCode = 3;
}
