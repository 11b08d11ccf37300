import { DomainError, type KpiInput, slugOf } from '@jalon/contracts';
import type { Db } from '@jalon/db';

function columns(input: KpiInput) {
  const { key: _key, targetDate, ...rest } = input;
  return { ...rest, targetDate: targetDate ? new Date(`${targetDate}T00:00:00Z`) : null };
}

/** Adds a KPI to a use case; its key is made from its name when none is given. CONFLICT when the key is taken. */
export async function insertKpi(tx: Db, useCaseId: string, input: KpiInput, now: Date): Promise<string> {
  const key = input.key ?? (slugOf(input.name) || 'kpi');
  const taken = await tx.kpi.findUnique({
    where: { useCaseId_key: { useCaseId, key } },
    select: { name: true },
  });
  if (taken) {
    const message = `This use case has a KPI with the key ${key} already: ${taken.name}.`;
    throw new DomainError('CONFLICT', message, [{ path: input.key ? 'key' : 'name', message }]);
  }
  const row = await tx.kpi.create({
    data: { ...columns(input), useCaseId, key, createdAt: now },
    select: { id: true },
  });
  return row.id;
}

/**
 * Writes the terms of a KPI when it still is of that version; its key stays, jobs report under it. Says whether it was.
 */
export async function writeKpi(tx: Db, id: string, version: number, input: KpiInput): Promise<boolean> {
  const { count } = await tx.kpi.updateMany({
    where: { id, version },
    data: { ...columns(input), version: version + 1 },
  });
  return count === 1;
}
