import type { Readable } from 'node:stream';
import type { AuditFilter, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { type OutCell, writeCsv } from '../spreadsheet';
import { listAuditEvents } from './list-audit-events';
import { recordAudit } from './record-audit';

/** Rows that are read at once, so that a long log is never whole in memory. */
const PAGE = 200;
/** Names of the API: a file for auditors and programs, the same in every language. */
const COLUMNS = ['sequence', 'at', 'actor', 'action', 'subjectType', 'subjectId', 'data'];

async function* rowsOf(
  context: CoreContext,
  principal: Principal,
  filter: AuditFilter,
): AsyncGenerator<OutCell[]> {
  yield [...COLUMNS];
  let before: string | null = null;
  do {
    const page = await listAuditEvents(context, principal, { ...filter, before, limit: PAGE });
    for (const event of page.events) {
      const { sequence, at, actorName, action, subjectType, subjectId, data } = event;
      const place = sequence === null ? null : { number: sequence };
      yield [place, at.toISOString(), actorName, action, subjectType, subjectId, JSON.stringify(data)];
    }
    before = page.next;
  } while (before);
}

/**
 * The audit log under a filter as CSV, newest first, written while it is read; times are UTC. That somebody took it is
 * an event of the log itself. Validated by contracts; the caller holds `audit:read`.
 */
export async function exportAuditLog(
  context: CoreContext,
  principal: Principal,
  filter: AuditFilter,
): Promise<Readable> {
  await recordAudit(context.db, principal, {
    action: 'audit.exported',
    subjectType: 'audit',
    subjectId: 'log',
    data: { filter },
  });
  return writeCsv(rowsOf(context, principal, filter));
}
