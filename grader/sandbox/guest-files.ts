// What a child reads when it starts. Kept apart from what makes these files: a child loads no more than it needs.
import { readFileSync } from 'node:fs';
import type { Snapshot } from './isolate.ts';

/** Text of each bundle; an expression whose value is the bundle's exports. */
export type GuestBundles = { recorder: string; judge: string };

/** Where each bundle is: kept in a file, or in hand where it could not be kept. */
export type GuestSources = { [name in keyof GuestBundles]: { file: string } | { text: string } };

/** What a child runs submissions with; `snapshotFile` is null where none can be made. */
export type GuestPrograms = { bundles: GuestSources; snapshotFile: string | null };

export function readGuestBundles({ recorder, judge }: GuestSources): GuestBundles {
  return { recorder: readSource(recorder), judge: readSource(judge) };
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
