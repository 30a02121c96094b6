import { useCallback, useEffect, useRef, useState } from 'react';
import { printPlace, type Place } from './place.ts';

/** The place, kept in the address without a request. */
export function usePlace(first: Place): [Place, (change: Partial<Place>) => void] {
  const [place, setPlace] = useState(first);
  const shown = useRef(first);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    // The browser's own method, with the state that is there: the router's asks the server for the page at the new address,
    // and an answer that comes late puts the workspace back to where it was.
    const address = window.location.pathname + printPlace(place);
    History.prototype.replaceState.call(window.history, window.history.state, '', address);
  }, [place]);
  const move = useCallback(
    (change: Partial<Place>): void => setPlace((before) => ({ ...before, ...change })),
    [],
  );
  return [place, move];
}
