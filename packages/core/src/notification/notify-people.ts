import type { NotificationKind, NotificationView, Principal } from '@jalon/contracts';
import { type Db, notifyChanges } from '@jalon/db';

export interface Notice {
  kind: NotificationKind;
  useCaseId: string;
  commentId?: string;
  data?: NotificationView['data'];
}

/**
 * Leaves a notification for each of these people but the one who causes it, and for nobody who is locked out. Call it
 * with the transaction that makes the change.
 */
export async function notifyPeople(
  tx: Db,
  actor: Principal,
  userIds: readonly string[],
  notice: Notice,
  now: Date,
): Promise<void> {
  const others = [...new Set(userIds)].filter((id) => id !== actor.userId);
  if (others.length === 0) return;
  const people = await tx.user.findMany({
    where: { id: { in: others }, disabledAt: null },
    select: { id: true },
  });
  await tx.notification.createMany({
    data: people.map(({ id }) => ({
      ...notice,
      userId: id,
      actorName: actor.name,
      createdAt: now,
    })),
  });
  await notifyChanges(
    tx,
    people.map(({ id }) => ({ topic: 'notification', id })),
  );
}
