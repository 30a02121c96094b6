// What a child reads when it starts. Kept apart from what makes these files: a child loads no more than it needs.
import { readFileSync } from 'node:fs';
import type { Snapshot } from './isolate.ts';

/** Text of each bundle; an expression whose value is the bundle's exports. */
export type GuestBundles = { readonly [name in GuestName]: string };

type GuestName = 'recorder' | 'judge' | 'extras' | 'url' | 'streams';

/** Where each bundle is: kept in a file, or in hand where it could not be kept. */
export type GuestSources = { [name in keyof GuestBundles]: { file: string } | { text: string } };

/** What a child runs submissions with; `snapshotFile` is null where none can be made. */
export type GuestPrograms = { bundles: GuestSources; snapshotFile: string | null };

/** Each is read when it is first asked for: few programs name a rare global. */
export function readGuestBundles(sources: GuestSources): GuestBundles {
  const texts: Partial<{ [name in GuestName]: string }> = {};
  const read = (name: GuestName): string => (texts[name] ??= readSource(sources[name]));
  return {
    get recorder() {
      return read('recorder');
    },
    get judge() {
      return read('judge');
    },
    get extras() {
      return read('extras');
    },
    get url() {
      return read('url');
    },
    get streams() {
      return read('streams');
    },
  };
}

function readSource(source: GuestSources['judge']): string {
  return 'text' in source ? source.text : readFileSync(source.file, 'utf8');
}

/** @returns the snapshot in `file`, `undefined` where there is none. */
export function readSnapshot(file: string | null): Snapshot | undefined {
  if (file === null) return undefined;
  try {
    const { buffer, byteOffset, byteLength } = readFileSync(file);
    return buffer.slice(byteOffset, byteOffset + byteLength);
  } catch {
    return undefined;
  }
}
