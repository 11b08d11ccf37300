import { z } from 'zod';
import { measureSchema } from './decimal';

/** More than three years of days in one request. */
export const PUSH_SAMPLES_MAX = 1000;
export const PUSH_BYTES_MAX = 256 * 1024;
/** Requests that one token may make in a minute. */
export const PUSH_PER_MINUTE = 60;

const momentSchema = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error: 'Write a moment with its zone, such as 2026-05-31T18:00:00Z, or a day (midnight UTC)',
});

/** A JSON number is rounded to six decimals; a string is taken as it stands. */
const pushedValueSchema = z
  .union([z.string(), z.number()], { error: 'Write a number, or a string of digits such as "28.2"' })
  .transform((value) => (typeof value === 'number' ? String(Number(value.toFixed(6))) : value))
  .pipe(measureSchema);

const pushedSampleSchema = z.strictObject({
  at: momentSchema.transform((text) => new Date(text)),
  value: pushedValueSchema,
});

/** What is pushed, once it has been put under `samples`. */
export const pushSamplesSchema = z.object({
  samples: z
    .array(pushedSampleSchema)
    .min(1, 'Send at least one sample')
    .max(PUSH_SAMPLES_MAX, `At most ${PUSH_SAMPLES_MAX} samples in one request`),
});
export type PushedSample = z.infer<typeof pushedSampleSchema>;

export interface PushResult {
  /** Key of the KPI. */
  kpi: string;
  /** Written by this request. */
  stored: number;
  /** Had been there already, with the same value. */
  known: number;
}

export const TOKEN_DAYS = [30, 90, 365] as const;

export const createKpiTokenInputSchema = z.object({
  useCaseId: z.uuid(),
  /** Null: every KPI of the use case. */
  kpiId: z.uuid().nullable(),
  name: z.string().trim().min(2, 'At least two characters').max(80, 'At most 80 characters'),
  days: z.int().min(1).max(365),
});
export type CreateKpiTokenInput = z.infer<typeof createKpiTokenInputSchema>;

export const kpiTokenIdInputSchema = z.object({ tokenId: z.uuid() });

export interface KpiTokenView {
  id: string;
  name: string;
  /** Null: every KPI of the use case. */
  kpi: { key: string; name: string } | null;
  state: 'ACTIVE' | 'EXPIRED' | 'REVOKED';
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}
