// Runs before the imports of each integration test file: the environment a web process would have, with a database of its own.
import { createTestDatabase } from './database.ts';

process.env['DATABASE_URL'] = await createTestDatabase();
process.env['NEXTAUTH_SECRET'] = 'a secret for tests alone, 32 characters or more';
process.env['NEXTAUTH_URL'] = 'http://localhost:3000';
