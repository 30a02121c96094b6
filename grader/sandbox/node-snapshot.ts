// isolated-vm asks for `--no-node-snapshot`: isolates of one process share V8's read-only heap, and Node's own start-up
// snapshot is not the one that isolates are made from. Without the flag a process starts in less than half the time. Whether
// it can be left out is shown per Node: docs/decisions/029-node-snapshot.md.

/** Where both snapshots hold the same read-only heap: tests/integration/grader/node-snapshot.test.ts compares them. */
const SHOWN_FOR = { platform: 'linux', version: 'v26.10.0' };

/** @returns the flag, or nothing where isolates have been shown to live beside Node's snapshot. */
export function nodeSnapshotFlags({ platform, version }: { platform: string; version: string }): string[] {
  const isShown = platform === SHOWN_FOR.platform && version === SHOWN_FOR.version;
  return isShown ? [] : ['--no-node-snapshot'];
}
