// The HTTP side of an attempt: start, follow, cancel.
import type { AttemptEvent, AttemptView } from '#app/_grading/views.ts';
import type { Files } from '#grader/recording/types.ts';
import type { AttemptKind } from './attempt-progress.ts';

export type Started = { id: string; existing: boolean } | { refused: string };

const LOST = 'The server cannot be reached. Your code is kept on this device; try again when you are online.';

export async function startAttempt(kind: AttemptKind, exerciseId: string, files: Files): Promise<Started> {
  try {
    const response = await fetch(kind === 'run' ? '/api/runs' : '/api/submissions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ exerciseId, files }),
    });
    const body: { id: string; existing?: boolean; error: string; fields?: { [field: string]: string } } =
      await response.json();
    if (response.ok) return { id: body.id, existing: body.existing ?? false };
    return { refused: Object.values(body.fields ?? {})[0] ?? body.error };
  } catch {
    return { refused: LOST };
  }
}

/** `null` when it was cancelled, else why it could not be. */
export async function cancelAttempt(id: string): Promise<string | null> {
  try {
    const response = await fetch(`/api/attempts/${id}/cancel`, { method: 'POST' });
    if (response.ok) return null;
    const body: { error: string } = await response.json();
    return body.error;
  } catch {
    return LOST;
  }
}

const EVENTS = ['queued', 'started', 'test', 'done', 'fault', 'cancelled'] as const;
const POLL_MS = 1000;
/** Failures in a row after which the stream is given up and the attempt is asked for instead. */
const FAILURES_ALLOWED = 2;

/** Tells each news of the attempt until it has ended, over the event stream or, where that fails, by asking again. */
export function followAttempt(id: string, tell: (event: AttemptEvent) => void, signal: AbortSignal): void {
  const source = new EventSource(`/api/attempts/${id}/events`);
  let failures = 0;
  signal.addEventListener('abort', () => source.close());
  for (const event of EVENTS) {
    source.addEventListener(event, (message: MessageEvent<string>) => {
      failures = 0;
      if (event === 'done' || event === 'fault' || event === 'cancelled') source.close();
      // The names of the events are those of the union, and the server made the data for them.
      tell({ event, data: JSON.parse(message.data) });
    });
  }
  source.addEventListener('error', () => {
    failures += 1;
    if (signal.aborted || (source.readyState !== EventSource.CLOSED && failures <= FAILURES_ALLOWED)) return;
    source.close();
    void poll(id, tell, signal);
  });
}

async function poll(id: string, tell: (event: AttemptEvent) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const attempt = await fetchAttempt(id, signal);
    if (attempt?.state === 'GRADING') tell({ event: 'started', data: { id } });
    const ended = attempt && endedEvent(attempt);
    if (ended) {
      tell(ended);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function fetchAttempt(id: string, signal: AbortSignal): Promise<AttemptView | null> {
  try {
    const response = await fetch(`/api/attempts/${id}`, { signal });
    return response.ok ? await response.json() : null;
  } catch {
    return null; // offline for now; asked again soon
  }
}

function endedEvent(attempt: AttemptView): AttemptEvent | null {
  switch (attempt.state) {
    case 'DONE':
      return { event: 'done', data: attempt };
    case 'FAULT':
      return { event: 'fault', data: attempt };
    case 'CANCELLED':
      return { event: 'cancelled', data: attempt };
    case 'QUEUED':
    case 'GRADING':
      break;
  }
  return null;
}
