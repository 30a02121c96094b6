// The life of one attempt as events: first what is the case now, then each news as it comes, until it has ended.
import 'server-only';
import type { PrismaClient } from '#prisma/client/client.ts';
import { placeInQueue } from './enqueue.ts';
import { findAttempt, findAttemptView, type AttemptSummary } from './find-attempt.ts';
import type { Feed, Heard } from './subscribe.ts';
import { toTestView, type Viewer } from './view.ts';
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
  const { feed, attempt, signal, waits = WAITS } = options;
  const inbox = makeInbox(signal);
  const unsubscribe = feed.subscribe(attempt.id, (heard) => inbox.put(heard));
  try {
    // Subscribed before the row is read: nothing can happen in between unseen.
    await feed.listening();
    const teller = makeTeller(options);
    for (let heard: Heard | null = { event: 'resync' }; !signal.aborted;) {
      const told = await teller.tell(heard);
      if (told === null) return;
      yield* told;
      if (told.some((event) => isLast(event))) return;
      heard = await inbox.next(teller.isQueued() ? waits.queuedMs : waits.gradingMs);
    }
  } finally {
    unsubscribe();
  }
}

const isLast = ({ event }: LiveEvent): boolean =>
  event === 'done' || event === 'fault' || event === 'cancelled';

type Teller = {
  /**
   * What a page should be told now that this was heard; `null`: nothing was, for a while.
   *
   * @returns `null` where the attempt has been deleted, or may no longer be seen by this person.
   */
  tell(heard: Heard | null): Promise<LiveEvent[] | null>;
  isQueued(): boolean;
};

function makeTeller({ database, userId, attempt }: AttemptEventsOptions): Teller {
  const told = new Set<string>();
  let state: AttemptState = attempt.state;

  function once(event: AttemptEvent & { id: string }): LiveEvent[] {
    if (told.has(event.id)) return [{ event: 'beat' }];
    // A place may come twice (somebody's run goes first), so only the last one counts as told.
    if (event.event === 'queued') told.clear();
    told.add(event.id);
    return [event];
  }

  async function tellState(): Promise<LiveEvent[] | null> {
    if (state === 'QUEUED') {
      const place = await placeInQueue(database, attempt.id);
      return once({ event: 'queued', id: `queued-${place}`, data: { place } });
    }
    if (state === 'GRADING') return once({ event: 'started', id: 'started', data: { id: attempt.id } });
    const data = await findAttemptView(database, userId, attempt.id);
    return data && once({ event: ENDED[state], id: 'ended', data });
  }

  async function tell(heard: Heard | null): Promise<LiveEvent[] | null> {
    if (heard?.event === 'test') return once(toTestEvent(heard, attempt.viewer));
    if (heard?.event === 'started') state = 'GRADING';
    else {
      const found = await findAttempt(database, userId, attempt.id);
      if (found === null) return null;
      state = found.state;
    }
    return await tellState();
  }

  return { tell, isQueued: () => state === 'QUEUED' };
}

function toTestEvent(
  { index, hiddenNumber, test }: Extract<Heard, { event: 'test' }>,
  viewer: Viewer,
): AttemptEvent & { id: string } {
  return { event: 'test', id: `test-${index}`, data: { index, ...toTestView(test, viewer, hiddenNumber) } };
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
