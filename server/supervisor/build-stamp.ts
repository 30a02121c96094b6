// Whether what was built is what the sources say now.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from './json-file.ts';

/** All that the web build reads. */
const FOLDERS = ['app', 'grader', 'prisma', 'public', 'server'];
const FILES = [
  'next.config.js',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
];
/** Generated from what is counted, or not part of a build. */
const IGNORED = new Set(['prisma/client', 'prisma/migrations', 'server/supervisor']);

const stampSchema = z.object({ sources: z.string() });

/** Sha256 over the names and contents of the sources. */
export function hashSources(root: string): string {
  const hash = createHash('sha256');
  const files = [...FOLDERS.flatMap((folder) => filesIn(root, folder)), ...FILES];
  for (const file of files.filter((name) => existsSync(path.join(root, name))).toSorted()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

export function isBuilt(distFolder: string, sources: string): boolean {
  if (!existsSync(path.join(distFolder, 'BUILD_ID'))) return false;
  return readJson(stampIn(distFolder), stampSchema)?.sources === sources;
}

/** A build that breaks off must not pass for the one before it. */
export function removeStamp(distFolder: string): void {
  rmSync(stampIn(distFolder), { force: true });
}

export function writeStamp(distFolder: string, sources: string): void {
  writeJson(stampIn(distFolder), { sources });
}

function stampIn(distFolder: string): string {
  return path.join(distFolder, 'interleave-build.json');
}

function filesIn(root: string, folder: string): string[] {
  if (IGNORED.has(folder) || !existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(root, name);
    return entry.isFile() ? [name] : [];
  });
}
