import { EnvError } from '#app/_config/settings.ts';
import { DatabaseUnreachableError } from '../connect.ts';
import { MigrationError } from '../migrate.ts';
import { StartError } from '../start-error.ts';

const forPeople = [StartError, EnvError, MigrationError, DatabaseUnreachableError];

/** One sentence for what an operator can put right; for a fault of ours the stack as well, to be reported. */
export function messageFor(error: unknown): string {
  if (!(error instanceof Error)) return `Interleave stopped: ${String(error)}`;
  if (forPeople.some((kind) => error instanceof kind)) return error.message;
  return `Interleave stopped because of a fault of its own; please report this: ${error.stack ?? error.message}`;
}
