// What a child reads when it starts. Kept apart from what makes these files: a child loads no more than it needs.
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Snapshot } from './isolate.ts';

/** Text of each bundle; an expression whose value is the bundle's exports. */
export type GuestBundles = { readonly [name in GuestName]: string };

type GuestName = 'recorder' | 'judge' | 'extras' | 'url' | 'streams' | 'open';

/** Where each bundle is: kept in a file, or in hand where it could not be kept. */
export type GuestSources = { [name in keyof GuestBundles]: { file: string } | { text: string } };

/** The bundles that isolates are made of, whose contexts come from snapshots. */
export type DoorName = Extract<GuestName, 'recorder' | 'judge'>;

/** Where the snapshot of each is; null where none can be made. */
export type SnapshotFiles = { [name in DoorName]: string | null };

export type Snapshots = { readonly [name in DoorName]?: Snapshot | undefined };

/** What a child runs submissions with. */
export type GuestPrograms = { bundles: GuestSources; snapshotFiles: SnapshotFiles };

/** Each is read when it is first asked for: most children need the first two alone. */
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
    get open() {
      return read('open');
    },
  };
}

function readSource(source: GuestSources['judge']): string {
  return 'text' in source ? source.text : readFileSync(source.file, 'utf8');
}

/** Length and checksum, which stand before a snapshot in its file: a damaged one would end the process that takes it. */
export function snapshotMark(bytes: Uint8Array): Buffer {
  const mark = Buffer.alloc(8);
  mark.writeUInt32LE(bytes.length, 0);
  mark.writeUInt32LE(crc32(bytes), 4);
  return mark;
}

/** Each is read when it is first asked for. */
export function readSnapshots(files: SnapshotFiles): Snapshots {
  const known: { [name in DoorName]?: Snapshot | undefined } = {};
  const read = (name: DoorName): Snapshot | undefined => (known[name] ??= readSnapshot(files[name]));
  return {
    get recorder() {
      return read('recorder');
    },
    get judge() {
      return read('judge');
    },
  };
}

/** @returns the snapshot in `file`, `undefined` where there is none that is whole. */
export function readSnapshot(file: string | null): Snapshot | undefined {
  if (file === null) return undefined;
  try {
    const content = readFileSync(file);
    const bytes = new Uint8Array(content.subarray(8));
    return content.subarray(0, 8).equals(snapshotMark(bytes)) ? bytes.buffer : undefined;
  } catch {
    return undefined;
  }
}
