// Writes down what happens: spans, marks, and where in the student's file each came from. Runs inside the isolate, closed
// over captured primordials; the student's code has no reference to any of this.
import { append, list, record, type List } from '../virtual-clock/primordials.ts';
import { isSimulatedKind } from '../recording/simulated.ts';
import { onRestart } from '../virtual-clock/restart.ts';
import { encode } from './encode.ts';

/** A span as the guest keeps it. Encoded values are JSON text; a site is an index into the host's table of positions. */
export type GuestSpan = {
  id: number;
  kind: string;
  name: string;
  /** JSON text of `Encoded[]`. */
  args: string;
  startMs: number;
  startSeq: number;
  endMs: number;
  endSeq: number;
  outcome: string;
  /** JSON text of `Encoded`, '' while there is none. */
  value: string;
  site: number;
  initiator: number;
  inFlight: number;
  dueMs: number;
};

export type GuestMark = {
  kind: string;
  virtualMs: number;
  seq: number;
  text: string;
  level: string;
  site: number;
};

export const NO_SPAN = -1;
export const NO_SITE = -1;
/** The end of a span that is still open. */
const OPEN = -1;

export function isOpen(span: GuestSpan): boolean {
  return span.endSeq === OPEN;
}

export type Recorder = {
  readonly spans: List<GuestSpan>;
  readonly marks: List<GuestMark>;
  /** Place in the student's file that is running now, as far as the instrumentation told. */
  site: number;
  /** Span whose callback or settlement is running now. */
  initiator: number;
  readonly maximumInFlight: number;
  /** First sequence number that was dropped, -1 while none was. */
  readonly cutSeq: number;
  startSpan(kind: string, name: string, args: unknown[], dueMs: number): number;
  endSpan(id: number, outcome: string, value?: { held: unknown }): void;
  mark(kind: string, text: string, level?: string): void;
  span(id: number): GuestSpan | undefined;
  /** Hears of each macrotask, by its span, before it runs. */
  onTask: ((spanId: number) => void) | undefined;
  /** Writes down nothing from now on: Node would have ended the program here, with its microtasks unrun. */
  close(): void;
};

const spanValueLimits = { depth: 8, nodes: 500, characters: 5000, stringLength: 1000 };
const ARGUMENT_LIMIT = 20;
/** Characters that all arguments and results of a recording may take together. */
const VALUES_LIMIT = 300_000;
const CUT = '{"t":"cut","why":"size"}';

export function makeRecorder(nowMs: () => number, limits: { eventLimit: number }): Recorder {
  const spans: List<GuestSpan> = list();
  const marks: List<GuestMark> = list();
  let sequence = 0;
  let inFlight = 0;
  let maximumInFlight = 0;
  let cutSeq = -1;
  let valueCharacters = 0;
  let isClosed = false;

  /** Encoding a Proxy runs its traps, and these may call anything: encode before the recorder's own state changes. */
  function encodeBounded(value: unknown): string {
    const text = valueCharacters > VALUES_LIMIT ? CUT : encode(value, spanValueLimits);
    valueCharacters += text.length;
    return text;
  }

  function encodeArguments(args: unknown[]): string {
    const count = args.length < ARGUMENT_LIMIT ? args.length : ARGUMENT_LIMIT;
    let text = '';
    for (let index = 0; index < count; index += 1)
      text += (index === 0 ? '' : ',') + encodeBounded(args[index]);
    return `[${text}${args.length > count ? `,${CUT}` : ''}]`;
  }

  function nextSeq(): number {
    sequence += 1;
    return sequence;
  }

  function isFull(): boolean {
    if (isClosed) return true;
    if (spans.length + marks.length < limits.eventLimit) return false;
    if (cutSeq === -1) cutSeq = sequence + 1;
    return true;
  }

  const recorder: Recorder = {
    spans,
    marks,
    site: NO_SITE,
    initiator: NO_SPAN,
    onTask: undefined,
    get maximumInFlight() {
      return maximumInFlight;
    },
    get cutSeq() {
      return cutSeq;
    },
    startSpan(kind, name, args, dueMs) {
      const isCall = isSimulatedKind(kind);
      const { site } = recorder;
      const encodedArgs = isCall && !isFull() ? encodeArguments(args) : '[]';
      if (isCall) {
        inFlight += 1;
        if (inFlight > maximumInFlight) maximumInFlight = inFlight;
      }
      if (isFull()) return NO_SPAN;
      const id = spans.length;
      append(
        spans,
        record({
          id,
          kind,
          name,
          args: encodedArgs,
          startMs: nowMs(),
          startSeq: nextSeq(),
          endMs: OPEN,
          endSeq: OPEN,
          outcome: 'pending',
          value: '',
          site,
          initiator: recorder.initiator,
          inFlight: isCall ? inFlight : 0,
          dueMs,
        }),
      );
      return id;
    },
    endSpan(id, outcome, value) {
      const span = spans[id];
      if (span === undefined) {
        if (value !== undefined) inFlight -= 1;
        return;
      }
      if (span.endSeq !== OPEN || isClosed) return;
      const encoded = value === undefined ? '' : encodeBounded(value.held);
      if (isSimulatedKind(span.kind)) inFlight -= 1;
      span.endMs = nowMs();
      span.endSeq = nextSeq();
      span.outcome = outcome;
      span.value = encoded;
    },
    mark(kind, text, level = '') {
      if (isFull()) return;
      append(marks, record({ kind, virtualMs: nowMs(), seq: nextSeq(), text, level, site: recorder.site }));
    },
    span: (id) => spans[id],
    close() {
      isClosed = true;
    },
  };
  onRestart(() => {
    spans.length = marks.length = 0;
    sequence = inFlight = maximumInFlight = valueCharacters = 0;
    cutSeq = -1;
    isClosed = false;
    recorder.site = NO_SITE;
    recorder.initiator = NO_SPAN;
  });
  return record(recorder);
}
