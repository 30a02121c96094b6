/** The browser's time zone, so that the server writes dates as their reader counts them. */
export const TIME_ZONE_COOKIE = 'interleave.time-zone';

/** `value` if this machine knows the zone; UTC otherwise. */
export function toTimeZone(value: string | undefined): string {
  if (value === undefined) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: decodeURIComponent(value) }).resolvedOptions().timeZone;
  } catch {
    return 'UTC'; // a zone or an encoding that nobody has
  }
}
