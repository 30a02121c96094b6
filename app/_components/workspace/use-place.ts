import { useCallback, useEffect, useRef, useState } from 'react';
import { printPlace, type Place } from './place.ts';

/** The place, kept in the address without a request. */
export function usePlace(first: Place): [Place, (change: Partial<Place>) => void] {
  const [place, setPlace] = useState(first);
  const shown = useRef(first);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    window.history.replaceState(null, '', window.location.pathname + printPlace(place));
  }, [place]);
  const move = useCallback(
    (change: Partial<Place>): void => setPlace((before) => ({ ...before, ...change })),
    [],
  );
  return [place, move];
}
