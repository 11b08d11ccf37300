import { z } from 'zod';
import { useCaseFields } from './use-case';

/** What the life of a use case may be turned to, besides its gates. */
export const LIFECYCLE_ACTIONS = ['HOLD', 'REJECT', 'RETIRE', 'RESTORE'] as const;
export type LifecycleAction = (typeof LIFECYCLE_ACTIONS)[number];

export const changeLifecycleInputSchema = z.object({
  useCaseId: z.uuid(),
  /** The version that was looked at; a later one in the database answers STALE_VERSION. */
  version: z.int().min(1),
  action: z.enum(LIFECYCLE_ACTIONS),
  /** Kept in the history and shown on the page. */
  reason: z.string().trim().min(3, 'At least three characters').max(2000, 'At most 2,000 characters'),
});
export type ChangeLifecycleInput = z.infer<typeof changeLifecycleInputSchema>;

export const duplicateUseCaseInputSchema = z.object({
  useCaseId: z.uuid(),
  title: useCaseFields.title,
});
export type DuplicateUseCaseInput = z.infer<typeof duplicateUseCaseInputSchema>;

/** What a use case had realised when it was retired: computed from its KPIs, decimal text, months in UTC. */
export interface FrozenRealised {
  /** ISO 8601. */
  at: string;
  currency: string;
  total: string;
  months: { month: string; amount: string }[];
}

/** Why a use case has the status it has. */
export interface StatusChange {
  at: Date;
  actorName: string;
  reason: string;
}
