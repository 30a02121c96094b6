// Bundles the guest programs (recorder, judge) into one script each, so that a context needs one compile. The result is
// kept on disk by content, next to the dependencies: a cold command line must not pay for the bundler.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PluginBuild } from 'esbuild';

const graderRoot = path.resolve(import.meta.dirname, '..');
export const cacheFolder = path.resolve(graderRoot, '../node_modules/.cache/interleave');

export type GuestBundles = { [name in keyof typeof entries]: string };

const entries = {
  recorder: 'recorder/main.ts',
  judge: 'judge/guest.ts',
  // Globals that few programs use: run in a context only when its sources name one.
  extras: 'web-platform/extras.ts',
  url: 'web-platform/url.ts',
  streams: 'web-platform/streams.ts',
} as const;
const sourceFolders = ['virtual-clock', 'web-platform', 'recorder', 'recording', 'judge'];
const dependencies = [
  '@vitest/expect',
  '@vitest/utils',
  '@exodus/bytes',
  'whatwg-url',
  'web-streams-polyfill',
  'esbuild',
];

/**
 * @returns the text of all bundles; each is an expression whose value is the bundle's exports.
 * @throws when the sources cannot be bundled: a fault of this installation.
 */
export async function loadGuestBundles(): Promise<GuestBundles> {
  const key = sourceKey();
  const names = Object.keys(entries) as (keyof typeof entries)[];
  const texts = await Promise.all(names.map(async (name) => [name, await loadBundle(name, key)] as const));
  return Object.fromEntries(texts) as GuestBundles;
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
  return dependencies.map(version).join(' ');
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
    plugins: [{ name: 'lazy-domains', setup: loadDomainsLate }],
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
