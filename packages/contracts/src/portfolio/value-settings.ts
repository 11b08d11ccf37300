import { z } from 'zod';
import { compareDecimals } from './decimal';
import { STAGE_KEYS, type StageKey } from './enums';
import type { StageView } from './reference';

const RATE = /^\d(\.\d{1,4})?$/;
const PROBABILITY = /^(0(\.\d{1,4})?|1(\.0{1,4})?)$/;

/** A yearly rate as a decimal, 0.08 is 8 %; at most 100 %. */
const rateSchema = z
  .string()
  .trim()
  .refine((value) => RATE.test(value) && compareDecimals(value, '1') <= 0, {
    message: 'A rate lies between 0 and 100 %',
    params: { key: 'rate' },
  });

const probabilitySchema = z
  .string()
  .trim()
  .refine((value) => PROBABILITY.test(value), {
    message: 'A probability lies between 0 and 100 %',
    params: { key: 'rate' },
  });

const settingsFields = {
  /** Yearly. */
  discountRate: rateSchema,
  /** Of reaching production, by stage; that of production itself is 1. */
  reach: z.record(z.enum(STAGE_KEYS), probabilitySchema),
};

/** What every figure of value is worked out with. */
export const valueAssumptionsSchema = z.object(settingsFields);
export type ValueAssumptions = z.infer<typeof valueAssumptionsSchema>;

export const saveValueSettingsInputSchema = valueAssumptionsSchema
  .extend({
    /** What was on the page; something else in the database answers STALE_VERSION. */
    was: valueAssumptionsSchema,
  })
  .superRefine(({ reach }, context) => {
    const refuse = (stage: StageKey, key: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['reach', stage], params: { key }, message });
    if (compareDecimals(reach.production, '1') !== 0) {
      refuse('production', 'inProduction', 'What is in production has reached it: 100 %');
    }
    STAGE_KEYS.forEach((stage, index) => {
      const before = STAGE_KEYS[index - 1];
      // What is no number has been refused already: it compares with nothing.
      if (!before || !(compareDecimals(reach[stage], reach[before]) < 0)) return;
      refuse(
        stage,
        'lessLikely',
        'A later stage cannot be less likely to reach production than the one before it',
      );
    });
  });
export type SaveValueSettingsInput = z.infer<typeof saveValueSettingsInputSchema>;

export interface ValueSettingsView {
  discountRate: string;
  stages: {
    stage: StageView;
    /** Of those that were ever in it: how many reached production; of `settled`, the others were rejected. */
    reached: number;
    settled: number;
  }[];
}
