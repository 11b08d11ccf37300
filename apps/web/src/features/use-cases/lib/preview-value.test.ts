import { describe, expect, it } from 'vitest';
import { EMPTY_KPI, emptyEstimate, emptyUseCase, withoutEmptyGroups } from './new-use-case-form';
import { previewTarget, previewValue } from './preview-value';

const today = new Date('2026-06-15T12:00:00Z');
const estimate = { ...emptyEstimate(today), low: '900000', likely: '1600000', high: '2800000' };

describe('what stands in the form', () => {
  it('is worked out as it is typed', () => {
    expect(previewValue(estimate, '0.08')).toMatchObject({ expected: '1683333.33', paybackMonths: 0 });
    expect(previewValue({ ...estimate, oneOffCost: '500000' }, '0.08')?.paybackMonths).toBeGreaterThan(0);
  });

  it.each([
    { low: '' },
    { low: 'a lot' },
    { low: '2000000' },
    { high: '1' },
    { horizonYears: -1 },
    { horizonYears: Number.NaN },
    { rampUpMonths: 0.5 },
    { oneOffCost: '-1' },
    { yearlyRunCost: 'x' },
  ])('is not worked out from %o', (wrong) =>
    expect(previewValue({ ...estimate, ...wrong }, '0.08')).toBeNull(),
  );

  it('says what a target is worth', () => {
    const kpi = { ...EMPTY_KPI, baseline: '28.2', target: '18', valuePerUnit: '240000', attribution: '0.8' };
    expect(previewTarget(kpi)).toBe('1958400.00');
    expect(previewTarget({ ...kpi, target: '' })).toBeNull();
  });

  it('leaves out the groups that were not begun', () => {
    expect(withoutEmptyGroups(emptyUseCase(today))).toMatchObject({ estimate: null, kpi: null });
    const begun = { ...emptyUseCase(today), estimate: { ...estimate, high: '' } };
    expect(withoutEmptyGroups(begun)).toMatchObject({ estimate: { low: '900000', high: '' }, kpi: null });
  });
});
