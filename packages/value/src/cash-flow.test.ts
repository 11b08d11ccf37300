import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cashFlow, netPresentValue, paybackMonths, returnOnInvestment } from './cash-flow';
import { exact, sumMoney } from './money';
import { CASES, investment } from './testing/arbitraries';

const example = {
  yearlyBenefit: '1200000',
  rampUpMonths: 12,
  horizonYears: 3,
  oneOffCost: '500000',
  yearlyRunCost: '100000',
};

describe('cash flow', () => {
  it('earns half a year over a ramp of twelve months, then all of it', () => {
    expect(cashFlow(example).map((year) => year.net)).toEqual([
      '-500000.00',
      '500000.00',
      '1100000.00',
      '1100000.00',
    ]);
  });

  it('loses exactly half the ramp, when the ramp ends within the horizon', () => {
    fc.assert(
      fc.property(investment, (terms) => {
        fc.pre(terms.rampUpMonths <= terms.horizonYears * 12);
        const benefits = sumMoney(cashFlow(terms).map((year) => year.benefit));
        const months = terms.horizonYears * 12 - terms.rampUpMonths / 2;
        const whole = exact(terms.yearlyBenefit).times(months).div(12);
        expect(whole.minus(benefits).abs().lte(exact('0.01').times(terms.horizonYears))).toBe(true);
      }),
      CASES,
    );
  });

  it('never falls from one year to the next while it ramps up', () => {
    fc.assert(
      fc.property(investment, (terms) => {
        const benefits = cashFlow(terms).map((year) => exact(year.benefit));
        benefits.reduce((before, now) => {
          expect(now.gte(before.minus('0.01'))).toBe(true);
          return now;
        });
      }),
      CASES,
    );
  });

  it.each([
    ['horizonYears', { horizonYears: -2 }],
    ['horizonYears', { horizonYears: 2.5 }],
    ['rampUpMonths', { rampUpMonths: -1 }],
    ['oneOffCost', { oneOffCost: '-1' }],
    ['yearlyRunCost', { yearlyRunCost: '-0.01' }],
  ])('refuses a bad %s, naming it', (path, wrong) => {
    const attempt = () => cashFlow({ ...example, ...wrong });
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'VALIDATION', details: [expect.objectContaining({ path })] }),
    );
  });
});

describe('net present value', () => {
  it('is the sum of the nets at a rate of nothing, and falls as the rate rises when costs come first', () => {
    fc.assert(
      fc.property(investment, fc.integer({ min: 0, max: 50 }), (terms, percent) => {
        const nets = cashFlow(terms).map((year) => year.net);
        expect(netPresentValue(terms, 0)).toBe(sumMoney(nets));
        fc.pre(nets.slice(1).every((net) => !net.startsWith('-')));
        const rate = exact(percent).div(100);
        expect(exact(netPresentValue(terms, rate.plus('0.01'))).lte(netPresentValue(terms, rate))).toBe(true);
      }),
      CASES,
    );
  });

  it('is what a spreadsheet says', () => {
    expect(netPresentValue(example, '0.08')).toBe('1779251.13');
  });
});

describe('payback', () => {
  it('is the first month in which the benefit has paid for every cost', () => {
    fc.assert(
      fc.property(investment, (terms) => {
        const month = paybackMonths(terms);
        const total = sumMoney(cashFlow(terms).map((year) => year.net));
        if (month === null) expect(exact(total).lte('0.20')).toBe(true);
        else expect(month).toBeLessThanOrEqual(terms.horizonYears * 12);
        expect(paybackMonths({ ...terms, oneOffCost: 0, yearlyRunCost: 0 })).toBe(0);
      }),
      CASES,
    );
  });

  it('is found to the month', () => {
    expect(paybackMonths({ ...example, rampUpMonths: 0, yearlyRunCost: 0 })).toBe(5);
    expect(paybackMonths({ ...example, yearlyBenefit: '10' })).toBeNull();
  });
});

describe('return on investment', () => {
  it('is nothing without a cost, and positive exactly when the nets add up to more than nothing', () => {
    fc.assert(
      fc.property(investment, (terms) => {
        const total = exact(sumMoney(cashFlow(terms).map((year) => year.net)));
        const ratio = returnOnInvestment(terms);
        if (ratio === null) return;
        expect(exact(ratio).gt(0) ? total.gt(0) : total.lte(0) || exact(ratio).isZero()).toBe(true);
      }),
      CASES,
    );
    expect(returnOnInvestment({ ...example, oneOffCost: 0, yearlyRunCost: 0 })).toBeNull();
    expect(returnOnInvestment(example)).toBe('2.75');
  });
});
