import path from 'node:path';

/** The checkout: every start works from here, wherever it was typed. */
export const root = path.resolve(import.meta.dirname, '../..');
