import { useEffect, useEffectEvent, useRef } from 'react';

/** An earlier version to put into the editor. */
export type Restore = { path: string; source: string };

/** Puts it there once, as an edit that can be undone, and takes it out of the address: a reload does not do it again. */
export function useRestore(restore: Restore | null, isReady: boolean, put: (restore: Restore) => void): void {
  const done = useRef<Restore | null>(null);
  const putOnce = useEffectEvent((wanted: Restore | null) => {
    if (wanted === null || done.current === wanted) return;
    done.current = wanted;
    put(wanted);
    window.history.replaceState(null, '', window.location.pathname);
  });
  useEffect(() => {
    if (isReady) putOnce(restore);
  }, [isReady, restore]);
}
