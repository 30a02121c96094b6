/** Whose spec it is. Decides what a test's parameter is (`done`, or Vitest's context) and how errors are compared. */
export type Flavour = 'jest' | 'vitest';
