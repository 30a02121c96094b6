// Bundles the guest programs (recorder, judge) into one script each, so that a context needs one compile, and the program of
// the children. The result is kept on disk by content, next to the dependencies: a cold command line must not pay for the bundler.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PluginBuild } from 'esbuild';
import type { GuestBundles, GuestSources } from './guest-files.ts';
import { bundleForNode } from './node-bundle.ts';

const graderRoot = path.resolve(import.meta.dirname, '..');
export const cacheFolder = path.resolve(graderRoot, '../node_modules/.cache/interleave');

const entries = {
  recorder: 'recorder/main.ts',
  judge: 'judge/guest.ts',
  // Globals that few programs use: run in a context only when its sources name one.
  extras: 'web-platform/extras.ts',
  url: 'web-platform/url.ts',
  streams: 'web-platform/streams.ts',
  open: 'open/guest.ts',
} as const satisfies GuestBundles;

/**
 * @returns where the bundles are; each is an expression whose value is the bundle's exports.
 * @throws when the sources cannot be bundled: a fault of this installation.
 */
export async function prepareGuestSources(): Promise<GuestSources> {
  const key = sourceKey();
  const names = Object.keys(entries) as (keyof typeof entries)[];
  const sources = await Promise.all(
    names.map(async (name) => [name, await prepareSource(name, key)] as const),
  );
  return Object.fromEntries(sources) as GuestSources;
}

/**
 * @returns the file of the children's program, bundled; undefined where it cannot be bundled or kept: `child.ts` itself then.
 */
export async function prepareChildFile(): Promise<string | undefined> {
  const key = sourceKey();
  const file = path.join(cacheFolder, `child-${key}.cjs`);
  if (existsSync(file)) return file;
  try {
    const text = await bundleForNode(path.join(graderRoot, 'worker/child.ts'));
    return keep(file, text, key) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Of all our sources and all that is installed: what a bundle is made of is never looked for. */
function sourceKey(): string {
  const hash = createHash('sha256').update(`${graderRoot}\0`).update(readInstalled());
  const files = readdirSync(graderRoot, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of files.toSorted()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** npm's own list of what is installed; it writes it with every install. */
function readInstalled(): string {
  const file = path.resolve(graderRoot, '../node_modules/.package-lock.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function prepareSource(name: keyof typeof entries, key: string): Promise<GuestSources['judge']> {
  const file = path.join(cacheFolder, `${name}-${key}.js`);
  if (existsSync(file)) return { file };
  const text = await bundle(entries[name]);
  return keep(file, text, key) ? { file } : { text };
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
    plugins: [
      { name: 'lazy-domains', setup: loadDomainsLate },
      { name: 'records', setup: writeRecordsOut },
    ],
    inject: entry === entries.url ? [path.join(graderRoot, 'web-platform/url-stand-ins.ts')] : [],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const text = result.outputFiles[0]?.text ?? '';
  // One expression instead of a global variable: nothing of it is left for student code to find. The bundler exports getters,
  // which a host may not read; a copy has plain properties.
  return `(() => {"use strict";${text.replace(/^"use strict";/, '')};return {...__interleave};})()`;
}

/** The tables of internationalized domain names are large: whatwg-url gets them when a host needs them, and not before. */
function loadDomainsLate(build: PluginBuild): void {
  build.onResolve({ filter: /^tr46$/ }, ({ importer }) =>
    importer.endsWith('url-state-machine.js')
      ? { path: path.join(graderRoot, 'web-platform/domains.ts') }
      : undefined,
  );
  build.onResolve({ filter: /^@exodus\/bytes\/encoding\.js$/ }, async ({ resolveDir }) => {
    const lite = '@exodus/bytes/encoding-lite.js';
    return { path: (await build.resolve(lite, { kind: 'import-statement', resolveDir })).path };
  });
}

/**
 * Writes `record({ … })` (grader/virtual-clock/primordials.ts) as the literal that it stands for: an object that is made
 * without a prototype costs half of one that loses it afterwards, and guest code makes some for every call.
 */
function writeRecordsOut(build: PluginBuild): void {
  build.onLoad({ filter: /\/grader\/(?:recorder|virtual-clock)\/[^/]+\.ts$/ }, async (file) => ({
    contents: (await readFile(file.path, 'utf8')).replaceAll(RECORD, '({ __proto__: null,'),
    loader: 'ts',
  }));
}
const RECORD = /\brecord(?:<[^()]*>)?\(\{/g;

/** @returns false in a read-only installation, and where a source changed meanwhile: it is bundled again next time. */
function keep(file: string, text: string, key: string): boolean {
  try {
    if (sourceKey() !== key) return false;
    mkdirSync(path.dirname(file), { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
    return true;
  } catch {
    return false;
  }
}
