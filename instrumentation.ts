/** Runs once when the web server starts: what could only fail later, at somebody's sign-in, fails now. */
export async function register(): Promise<void> {
  // eslint-disable-next-line node/no-process-env -- a constant that Next writes in, once per runtime it builds for
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { requirePasswordHashing } = await import('#app/_data/password.ts');
  requirePasswordHashing();
}
