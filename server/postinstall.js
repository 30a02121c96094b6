// Runs after an install: generates the Prisma client and puts the project's own command where `npx --no interleave` looks.
// Plain JavaScript: npm may run it before anything else is ready.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
linkCommand();
generateClient();

/**
 * npm links the commands of dependencies, not a project's own; and with a `bin` in package.json npx would try to install
 * the project into its cache instead of running it from here.
 */
function linkCommand() {
  const link = path.join(root, 'node_modules/.bin/interleave');
  try {
    rmSync(link, { force: true });
    symlinkSync('../../cli/interleave.js', link);
  } catch (error) {
    console.log(`npx --no interleave will not work: ${error.message}`);
  }
}

function generateClient() {
  const prisma = path.join(root, 'node_modules/prisma/build/index.js');
  if (!existsSync(prisma)) {
    console.log('prisma is not installed: the database client was not generated');
    return;
  }
  const { status } = spawnSync(process.execPath, [prisma, 'generate'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.exitCode = status ?? 1;
}
