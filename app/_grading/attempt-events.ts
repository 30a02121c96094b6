// The life of one attempt as events: first what is the case now, then each news as it comes, until it has ended.
import 'server-only';
import type { PrismaClient } from '#prisma/client/client.ts';
import { placeInQueue } from './enqueue.ts';
import { findAttempt, findAttemptView, type AttemptSummary } from './find-attempt.ts';
import type { Feed, Heard } from './subscribe.ts';
import { toTestView } from './view.ts';
import type { AttemptEvent, AttemptState } from './views.ts';

/** `id` is unique within the attempt, so a page can tell what it has seen. `beat`: nothing new, still there. */
export type LiveEvent = (AttemptEvent & { id: string }) | { event: 'beat' };

export type AttemptEventsOptions = {
  database: PrismaClient;
  feed: Feed;
  userId: string;
  attempt: AttemptSummary;
  signal: AbortSignal;
  /** How long to wait for news before looking at the row; shorter while the place in the queue is shown. */
  waits?: { queuedMs: number; gradingMs: number };
};

const WAITS = { queuedMs: 2_000, gradingMs: 15_000 };

const ENDED = { DONE: 'done', FAULT: 'fault', CANCELLED: 'cancelled' } as const;

export async function* attemptEvents(options: AttemptEventsOptions): AsyncGenerator<LiveEvent> {
  const { database, feed, userId, attempt, signal, waits = WAITS } = options;
  const inbox = makeInbox(signal);
  const unsubscribe = feed.subscribe(attempt.id, inbox.put);
  try {
    // Subscribed before the row is read: nothing can happen in between unseen.
    await feed.listening();
    const teller = makeTeller(options);
    let state: AttemptState | undefined = attempt.state;
    for (let heard: Heard | null = { event: 'resync' }; !signal.aborted && state; ) {
      if (heard?.event === 'test') {
        yield* teller.test(heard);
      } else {
        state = (await findAttempt(database, userId, attempt.id))?.state;
        if (state) yield* await teller.state(state);
        if (state && state in ENDED) return;
      }
      heard = await inbox.next(state === 'QUEUED' ? waits.queuedMs : waits.gradingMs);
    }
  } finally {
    unsubscribe();
  }
}

type Teller = {
  state(state: AttemptState): Promise<LiveEvent[]>;
  test(news: Extract<Heard, { event: 'test' }>): LiveEvent[];
};

function makeTeller({ database, userId, attempt }: AttemptEventsOptions): Teller {
  let told = '';
  const once = (event: AttemptEvent & { id: string }): LiveEvent[] => {
    if (event.id === told) return [{ event: 'beat' }];
    told = event.id;
    return [event];
  };
  return {
    async state(state) {
      if (state === 'QUEUED') {
        const place = await placeInQueue(database, attempt.id);
        return once({ event: 'queued', id: `queued-${place}`, data: { place } });
      }
      if (state === 'GRADING') return once({ event: 'started', id: 'started', data: { id: attempt.id } });
      const view = await findAttemptView(database, userId, attempt.id);
      return view ? once({ event: ENDED[state], id: 'ended', data: view }) : [];
    },
    test({ index, hiddenNumber, test }) {
      const data = { index, ...toTestView(test, attempt.viewer, hiddenNumber) };
      return [{ event: 'test', id: `test-${index}`, data }];
    },
  };
}

type Inbox = { put(heard: Heard): void; next(waitMs: number): Promise<Heard | null> };

/** News in order of arrival; `next` gives `null` when nothing came in time or the reader has left. */
function makeInbox(signal: AbortSignal): Inbox {
  const waiting: Heard[] = [];
  let wake: (() => void) | null = null;
  signal.addEventListener('abort', () => wake?.());
  return {
    put(heard) {
      waiting.push(heard);
      wake?.();
    },
    async next(waitMs) {
      if (waiting.length === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, waitMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      return waiting.shift() ?? null;
    },
  };
}
