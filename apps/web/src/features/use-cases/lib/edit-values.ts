import type { UseCaseDetail, updateUseCaseInputSchema } from '@jalon/contracts';
import type { z } from 'zod';

export type EditInput = z.input<typeof updateUseCaseInputSchema>;

/** What the form of an edit holds, in its order. */
export const EDITED_FIELDS = [
  'title',
  'problemStatement',
  'expectedOutcome',
  'benefitType',
  'feasibility',
  'risk',
  'businessUnit',
  'initiative',
  'ownerId',
  'contributorIds',
  'sponsor',
  'tags',
] as const;
export type EditedField = (typeof EDITED_FIELDS)[number];

/** A use case as the form of an edit has it. */
export function editValuesOf(useCase: UseCaseDetail): EditInput {
  const { id, version, title, problemStatement, expectedOutcome, sponsor, benefitType } = useCase;
  const { feasibility, risk, tags, businessUnit, initiative, owner, contributorIds } = useCase;
  const texts = { title, problemStatement, expectedOutcome, sponsor, benefitType };
  return {
    id,
    version,
    ...texts,
    feasibility,
    risk,
    tags,
    businessUnit: businessUnit.name,
    initiative: initiative?.name ?? '',
    ownerId: owner.id,
    contributorIds,
  };
}
