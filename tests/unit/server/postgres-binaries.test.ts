import { afterEach, expect, test } from 'vitest';
import { findBinaries } from '#server/postgres/binaries.ts';

const { arch } = process;
afterEach(() => {
  Object.defineProperty(process, 'arch', { value: arch });
});

test('a platform without binaries is told to set DATABASE_URL', () => {
  Object.defineProperty(process, 'arch', { value: 'riscv64' });
  expect(() => findBinaries('/nowhere', { ids: null })).toThrow(
    `There is no embedded PostgreSQL for this platform (${process.platform} riscv64); set DATABASE_URL to the address of a PostgreSQL server.`,
  );
});
