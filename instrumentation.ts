declare global {
  namespace NodeJS {
    interface ProcessEnv {
      /** A constant that Next writes in, once per runtime that it builds for. */
      readonly NEXT_RUNTIME?: 'nodejs' | 'edge';
    }
  }
}

/** Runs once when the web server starts: what could only fail later, at somebody's sign-in, fails now. */
export async function register(): Promise<void> {
  // eslint-disable-next-line node/no-process-env -- not a setting
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { requirePasswordHashing } = await import('#app/_data/password.ts');
  requirePasswordHashing();
}
