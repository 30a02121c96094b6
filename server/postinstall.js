// Generates the Prisma client after an install. Plain JavaScript: npm may run it before anything else is ready.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname ?? '.', '..');
const prisma = path.join(root, 'node_modules/prisma/build/index.js');
if (!existsSync(prisma)) {
  console.log('prisma is not installed: the database client was not generated');
} else {
  const { status } = spawnSync(process.execPath, [prisma, 'generate'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.exitCode = status ?? 1;
}
