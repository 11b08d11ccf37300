import { DomainError } from '@jalon/contracts';
import { type DecimalInput, type Exact, exact, ONE, toMoney, ZERO } from './money';

/** What an investment gives and costs. Amounts in one currency, months and years whole. */
export interface Investment {
  /** EBITDA a year at full run rate, before the run cost. */
  yearlyBenefit: DecimalInput;
  /** The benefit grows in a straight line from nothing to all of it over these months; 0 is at once. */
  rampUpMonths: number;
  horizonYears: number;
  /** Spent at the start. */
  oneOffCost: DecimalInput;
  yearlyRunCost: DecimalInput;
}

/** One year of cash: year 0 is the start, where only the one-off cost falls. */
export interface CashFlowYear {
  year: number;
  benefit: string;
  cost: string;
  net: string;
}

const MONTHS = 12;

function assertInvestment(investment: Investment): void {
  const wrong = (path: string, message: string): never => {
    throw new DomainError('VALIDATION', message, [{ path, message }]);
  };
  if (!Number.isInteger(investment.horizonYears) || investment.horizonYears < 1) {
    wrong('horizonYears', 'The horizon must be a whole number of years, at least one.');
  }
  if (!Number.isInteger(investment.rampUpMonths) || investment.rampUpMonths < 0) {
    wrong('rampUpMonths', 'The ramp-up must be a whole number of months, zero or more.');
  }
  if (exact(investment.oneOffCost).isNegative()) wrong('oneOffCost', 'A cost cannot be negative.');
  if (exact(investment.yearlyRunCost).isNegative()) wrong('yearlyRunCost', 'A cost cannot be negative.');
}

/** Full months of benefit earned after `month` months (zero or more, whole or not): the area under the ramp. */
export function earnedMonths(month: DecimalInput, rampUpMonths: number): Exact {
  const months = exact(month);
  if (months.gt(rampUpMonths)) return months.minus(exact(rampUpMonths).div(2));
  return months.isZero() ? ZERO : months.times(months).div(rampUpMonths).div(2);
}

/** Cash year by year, from year 0 (the one-off cost) to the horizon. Throws VALIDATION naming the field. */
export function cashFlow(investment: Investment): CashFlowYear[] {
  assertInvestment(investment);
  const monthly = exact(investment.yearlyBenefit).div(MONTHS);
  const start = exact(investment.oneOffCost);
  const years: CashFlowYear[] = [
    { year: 0, benefit: toMoney(0), cost: toMoney(start), net: toMoney(start.neg()) },
  ];
  for (let year = 1; year <= investment.horizonYears; year += 1) {
    const until = earnedMonths(year * MONTHS, investment.rampUpMonths);
    const before = earnedMonths((year - 1) * MONTHS, investment.rampUpMonths);
    const benefit = exact(toMoney(monthly.times(until.minus(before))));
    const cost = exact(toMoney(investment.yearlyRunCost));
    years.push({ year, benefit: toMoney(benefit), cost: toMoney(cost), net: toMoney(benefit.minus(cost)) });
  }
  return years;
}

/** Net present value: each year's net, discounted from its end at `rate` a year (0.08 is 8 %). */
export function netPresentValue(investment: Investment, rate: DecimalInput): string {
  const factor = ONE.plus(rate);
  if (factor.lte(0)) {
    throw new DomainError('VALIDATION', 'The discount rate must be above −100 %.', [
      { path: 'rate', message: 'The discount rate must be above −100 %.' },
    ]);
  }
  let total = ZERO;
  for (const { year, net } of cashFlow(investment)) total = total.plus(exact(net).div(factor.pow(year)));
  return toMoney(total);
}

/**
 * The first whole month by whose end the benefit earned has paid for every cost so far; 0 when nothing was
 * spent, null when that month does not come within the horizon. Not discounted.
 */
export function paybackMonths(investment: Investment): number | null {
  assertInvestment(investment);
  const start = exact(investment.oneOffCost);
  if (start.isZero() && exact(investment.yearlyBenefit).gte(0) && exact(investment.yearlyRunCost).isZero())
    return 0;
  const monthlyBenefit = exact(investment.yearlyBenefit).div(MONTHS);
  const monthlyCost = exact(investment.yearlyRunCost).div(MONTHS);
  for (let month = 1; month <= investment.horizonYears * MONTHS; month += 1) {
    const earned = monthlyBenefit.times(earnedMonths(month, investment.rampUpMonths));
    if (earned.gte(start.plus(monthlyCost.times(month)))) return month;
  }
  return null;
}

/** (benefits − costs) / costs over the horizon, as a ratio (1.5 is 150 %); null when nothing is spent. */
export function returnOnInvestment(investment: Investment): string | null {
  let benefits = ZERO;
  let costs = ZERO;
  for (const year of cashFlow(investment)) {
    benefits = benefits.plus(year.benefit);
    costs = costs.plus(year.cost);
  }
  return costs.isZero() ? null : benefits.minus(costs).div(costs).toDecimalPlaces(4).toString();
}
