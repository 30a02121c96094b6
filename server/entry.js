// What npm calls. Plain JavaScript, so that even a Node that cannot read TypeScript gets as far as the sentence below
// or the pinned Node beside it. See docs/decisions/001-pinned-node.md.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 26;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const pinned = path.join(root, 'node_modules/.bin/node');

if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) await begin();
else if (existsSync(pinned)) handOver();
else {
  console.error(
    `Interleave needs Node ${NEEDED_MAJOR} and this is ${process.version}; "npm ci" installs it for Linux (x64, arm64) and macOS, on Windows use WSL2.`,
  );
  process.exitCode = 1;
}

async function begin() {
  // An install without install scripts has not generated the database client.
  if (!existsSync(path.join(root, 'prisma/client/client.ts')))
    spawnSync(process.execPath, [path.join(root, 'server/postinstall.js')], { stdio: 'inherit' });
  await import('./main.ts');
}

/** The same command on the pinned Node; signals go on to it, its exit code comes back. The channel tells it when this process is killed. */
function handOver() {
  const stdio = /** @type {const} */ (['inherit', 'inherit', 'inherit', 'ipc']);
  const child = spawn(pinned, process.argv.slice(1), { stdio });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128);
  });
}
