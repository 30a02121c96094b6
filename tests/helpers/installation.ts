// A small installation of the command line in a folder of its own: the sources, and hard links to the packages they use.
import { cp, link, mkdir, mkdtemp, readdir, readlink, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');

/** Loaded by name, or a program of its own: not bundled. */
const NOT_BUNDLED = ['isolated-vm', 'node-gyp-build', 'esbuild', '@esbuild'];

export type Installation = AsyncDisposable & { readonly root: string; readonly cache: string };

export async function makeInstallation(): Promise<Installation> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'interleave-installation-'));
  for (const name of ['cli', 'grader', 'package.json'])
    await cp(path.join(root, name), path.join(folder, name), { recursive: true });
  await linkFolder(path.join(root, 'tests/fixtures/exercises'), path.join(folder, 'exercises'));
  const modules = path.join(folder, 'node_modules');
  for (const name of await findPackages())
    await linkFolder(path.join(root, 'node_modules', name), path.join(modules, name));
  await link(path.join(root, 'node_modules/.package-lock.json'), path.join(modules, '.package-lock.json'));
  return {
    root: folder,
    cache: path.join(modules, '.cache'),
    [Symbol.asyncDispose]: async () => await rm(folder, { recursive: true, force: true }),
  };
}

/** Names of the folders in node_modules that the command, its children and their guests are made of. */
async function findPackages(): Promise<Set<string>> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['cli/main.ts', 'grader/**/*.ts'],
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'nowhere',
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    external: NOT_BUNDLED,
    logLevel: 'silent',
  });
  const packages = Object.keys(metafile.inputs).flatMap(
    (file) => /^node_modules\/([^/]+)/.exec(file)?.[1] ?? [],
  );
  return new Set([...packages, ...NOT_BUNDLED]);
}

async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await linkFolder(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await link(source, target);
  }
}
