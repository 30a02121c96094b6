import { defineConfig } from 'prisma/config';

// `prisma generate` never runs the schema engine, yet insists that its binary is on disk. Point it at a
// file that exists, so that generating works where Prisma's binary host cannot be reached; every other
// command keeps Prisma's normal behaviour.
if (process.argv.includes('generate')) process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://unused' },
});
