import { DomainError, useCaseReference } from '@jalon/contracts';
import type { Db } from '@jalon/db';

interface Change {
  actorName: string;
  at: Date;
  fields: string[];
}

async function changesSince(db: Db, useCaseId: string, version: number): Promise<Change[]> {
  const rows = await db.auditEvent.findMany({
    where: { subjectType: 'use-case', subjectId: useCaseId },
    orderBy: { id: 'desc' },
    take: 50,
    select: { actorName: true, at: true, data: true },
  });
  return rows.flatMap(({ actorName, at, data }) => {
    const event = data as { version?: number; changed?: Record<string, unknown> };
    if (!event.version || event.version <= version) return [];
    return [{ actorName, at, fields: Object.keys(event.changed ?? {}) }];
  });
}

/** Who changed which fields since a version, as the history says, and when last. */
export async function whoChanged(
  db: Db,
  useCaseId: string,
  version: number,
): Promise<{ who: string; fields: string[]; latest: string }> {
  const changes = await changesSince(db, useCaseId, version);
  return {
    who: [...new Set(changes.map((change) => change.actorName).filter(Boolean))].join(', ') || 'Somebody',
    fields: [...new Set(changes.flatMap((change) => change.fields))],
    latest: changes[0]?.at.toISOString() ?? '',
  };
}

/**
 * The error for an edit made on a version that is no longer the latest: who changed what since, so that nothing
 * typed need be lost. One detail per changed field, its path the field.
 */
export async function staleVersion(
  db: Db,
  useCase: { id: string; number: number; version: number },
  seen: number,
): Promise<DomainError> {
  const { who, fields, latest } = await whoChanged(db, useCase.id, seen);
  const what = fields.length > 0 ? fields.join(', ') : 'the use case';
  return new DomainError(
    'STALE_VERSION',
    `${who} changed ${what} of ${useCaseReference(useCase.number)} after you opened it. ` +
      'Nothing was saved and nothing you typed is lost: look at the latest version, then save again.',
    fields.map((path) => ({ path, message: `${who} changed this ${latest}`.trim() })),
  );
}
