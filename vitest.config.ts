import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const fileOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  resolve: {
    // The package throws outside React Server Components; its own empty module is what they get.
    alias: { 'server-only': fileOf('node_modules/server-only/empty.js') },
  },
  test: {
    pool: 'forks',
    execArgv: ['--no-node-snapshot', '--disable-warning=ExperimentalWarning'], // isolated-vm asks for the first
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          isolate: false, // none of them changes what another would see: a process per file takes four times as long
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/{conformance,differential,hostile}/**/*.test.ts'],
          setupFiles: ['tests/helpers/no-console-errors.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          exclude: ['tests/integration/{grader,cli,exercises}/**'],
          globalSetup: ['tests/helpers/start-postgres.ts'],
          setupFiles: ['tests/helpers/no-console-errors.ts', 'tests/helpers/own-database.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Real isolates and processes, no database.
        extends: true,
        test: {
          name: 'grader',
          include: ['tests/integration/{grader,cli,exercises}/**/*.test.ts'],
          setupFiles: ['tests/helpers/no-console-errors.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Minutes of limits being hit: `npm run test:hostile`, not part of `npm test`.
        extends: true,
        test: {
          name: 'hostile',
          include: ['tests/hostile/**/*.hostile.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
