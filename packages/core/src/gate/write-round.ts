import type { GateView, Principal } from '@jalon/contracts';
import { type Db, inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { getGate } from './get-gate';
import { type OpenRound, requireOpenRound } from './round-rights';

/** What is written to the audit log: its action, and what makes it readable later. */
export interface RoundEvent {
  action: string;
  data: Record<string, unknown>;
}

/**
 * Writes something into the round under way, with its line in the audit log, in one transaction; answers with the
 * gate as it is then. Errors are those of requireOpenRound and of `write`.
 */
export async function writeRound(
  context: CoreContext,
  principal: Principal,
  useCaseId: string,
  write: (tx: Db, open: OpenRound, now: Date) => Promise<RoundEvent>,
): Promise<GateView> {
  return inTransaction(context.db, async (tx) => {
    const now = context.clock.now();
    const open = await requireOpenRound(tx, principal, useCaseId, now);
    const { action, data } = await write(tx, open, now);
    await recordAudit(tx, principal, {
      action,
      subjectType: 'use-case',
      subjectId: useCaseId,
      data: { from: open.policy.from.key, to: open.policy.to.key, ...data },
    });
    await notifyChange(tx, { topic: 'use-case', id: useCaseId, useCaseId });
    return getGate({ ...context, db: tx }, principal, { useCaseId });
  });
}
