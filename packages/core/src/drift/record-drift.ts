import type { DriftItem } from '@jalon/contracts';
import { type Db, notifyChange } from '@jalon/db';
import { canonicalJson } from '@jalon/reconciler';
import { toJson } from '../json';

export interface RecordDriftInput {
  environmentId: string;
  projectId: string;
  items: DriftItem[];
  /** When the host was seen so. */
  at: Date;
}

/** Writes down how what runs differs from what was deployed, and since when; tells the page when that is news. */
export async function recordDrift(
  db: Db,
  { environmentId, projectId, items, at }: RecordDriftInput,
): Promise<void> {
  const before = await db.environment.findUnique({
    where: { id: environmentId },
    select: { drift: true, driftSince: true },
  });
  if (!before || canonicalJson(before.drift) === canonicalJson(items)) return;
  await db.environment.update({
    where: { id: environmentId },
    data: { drift: toJson(items), driftSince: items.length === 0 ? null : (before.driftSince ?? at) },
    select: { id: true },
  });
  await notifyChange(db, { topic: 'environment', id: environmentId, projectId, environmentId });
}
