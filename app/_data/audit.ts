import 'server-only';
import type { Prisma } from '#prisma/client/client.ts';
import type { Database } from './database.ts';

/** What the audit log knows. The words are kept for ever: add, do not rename. */
export type AuditAction =
  | 'installation.set-up'
  | 'account.created'
  | 'account.linked'
  | 'account.role-changed'
  | 'account.disabled'
  | 'account.enabled'
  | 'account.password-changed'
  | 'account.password-reset'
  | 'account.signed-out-everywhere'
  | 'classroom.created'
  | 'classroom.joined'
  | 'join-link.created'
  | 'join-link.revoked';

export type AuditEntry = {
  actorId: string;
  action: AuditAction;
  /** The id of what it was done to. */
  subject: string;
  details?: Prisma.InputJsonObject;
};

/** Written in the same transaction as what it tells of. */
export async function recordAudit(database: Database, entry: AuditEntry): Promise<void> {
  await database.auditEvent.create({ data: entry, select: { id: true } });
}
