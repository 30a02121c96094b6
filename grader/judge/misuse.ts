/** A matcher was used in a way that has no meaning: the author's slip, never the student's failure. */
export class MisuseError extends Error {
  override readonly name = 'MisuseError';
}

export function requireNumber(matcher: string, value: unknown): void {
  if (typeof value === 'number' && value >= 0) return;
  throw new MisuseError(`${matcher} was given ${String(value)}; expected a number, 0 or more`);
}

export function requireText(matcher: string, value: unknown): void {
  if (typeof value === 'string' && value !== '') return;
  throw new MisuseError(`${matcher} was given ${String(value)}; expected the name of a simulated call`);
}

export function requireTexts(matcher: string, value: unknown): void {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return;
  throw new MisuseError(`${matcher} was given ${String(value)}; expected a list of texts`);
}
