// Recordings at rest: JSON, compressed with Zstandard, at most 256 KB. One that is larger loses the end of its longest
// timelines, and each says where it was cut.
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Encoded, Recording } from '#grader/recording/types.ts';
import { toRecordings } from './columns.ts';

const MAXIMUM_RECORDING_BYTES = 256 * 1024;

/** What unpacking may grow to; a row that claims more is refused. */
const MAXIMUM_UNPACKED_BYTES = 64 * 1024 * 1024;

/** @returns Compressed recordings of at most `maximumBytes`; shortened where they would not fit. */
export function packRecordings(
  recordings: Recording[],
  maximumBytes = MAXIMUM_RECORDING_BYTES,
): Uint8Array<ArrayBuffer> {
  let json = JSON.stringify(recordings);
  let bytes = zstdCompressSync(json);
  for (let kept = recordings; bytes.length > maximumBytes; bytes = zstdCompressSync(json)) {
    kept = shortened(kept, maximumBytes);
    const shorter = JSON.stringify(kept);
    // Nothing left to cut: rather no recording than one that is too large.
    json = shorter.length < json.length ? shorter : '[]';
  }
  return Uint8Array.from(bytes);
}

/** @throws RangeError where the bytes unpack to more than a recording can hold. */
export function unpackRecordings(bytes: Uint8Array): Recording[] {
  return toRecordings(
    zstdDecompressSync(bytes, { maxOutputLength: MAXIMUM_UNPACKED_BYTES }).toString('utf8'),
  );
}

/** Makes the recording with the longest JSON shorter: half its timeline goes; once that is gone, its result. */
function shortened(recordings: Recording[], limit: number): Recording[] {
  const sizes = recordings.map((recording) => JSON.stringify(recording).length);
  const longest = sizes.indexOf(Math.max(...sizes));
  return recordings.map((recording, index) => (index === longest ? shorten(recording, limit) : recording));
}

function shorten(recording: Recording, limit: number): Recording {
  const { spans, marks } = recording.timeline;
  const seqs = [...spans.map((span) => span.startSeq), ...marks.map((mark) => mark.seq)].toSorted(
    (a, b) => a - b,
  );
  const cutSeq = seqs[Math.floor(seqs.length / 2)];
  if (cutSeq === undefined) return withoutValues(recording);
  return {
    ...recording,
    timeline: {
      spans: spans.filter((span) => span.startSeq < cutSeq),
      marks: marks.filter((mark) => mark.seq < cutSeq),
      cut: { seq: cutSeq, limit },
    },
  };
}

const CUT: Encoded = { t: 'cut', why: 'size' };

function withoutValues(recording: Recording): Recording {
  const { outcome } = recording;
  return {
    ...recording,
    outcome: outcome.kind === 'none' ? outcome : cutOutcome(outcome),
    leftBehind: recording.leftBehind.slice(0, 100),
    pendingWaits: recording.pendingWaits.slice(0, 100),
  };
}

function cutOutcome(outcome: Exclude<Recording['outcome'], { kind: 'none' }>): Recording['outcome'] {
  return outcome.kind === 'returned' ? { kind: 'returned', value: CUT } : { kind: 'threw', error: CUT };
}
