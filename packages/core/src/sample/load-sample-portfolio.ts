import { DomainError } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import type { CoreContext } from '../context';
import { loadPolicies } from '../gate';
import { loadStages } from '../reference';
import { businessUnitId } from '../use-case/people-and-unit';
import { daysBefore } from './sample-clock';
import type { SampleOwner } from './sample-use-case';
import { SAMPLE_USE_CASES } from './use-cases';
import { tellMoment, writeSampleUseCase } from './write-use-case';

const MARKER = 'sample.portfolio';

/** Ids of people who exist already. Those left out are stood in for by `ownerId`. */
export interface SamplePeople {
  /** Owner of Consumer credit scoring and of what belongs to Retail credit. */
  ownerId: string;
  /** Who has taken the decisions of the past; not one of the owners. */
  approverId: string;
  operationsOwnerId?: string;
  commerceOwnerId?: string;
}

export interface SamplePortfolio {
  /** Consumer credit scoring. */
  useCaseId: string;
  useCaseNumber: number;
  /** Its KPI, bad-loan-share. */
  kpiId: string;
  /** False when it was there already, and nothing was written. */
  created: boolean;
  useCases: number;
}

/**
 * Loads the sample portfolio once: a second call finds the mark of the first and changes nothing. For the demo,
 * not for people: nobody's rights are asked. NOT_FOUND when a person does not exist.
 */
export async function loadSamplePortfolio(
  context: CoreContext,
  people: SamplePeople,
): Promise<SamplePortfolio> {
  return inTransaction(context.db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${MARKER}))`;
    const known = await tx.setting.findUnique({ where: { key: MARKER }, select: { value: true } });
    if (known) return { ...(known.value as unknown as SamplePortfolio), created: false };
    const now = context.clock.now();
    const stages = await loadStages(tx);
    const policies = await loadPolicies(tx, stages);
    const person = async (id: string) => {
      const found = await tx.user.findUnique({ where: { id }, select: { id: true, name: true } });
      if (!found) throw new DomainError('NOT_FOUND', `The sample portfolio needs a person ${id} who exists.`);
      return found;
    };
    const owners: Record<SampleOwner, { id: string; name: string }> = {
      credit: await person(people.ownerId),
      operations: await person(people.operationsOwnerId ?? people.ownerId),
      commerce: await person(people.commerceOwnerId ?? people.ownerId),
    };
    const approver = await person(people.approverId);
    const first = Math.max(...SAMPLE_USE_CASES.map(({ loggedDaysAgo }) => loggedDaysAgo));
    await tellMoment(tx, daysBefore(now, first));
    for (const { businessUnit } of SAMPLE_USE_CASES) await businessUnitId(tx, businessUnit);
    const written: { id: string; number: number }[] = [];
    for (const sample of SAMPLE_USE_CASES) {
      const contributors = (sample.contributors ?? []).map((who) => owners[who]);
      const setting = { now, stages, policies, owner: owners[sample.owner], contributors, approver };
      written.push(await writeSampleUseCase(tx, sample, setting));
    }
    await tellMoment(tx, null);
    const credit = written[0];
    const kpi = await tx.kpi.findFirstOrThrow({
      where: { useCaseId: credit?.id, key: 'bad-loan-share' },
      select: { id: true, useCaseId: true },
    });
    const result = {
      useCaseId: kpi.useCaseId,
      useCaseNumber: credit?.number ?? 0,
      kpiId: kpi.id,
      useCases: written.length,
    };
    await tx.setting.create({ data: { key: MARKER, value: result } });
    await notifyChange(tx, { topic: 'use-case', id: kpi.useCaseId, useCaseId: kpi.useCaseId });
    return { ...result, created: true };
  });
}
