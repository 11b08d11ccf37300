import type { AuditFacets, Principal } from '@jalon/contracts';
import { type Db, Prisma } from '@jalon/db';
import type { CoreContext } from '../context';

const MOST = 1000;

/** The different values of a column that an index begins with: from one to the next, not over all events. */
async function valuesOf(db: Db, column: 'actorId' | 'action' | 'subjectType'): Promise<string[]> {
  const name = Prisma.raw(`"${column}"`);
  const rows = await db.$queryRaw<{ value: string }[]>`
    WITH RECURSIVE known AS (
      (SELECT ${name} AS value FROM "AuditEvent" WHERE ${name} IS NOT NULL ORDER BY ${name} LIMIT 1)
      UNION ALL
      SELECT (SELECT e.${name} FROM "AuditEvent" e WHERE e.${name} > known.value ORDER BY e.${name} LIMIT 1)
      FROM known WHERE known.value IS NOT NULL
    ) SELECT value::text AS value FROM known WHERE value IS NOT NULL LIMIT ${MOST}`;
  return rows.map(({ value }) => value);
}

/** Who and what stands in the audit log. The caller holds `audit:read`. */
export async function listAuditFacets(context: CoreContext, _principal: Principal): Promise<AuditFacets> {
  const { db } = context;
  const [actors, actions, subjectTypes] = await Promise.all([
    valuesOf(db, 'actorId'),
    valuesOf(db, 'action'),
    valuesOf(db, 'subjectType'),
  ]);
  const people = await db.user.findMany({
    where: { id: { in: actors } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  });
  return { people, actions, subjectTypes };
}
