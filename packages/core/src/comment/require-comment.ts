import { DomainError } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { COMMENT_COLUMNS } from './view-comment';

/** The comment of an id, locked until the transaction ends. NOT_FOUND; CONFLICT once it is removed. */
export async function requireComment(tx: Db, id: string) {
  await tx.$queryRaw`SELECT id FROM "UseCaseComment" WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.useCaseComment.findUnique({ where: { id }, select: COMMENT_COLUMNS });
  if (!row) throw new DomainError('NOT_FOUND', 'There is no such comment, or you may not see it.');
  if (row.removedAt) throw new DomainError('CONFLICT', 'This comment was removed: write a new one.');
  return row;
}
