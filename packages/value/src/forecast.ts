import { earnedMonths } from './cash-flow';
import { type DecimalInput, type Exact, exact, toMoney, ZERO } from './money';
import type { Period } from './realised';

/** What an estimate foresees: a benefit that grows in a straight line from its start. */
export interface Forecast {
  /** EBITDA a year at full run rate. */
  yearlyBenefit: DecimalInput;
  rampUpMonths: number;
  /** Midnight UTC of the planned start. */
  startDate: Date;
  horizonYears: number;
}

const MONTHS = 12;

/** Months from `start` to a moment; a part of a calendar month counts by its share of that month. */
function monthsSince(start: Date, at: Date): Exact {
  const whole =
    (at.getUTCFullYear() - start.getUTCFullYear()) * MONTHS + at.getUTCMonth() - start.getUTCMonth();
  return exact(whole).plus(shareOfMonth(at)).minus(shareOfMonth(start));
}

function shareOfMonth(at: Date): Exact {
  const begin = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
  const end = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
  return exact(at.getTime() - begin).div(end - begin);
}

/**
 * What an estimate foresaw for a period (UTC): the benefit earned under its ramp between both ends, before costs.
 * Nothing before its start and after its horizon. In the estimate's currency.
 */
export function forecastFor(forecast: Forecast, period: Period): string {
  const horizon = exact(forecast.horizonYears * MONTHS);
  const earnedUntil = (at: Date): Exact => {
    const months = monthsSince(forecast.startDate, at);
    if (months.lte(0)) return ZERO;
    return earnedMonths(months.gt(horizon) ? horizon : months, forecast.rampUpMonths);
  };
  const earned = earnedUntil(period.to).minus(earnedUntil(period.from));
  return toMoney(exact(forecast.yearlyBenefit).div(MONTHS).times(earned));
}
