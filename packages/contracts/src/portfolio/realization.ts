import { z } from 'zod';
import { moneySchema } from './decimal';

/** What finance says of a month; while it has said nothing, the month is AWAITING. */
export const REALIZATION_VERDICTS = ['CONFIRMED', 'DISPUTED'] as const;
export type RealizationVerdict = (typeof REALIZATION_VERDICTS)[number];
export type RealizationStatus = 'AWAITING' | RealizationVerdict;

/** Days after the end of a month (UTC) by which finance has spoken. */
export const VERIFY_WITHIN_DAYS = 20;

/** A calendar month in UTC, 2026-05. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Write a month as year-month');

export const verifyRealizationInputSchema = z
  .object({
    useCaseId: z.uuid(),
    month: monthSchema,
    /** How many verdicts on this month were on the page; a later one answers STALE_VERSION. */
    revision: z.int().min(0),
    /** The computed amount that was on the page; another one by now answers STALE_VERSION. */
    computed: moneySchema,
    verdict: z.enum(REALIZATION_VERDICTS),
    /** What finance stands for; null for a dispute. */
    confirmed: moneySchema.nullable(),
    note: z.string().trim().max(2000, 'At most 2,000 characters').default(''),
  })
  .superRefine(({ verdict, confirmed, computed, note }, context) => {
    const refuse = (path: string, key: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], params: { key }, message });
    if (verdict === 'CONFIRMED' && confirmed === null) {
      refuse('confirmed', 'confirmedMissing', 'Say the amount that is confirmed');
    }
    if (verdict === 'DISPUTED' && confirmed !== null) {
      refuse('confirmed', 'confirmedOfDispute', 'What is disputed has no confirmed amount');
    }
    const asComputed = confirmed !== null && Number(confirmed) === Number(computed);
    if (!asComputed && note.length < 3) {
      refuse('note', 'noteMissing', 'Say why: at least three characters');
    }
  });
export type VerifyRealizationInput = z.infer<typeof verifyRealizationInputSchema>;

/** One verdict, as it was given. */
export interface RealizationDecision {
  verdict: RealizationVerdict;
  /** What was computed at that time. */
  computed: string;
  confirmed: string | null;
  note: string;
  by: string;
  /** Who had lent them the right. */
  onBehalfOf: string | null;
  at: Date;
}

export interface RealizationMonth {
  /** 2026-05, in UTC. */
  month: string;
  /** What the estimate in force when the month began foresaw for it; null without one. */
  forecast: string | null;
  /** From the samples as they are now. */
  computed: string;
  /** False for the month that is still running: it is not verified yet. */
  finished: boolean;
  status: RealizationStatus;
  /** Day by which finance has spoken. */
  verifyBy: string;
  overdue: boolean;
  /** The samples say something else now than when it was confirmed. */
  changedSince: boolean;
  /** Newest first; the first one is the state. */
  decisions: RealizationDecision[];
}

/** Months of a use case in production, newest first, and whether the reader may speak for finance. */
export interface RealizationView {
  currency: string;
  months: RealizationMonth[];
  /** `OWN`: nobody verifies their own; `NOT_FINANCE`: the reader does not approve for finance. */
  right: 'YES' | 'OWN' | 'NOT_FINANCE';
  /** Of what is shown, each by itself. */
  totals: { forecast: string; computed: string; confirmed: string };
}
