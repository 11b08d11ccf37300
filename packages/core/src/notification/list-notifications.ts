import type { ListNotificationsInput, NotificationPage, NotificationView, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';

const EXCERPT = 140;

/** What waits for a person, newest first. Validated by contracts; it is the caller's own, whoever they are. */
export async function listNotifications(
  context: CoreContext,
  principal: Principal,
  input: ListNotificationsInput,
): Promise<NotificationPage> {
  const mine = { userId: principal.userId };
  const [rows, unread] = await Promise.all([
    context.db.notification.findMany({
      where: {
        ...mine,
        ...(input.unreadOnly ? { readAt: null } : {}),
        ...(input.before ? { id: { lt: BigInt(input.before) } } : {}),
      },
      orderBy: { id: 'desc' },
      take: input.limit + 1,
      select: {
        id: true,
        kind: true,
        createdAt: true,
        readAt: true,
        actorName: true,
        commentId: true,
        data: true,
        useCase: { select: { number: true, title: true } },
        comment: { select: { text: true } },
      },
    }),
    context.db.notification.count({ where: { ...mine, readAt: null } }),
  ]);
  const page = rows.slice(0, input.limit);
  return {
    items: page.map(({ id, createdAt, actorName, comment, data, ...row }) => ({
      ...row,
      id: String(id),
      at: createdAt,
      actor: actorName,
      excerpt: excerptOf(comment?.text ?? ''),
      data: (data ?? {}) as NotificationView['data'],
    })),
    unread,
    next: rows.length > input.limit ? String(page.at(-1)?.id ?? '') || null : null,
  };
}

function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT - 1).trimEnd()}…` : line;
}
