import { Logger } from 'graphile-worker';

/** Graphile Worker's own lines, errors and warnings only. */
export const quietLogger = new Logger(({ label }) => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(`${label ?? 'queue'}: ${message}`);
});
