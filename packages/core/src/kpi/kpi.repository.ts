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

/** Writes the terms of a KPI; its key stays, jobs report under it. */
export async function writeKpi(tx: Db, id: string, input: KpiInput): Promise<void> {
  await tx.kpi.update({ where: { id }, data: columns(input), select: { id: true } });
}
