import { useEffect, useEffectEvent } from 'react';

export type Shortcuts = { run: () => void; submit: () => void; save: () => void };

/** Ctrl/Cmd with Enter, Shift+Enter and S, anywhere on the page and before the editor sees them. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const action = actionFor(event);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) shortcuts[action]();
  });
  useEffect(() => {
    const lifetime = new AbortController();
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listener, { capture: true, signal: lifetime.signal });
    return () => lifetime.abort();
  }, []);
}

function actionFor(event: KeyboardEvent): keyof Shortcuts | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  if (event.key === 'Enter') return event.shiftKey ? 'submit' : 'run';
  return event.key.toLowerCase() === 's' && !event.shiftKey ? 'save' : null;
}
