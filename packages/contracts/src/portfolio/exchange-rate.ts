import { z } from 'zod';
import { BASE_CURRENCY, CURRENCIES } from './enums';

const RATE = /^\d{1,9}(\.\d{1,8})?$/;

export const addExchangeRateInputSchema = z.object({
  currency: z.enum(CURRENCIES).refine((currency) => currency !== BASE_CURRENCY, {
    message: 'The base currency is one of itself',
  }),
  /** From this day (UTC) on. */
  day: z.iso.date('Write a date as year-month-day'),
  /** What one unit is in the base currency. */
  rate: z
    .string()
    .trim()
    .refine((value) => RATE.test(value) && Number(value) > 0, {
      message: 'Write a number above zero, with at most eight decimals, such as 0.92',
      params: { key: 'exchangeRate' },
    }),
});
export type AddExchangeRateInput = z.infer<typeof addExchangeRateInputSchema>;

export interface ExchangeRateView {
  id: string;
  currency: string;
  /** 2026-05-31. */
  day: string;
  rate: string;
  author: string;
  recordedAt: Date;
  /** A later entry for the same day counts instead. */
  replaced: boolean;
}
