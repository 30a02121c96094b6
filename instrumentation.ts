/** Runs once when the web server starts: what could only fail later, at somebody's sign-in, fails now. */
export async function register(): Promise<void> {
  const { requirePasswordHashing } = await import('#app/_data/password.ts');
  requirePasswordHashing();
}
