import { z } from 'zod';
import { BENEFIT_TYPES } from './enums';
import type { GateReviewView } from './gate';
import type { FindingView, RoundView } from './review';

export const decisionPackInputSchema = z.object({ number: z.int().min(1), reviewId: z.uuid() });
export type DecisionPackInput = z.infer<typeof decisionPackInputSchema>;

/** Money and measures were written as figures or as text, by what kept them: as text here. */
const figure = z.union([z.string(), z.number()]).transform(String);

/** A use case as a decision has kept it; what an older decision did not keep is null or empty. */
export const judgedUseCaseSchema = z.object({
  title: z.string().catch(''),
  problemStatement: z.string().catch(''),
  expectedOutcome: z.string().catch(''),
  businessUnit: z.string().catch(''),
  owner: z.string().catch(''),
  sponsor: z.string().catch(''),
  benefitType: z.enum(BENEFIT_TYPES).nullable().catch(null),
  feasibility: z.number().nullable().catch(null),
  risk: z.number().nullable().catch(null),
  estimate: z
    .object({
      low: figure,
      likely: figure,
      high: figure,
      currency: z.string().catch('EUR'),
      oneOffCost: figure.nullable().catch(null),
      yearlyRunCost: figure.nullable().catch(null),
      rampUpMonths: z.number().nullable().catch(null),
      horizonYears: z.number().nullable().catch(null),
      assumptions: z.string().catch(''),
    })
    .nullable()
    .catch(null),
  kpis: z
    .array(
      z.object({
        name: z.string(),
        unit: z.string().catch(''),
        baseline: figure,
        target: figure,
        last: z.object({ value: figure }).nullable().catch(null),
      }),
    )
    .catch([]),
});
export type JudgedUseCase = z.output<typeof judgedUseCaseSchema>;

/** All that a decision was taken on, for one printed page. */
export interface DecisionPack {
  number: number;
  review: Omit<GateReviewView, 'snapshot'>;
  judged: JudgedUseCase & { expected: string | null };
  /** The review that the decision ended; null for what was decided without one. Its times are texts. */
  round:
    | (Omit<RoundView, 'approvals' | 'feedback' | 'requestedAt'> & {
        requestedAt: string;
        approvals: (Omit<RoundView['approvals'][number], 'at'> & { at: string })[];
        feedback: (Omit<RoundView['feedback'][number], 'at'> & { at: string })[];
      })
    | null;
  policyNumber: number | null;
  /** What the decision has asked for, as it stands today. */
  findings: FindingView[];
}
