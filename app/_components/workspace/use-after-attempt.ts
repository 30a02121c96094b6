import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { AttemptView } from '#app/_grading/views.ts';
import { summarize } from '../results/verdict-words.ts';

/** Calls back for each attempt that ends while the page is open, and has the server's part of the page made anew. */
export function useAfterAttempt(shown: AttemptView | null, onEnded: (attempt: AttemptView) => void): void {
  const router = useRouter();
  const last = useRef(shown?.id);
  const tell = useEffectEvent(onEnded);
  useEffect(() => {
    if (shown === null || shown.id === last.current) return;
    last.current = shown.id;
    tell(shown);
    router.refresh();
  }, [shown, router]);
}

/** Says the verdict once, when it comes, and not when the page is opened with one. */
export function useAnnouncement(shown: AttemptView | null): string {
  const [first] = useState(shown);
  return shown === null || shown === first ? '' : summarize(shown).headline;
}
