import { cookies } from 'next/headers';
import type { ReactElement } from 'react';
import { TIME_ZONE_COOKIE, toTimeZone } from '#app/_config/time-zone.ts';

/** A moment in the reader's time zone; the zone is named only while we do not know theirs. */
export async function Time({ at, withTime = true }: { at: Date; withTime?: boolean }): Promise<ReactElement> {
  const zone = (await cookies()).get(TIME_ZONE_COOKIE)?.value;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: toTimeZone(zone),
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(withTime ? { hour: '2-digit', minute: '2-digit' } : {}),
    ...(withTime && zone === undefined ? { timeZoneName: 'short' } : {}),
  });
  return <time dateTime={at.toISOString()}>{format.format(at)}</time>;
}
