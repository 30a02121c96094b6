/** The migrated database that others are copies of. */
export const TEMPLATE = 'interleave_template';

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
