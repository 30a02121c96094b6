'use client';
import { useEffect } from 'react';
import { TIME_ZONE_COOKIE } from '#app/_config/time-zone.ts';

/** Tells the server this browser's time zone; it counts from the next page on. */
export function TimeZone(): null {
  useEffect(() => {
    const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
    document.cookie = `${TIME_ZONE_COOKIE}=${zone}; path=/; max-age=31536000; samesite=lax`;
  }, []);
  return null;
}
