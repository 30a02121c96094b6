// Bundles the guest programs (recorder, judge) into one script each, so that a context needs one compile. The result is
// kept on disk by content, next to the dependencies: a cold command line must not pay for the bundler.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const graderRoot = path.resolve(import.meta.dirname, '..');
export const cacheFolder = path.resolve(graderRoot, '../node_modules/.cache/interleave');

export type GuestBundles = { recorder: string; judge: string };

const entries = { recorder: 'recorder/main.ts', judge: 'judge/guest.ts' } as const;
const sourceFolders = ['virtual-clock', 'recorder', 'recording', 'judge'];

/**
 * @returns the text of both bundles; each is an expression whose value is the bundle's exports.
 * @throws when the sources cannot be bundled: a fault of this installation.
 */
export async function loadGuestBundles(): Promise<GuestBundles> {
  const key = sourceKey();
  return { recorder: await loadBundle('recorder', key), judge: await loadBundle('judge', key) };
}

function sourceKey(): string {
  const hash = createHash('sha256')
    .update(dependencyKey())
    .update(readFileSync(import.meta.filename));
  for (const folder of sourceFolders) {
    for (const name of readdirSync(path.join(graderRoot, folder)).toSorted()) {
      hash.update(name).update(readFileSync(path.join(graderRoot, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function dependencyKey(): string {
  const version = (name: string): string =>
    (
      JSON.parse(readFileSync(path.resolve(graderRoot, `../node_modules/${name}/package.json`), 'utf8')) as {
        version: string;
      }
    ).version;
  return `${version('@vitest/expect')} ${version('@vitest/utils')} ${version('esbuild')}`;
}

async function loadBundle(name: keyof typeof entries, key: string): Promise<string> {
  const file = path.join(cacheFolder, `${name}-${key}.js`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const text = await bundle(entries[name]);
    keep(file, text);
    return text;
  }
}

async function bundle(entry: string): Promise<string> {
  // Loaded late: with the bundle on disk nobody pays for it.
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [path.join(graderRoot, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: '__interleave',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'esnext',
    minifySyntax: true,
    minifyWhitespace: true, // not the names: functions of the platform show theirs
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const text = result.outputFiles[0]?.text ?? '';
  // One expression instead of a global variable: nothing of it is left for student code to find. The bundler exports getters,
  // which a host may not read; a copy has plain properties.
  return `(() => {"use strict";${text.replace(/^"use strict";/, '')};return {...__interleave};})()`;
}

function keep(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  } catch {
    // A read-only installation bundles again next time.
  }
}
