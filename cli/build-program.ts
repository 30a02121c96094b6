// Bundles the command into one file, beside the one that the grader makes of its child. Cold, most of the time goes into
// finding, erasing and compiling a hundred small files; a bundle is one, without types, whose compiled form Node keeps.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleForNode, findProgram, nodeSnapshotFlags } from '#grader/index.ts';
import { cacheFolder, describePlatform, writeBuiltProgram, type BuiltProgram } from './built-program.js';
import { describeSources, hashSources } from './source-list.js';

const entries = {
  'command.cjs': 'cli/main.ts',
  'start.cjs': 'grader/worker/start-process.ts',
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
  const [folder, { guest, childFile }] = [await writeBundles(root), await findProgram()];
  if (childFile === undefined || 'text' in guest.bundles.judge) return null;
  if (describeSources(root).text !== before.text) return null;
  const built = {
    platform: describePlatform(),
    root,
    sources: before.text,
    hash,
    commandFile: path.join(folder, 'command.cjs'),
    startFile: path.join(folder, 'start.cjs'),
    childFile,
    snapshotFlags: nodeSnapshotFlags(process),
    guest,
  };
  writeBuiltProgram(built);
  return built;
}

/** The folder is named by its contents: two that are built at the same time are the same. */
async function writeBundles(root: string): Promise<string> {
  const texts = await Promise.all(
    Object.entries(entries).map(async ([name, entry]) => ({
      name,
      text: await bundleForNode(path.join(root, entry)),
    })),
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
