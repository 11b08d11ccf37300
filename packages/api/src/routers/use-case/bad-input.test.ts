import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failureOf,
  NEW_ESTIMATE,
  NEW_KPI,
  NEW_USE_CASE,
  type PortfolioWorld,
  portfolioWorld,
} from '../../testing/portfolio-world';

let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld();
});
afterAll(() => world.close());

const FIELDS: [string, Record<string, unknown>][] = [
  ['title', { title: '  ' }],
  ['title', { title: 'x'.repeat(161) }],
  ['businessUnit', { businessUnit: '' }],
  ['benefitType', { benefitType: 'FAME' }],
  ['feasibility', { feasibility: 0 }],
  ['feasibility', { feasibility: 2.5 }],
  ['risk', { risk: 6 }],
  ['tags', { tags: Array.from({ length: 21 }, (_, index) => `tag-${index}`) }],
  ['ownerId', { ownerId: 'somebody' }],
];
const ESTIMATE: [string, string, Record<string, unknown>][] = [
  ['LOW_ABOVE_LIKELY', 'low', { low: '1600000.01' }],
  ['LOW_ABOVE_LIKELY', 'high', { high: '1599999.99' }],
  ['VALIDATION', 'estimate.horizonYears', { horizonYears: -1 }],
  ['VALIDATION', 'estimate.horizonYears', { horizonYears: 0 }],
  ['VALIDATION', 'estimate.horizonYears', { horizonYears: 21 }],
  ['VALIDATION', 'estimate.horizonYears', { horizonYears: 1.5 }],
  ['VALIDATION', 'estimate.rampUpMonths', { rampUpMonths: -3 }],
  ['VALIDATION', 'estimate.low', { low: 'a lot' }],
  ['VALIDATION', 'estimate.low', { low: '' }],
  ['VALIDATION', 'estimate.likely', { likely: '1.234' }],
  ['VALIDATION', 'estimate.high', { high: '1e9' }],
  ['VALIDATION', 'estimate.high', { high: '9999999999999999' }],
  ['VALIDATION', 'estimate.currency', { currency: 'XXX' }],
  ['VALIDATION', 'estimate.startDate', { startDate: '2026-02-30' }],
  ['VALIDATION', 'estimate.oneOffCost', { oneOffCost: '-1' }],
];
const KPI: [string, Record<string, unknown>][] = [
  ['kpi.target', { target: '30' }],
  ['kpi.target', { target: '28.2' }],
  ['kpi.target', { direction: 'HIGHER_IS_BETTER' }],
  ['kpi.baseline', { baseline: 'NaN' }],
  ['kpi.attribution', { attribution: '1.2' }],
  ['kpi.tolerance', { tolerance: '-0.5' }],
  ['kpi.key', { key: 'Not A Key' }],
  ['kpi.targetDate', { targetDate: 'soon' }],
];

const create = (over: object) =>
  failureOf(world.as('owner').useCase.create({ ...NEW_USE_CASE, ...over } as typeof NEW_USE_CASE));

describe('bad input gets a clear answer and writes nothing', () => {
  it.each(FIELDS)('%s: %o', async (path, wrong) => {
    const failure = await create(wrong);
    expect(failure).toMatchObject({ code: 'VALIDATION', paths: [path] });
    expect(failure.message).not.toBe('');
  });

  it.each(ESTIMATE)('%s %s: %o', async (code, path, wrong) => {
    expect(await create({ estimate: { ...NEW_ESTIMATE, ...wrong } })).toMatchObject({ code, paths: [path] });
  });

  it.each(KPI)('%s: %o', async (path, wrong) => {
    expect(await create({ kpi: { ...NEW_KPI, ...wrong } })).toMatchObject({
      code: 'VALIDATION',
      paths: [path],
    });
  });

  it('left the database empty', async () => {
    expect(await world.test.db.useCase.count()).toBe(0);
    expect(await world.test.db.auditEvent.count()).toBe(0);
  });
});
