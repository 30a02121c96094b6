// Bundles the command and the grader's child into one file each. Cold, most of the time goes into finding, erasing and
// compiling a hundred small files; a bundle is one, without types, whose compiled form Node keeps.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { findProgram, nodeSnapshotFlags } from '#grader/index.ts';
import { cacheFolder, describePlatform, writeBuiltProgram, type BuiltProgram } from './built-program.js';
import { describeSources, hashSources } from './source-list.js';

const entries = {
  'command.cjs': 'cli/main.ts',
  'start.cjs': 'grader/worker/start-process.ts',
  'child.cjs': 'grader/worker/child.ts',
} as const;

/** A file that has changed less than this before it is looked at may change again without its times showing it. */
const SETTLED_AFTER_MS = 100;

/**
 * @returns what the command is from now on; null when the sources changed meanwhile.
 * @throws when it cannot be built or kept here; the command runs from its sources then.
 */
export async function buildProgram(root: string): Promise<BuiltProgram | null> {
  const before = describeSources(root);
  if (Date.now() - before.newestMs < SETTLED_AFTER_MS) return null;
  const hash = hashSources(root);
  const [folder, { guest }] = [await writeBundles(root), await findProgram()];
  if ('text' in guest.bundles.judge || describeSources(root).text !== before.text) return null;
  const built = {
    platform: describePlatform(),
    root,
    sources: before.text,
    hash,
    commandFile: path.join(folder, 'command.cjs'),
    startFile: path.join(folder, 'start.cjs'),
    childFile: path.join(folder, 'child.cjs'),
    snapshotFlags: nodeSnapshotFlags(process),
    guest,
  };
  writeBuiltProgram(built);
  return built;
}

/** The folder is named by its contents: two that are built at the same time are the same. */
async function writeBundles(root: string): Promise<string> {
  const texts = await Promise.all(
    Object.entries(entries).map(async ([name, entry]) => ({ name, text: await bundle(root, entry) })),
  );
  const hash = createHash('sha256');
  for (const { text } of texts) hash.update(text).update('\0');
  const folder = path.join(cacheFolder(root), `program-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  for (const { name, text } of texts) writeFileSync(path.join(unfinished, name), text);
  moveTo(folder, unfinished);
  return folder;
}

function moveTo(folder: string, unfinished: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Somebody else was first.
    if (!existsSync(folder)) throw error;
  }
}

async function bundle(root: string, entry: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [path.join(root, entry)],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node26',
    external: ['esbuild', 'isolated-vm'],
    plugins: [inPlace],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** A source that asks where it is gets its own place, not the bundle's. Of a namespace only what is used is bundled. */
const inPlace: Plugin = {
  name: 'in-place',
  setup(bundler) {
    bundler.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      if (file.includes(`${path.sep}node_modules${path.sep}`)) return undefined;
      const contents = readFileSync(file, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)))
        .replaceAll('import.meta.filename', JSON.stringify(file))
        .replace("import { z } from 'zod';", "import * as z from 'zod';");
      return { contents, loader: 'ts' };
    });
  },
};
