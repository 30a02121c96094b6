// A project of its own outside the repository, with the same Vitest, for everything that we are compared with.
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { benchRoot } from './work-items.ts';

const modules = path.resolve(benchRoot, '../../node_modules');

const VITEST_CONFIG = `import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['peers/*.spec.ts'] } });
`;

export type PeerProject = AsyncDisposable & { readonly folder: string };

export async function makePeerProject(): Promise<PeerProject> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'interleave-bench-'));
  await Promise.all([
    cp(path.join(benchRoot, 'peers'), path.join(folder, 'peers'), { recursive: true }),
    cp(path.join(benchRoot, 'work-item/solution'), path.join(folder, 'work-item/solution'), {
      recursive: true,
    }),
    writeFile(path.join(folder, 'package.json'), '{ "name": "peers", "private": true, "type": "module" }\n'),
    writeFile(path.join(folder, 'vitest.config.js'), VITEST_CONFIG),
    linkModules(folder),
  ]);
  return { folder, [Symbol.asyncDispose]: async () => await rm(folder, { recursive: true, force: true }) };
}

/** A folder of links and not one link: what Vitest caches stays in the project. */
async function linkModules(folder: string): Promise<void> {
  const own = path.join(folder, 'node_modules');
  await mkdir(own);
  for (const name of ['.bin', 'vitest']) await symlink(path.join(modules, name), path.join(own, name));
}
