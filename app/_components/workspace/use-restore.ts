import { useEffect, useEffectEvent, useRef } from 'react';

/** An earlier version to put into the editor. */
export type Restore = { path: string; source: string };

/** Puts it there once, as an edit that can be undone, and takes it out of the address: a reload does not do it again. */
export function useRestore(
  restore: Restore | null,
  isReady: boolean,
  replace: (source: string) => void,
): void {
  const isDone = useRef(false);
  const put = useEffectEvent(() => {
    if (restore === null || isDone.current) return;
    isDone.current = true;
    replace(restore.source);
    window.history.replaceState(null, '', window.location.pathname);
  });
  useEffect(() => {
    if (isReady) put();
  }, [isReady]);
}
