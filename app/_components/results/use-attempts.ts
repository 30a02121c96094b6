import { useCallback, useEffect, useReducer } from 'react';
import type { AttemptView } from '#app/_grading/views.ts';
import type { Files } from '#grader/recording/types.ts';
import { cancelAttempt, followAttempt, startAttempt } from './attempt-client.ts';
import { openAttempts, openId, reduceAttempts, type AttemptKind, type Attempts } from './attempt-progress.ts';

export type AttemptControls = Attempts & {
  start: (kind: AttemptKind, files: Files) => Promise<void>;
  cancel: () => Promise<void>;
};

/** Runs and submissions of one exercise. An attempt that was under way when the page was opened is followed again. */
export function useAttempts(exerciseId: string, newest: AttemptView | null): AttemptControls {
  const [attempts, tell] = useReducer(reduceAttempts, newest, openAttempts);
  const id = openId(attempts);

  useEffect(() => {
    const lifetime = new AbortController();
    if (id !== null) followAttempt(id, (heard) => tell({ type: 'heard', heard }), lifetime.signal);
    return () => lifetime.abort();
  }, [id]);

  const start = useCallback(
    async (kind: AttemptKind, files: Files): Promise<void> => {
      tell({ type: 'sending', kind });
      const started = await startAttempt(kind, exerciseId, files);
      if ('refused' in started) tell({ type: 'refused', kind, message: started.refused });
      else tell({ type: 'accepted', kind, ...started });
    },
    [exerciseId],
  );
  const cancel = useCallback(async (): Promise<void> => {
    // Where it is too late, the result is on its way and will say all there is to say.
    if (id !== null) await cancelAttempt(id);
  }, [id]);
  return { ...attempts, start, cancel };
}
