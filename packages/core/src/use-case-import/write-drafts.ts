import { randomUUID } from 'node:crypto';
import type { Principal } from '@jalon/contracts';
import type { Tx } from '@jalon/db';
import { loadStages, stageOf } from '../reference';
import { businessUnitId, initiativeId } from '../use-case/people-and-unit';
import type { Draft } from './row-reader';

export interface MadeUseCase {
  id: string;
  number: number;
  title: string;
  contributorIds: string[];
}

/** The id of every business unit that is named; one that is not known yet is made. */
async function unitIds(tx: Tx, drafts: readonly Draft[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { businessUnit } of drafts) {
    const key = businessUnit.toLowerCase();
    if (!ids.has(key)) ids.set(key, await businessUnitId(tx, businessUnit));
  }
  return ids;
}

/** The same of initiatives; null where none is named. */
async function initiativeIds(tx: Tx, drafts: readonly Draft[]): Promise<Map<string, string | null>> {
  const ids = new Map<string, string | null>();
  for (const { initiative } of drafts) {
    const key = initiative.toLowerCase();
    if (!ids.has(key)) ids.set(key, await initiativeId(tx, initiative));
  }
  return ids;
}

/**
 * Writes use cases and their estimates, two statements whatever their number; numbers are given in the order of the drafts.
 * Amounts travel as text, so that no figure is ever a float.
 */
export async function writeDrafts(
  tx: Tx,
  principal: Principal,
  drafts: readonly Draft[],
  now: Date,
): Promise<MadeUseCase[]> {
  const { id: stageId } = stageOf(await loadStages(tx), 'idea');
  const units = await unitIds(tx, drafts);
  const initiatives = await initiativeIds(tx, drafts);
  const rows = drafts.map(({ businessUnit, initiative, ...draft }) => ({
    ...draft,
    id: randomUUID(),
    businessUnitId: units.get(businessUnit.toLowerCase()),
    initiativeId: initiatives.get(initiative.toLowerCase()),
  }));
  const useCases = JSON.stringify(rows.map(({ estimate: _estimate, ...fields }) => fields));
  const made = await tx.$queryRaw<MadeUseCase[]>`
    INSERT INTO "UseCase" (id, title, "problemStatement", "expectedOutcome", "businessUnitId", "initiativeId", "ownerId",
      "contributorIds", sponsor, "benefitType", feasibility, risk, tags, "stageId", "stageSince", "createdAt", "updatedAt")
    SELECT id, title, "problemStatement", "expectedOutcome", "businessUnitId", "initiativeId", "ownerId",
      ARRAY(SELECT jsonb_array_elements_text("contributorIds")::uuid), sponsor, "benefitType"::"BenefitType", feasibility, risk, ARRAY(SELECT jsonb_array_elements_text(tags)),
      ${stageId}::uuid, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
    FROM jsonb_to_recordset(${useCases}::jsonb) AS r(id uuid, title text, "problemStatement" text,
      "expectedOutcome" text, "businessUnitId" uuid, "initiativeId" uuid, "ownerId" uuid, "contributorIds" jsonb,
      sponsor text, "benefitType" text, feasibility int, risk int, tags jsonb)
    RETURNING id, number, title, "contributorIds"::text[] AS "contributorIds"`;
  const estimates = JSON.stringify(
    rows.flatMap(({ id, estimate }) => (estimate ? [{ ...estimate, id: randomUUID(), useCaseId: id }] : [])),
  );
  await tx.$executeRaw`
    INSERT INTO "ValueEstimate" (id, "useCaseId", "stageId", low, likely, high, "rampUpMonths", "startDate",
      "horizonYears", "oneOffCost", "yearlyRunCost", "authorId", "createdAt")
    SELECT id, "useCaseId", ${stageId}::uuid, low, likely, high, "rampUpMonths", "startDate",
      "horizonYears", "oneOffCost", "yearlyRunCost", ${principal.userId}::uuid, ${now}::timestamptz
    FROM jsonb_to_recordset(${estimates}::jsonb) AS r(id uuid, "useCaseId" uuid, low numeric, likely numeric,
      high numeric, "rampUpMonths" int, "startDate" date, "horizonYears" int, "oneOffCost" numeric,
      "yearlyRunCost" numeric)`;
  return made;
}
