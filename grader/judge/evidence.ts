// The recording as an expectation sees it.
import type { Call, ConsoleLine, Evidence, Expect } from '../author.ts';
import { decode } from '../recording/decode.ts';
import { endedFinding, threwFinding } from '../recording/findings.ts';
import type { Finding, Recording, Span } from '../recording/types.ts';
import { place, selectSpans } from './select.ts';

/** Fails a test with a finding of our own instead of an assertion's text. */
export class FindingError extends Error {
  override readonly name = 'FindingError';
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(finding.code);
    this.finding = finding;
  }
}

export type Examined = {
  evidence: Evidence;
  wasErrorExpected: () => boolean;
  /** Whether the expectation asked what happened, and not only for the result and the time. */
  wasTimelineRead: () => boolean;
};

export function makeEvidence(recording: Recording, expect: Expect): Examined {
  let wasErrorExpected = false;
  let wasTimelineRead = false;
  const read = (): Recording => {
    wasTimelineRead = true;
    return recording;
  };
  const evidence: Evidence = {
    expect,
    get result() {
      const { outcome } = recording;
      if (outcome.kind === 'returned') return decode(outcome.value);
      throw new FindingError(endedFinding(recording) ?? threwFinding(recording));
    },
    get error() {
      wasErrorExpected = true;
      return recording.outcome.kind === 'threw' ? decode(recording.outcome.error) : undefined;
    },
    calls: (name) => selectSpans({ recording: read() }, name).map(toCall),
    get console() {
      return read()
        .timeline.marks.filter((mark) => mark.kind === 'console')
        .map(toLine);
    },
    elapsedMs: recording.virtualMs,
    get leftBehind() {
      return read().leftBehind;
    },
    get recording() {
      return read();
    },
  };
  return { evidence, wasErrorExpected: () => wasErrorExpected, wasTimelineRead: () => wasTimelineRead };
}

function toCall(span: Span): Call {
  return {
    name: span.name,
    args: span.args.map((arg) => decode(arg)),
    startMs: span.startMs,
    endMs: span.endMs,
    outcome: span.outcome === 'fired' ? 'fulfilled' : span.outcome,
    value: span.value === undefined ? undefined : decode(span.value),
    inFlight: span.inFlight,
    ...place(span),
  };
}

function toLine(mark: Recording['timeline']['marks'][number]): ConsoleLine {
  return { level: mark.level ?? 'log', text: mark.text, virtualMs: mark.virtualMs, ...place(mark) };
}
