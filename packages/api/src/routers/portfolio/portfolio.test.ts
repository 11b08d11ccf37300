import { loadSamplePortfolio } from '@jalon/core/sample';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf, type PortfolioWorld, portfolioWorld } from '../../testing/portfolio-world';

let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld();
});
afterAll(() => world.close());

const load = () =>
  loadSamplePortfolio(world.core, {
    ownerId: world.people.owner.userId,
    approverId: world.people.approver.userId,
  });

describe('the portfolio', () => {
  it('of nothing is empty and says so in every figure', async () => {
    const empty = await world.as('owner').portfolio.summary({});
    expect(empty).toMatchObject({
      total: 0,
      production: { count: 0, expected: '0.00', band: { p10: '0.00', p90: '0.00' } },
      realised: { computed: '0.00', covered: null, kpis: 0 },
      matrix: [],
      needs: [],
    });
    expect(empty.funnel.map((stage) => stage.stage.key)).toEqual([
      'idea',
      'proof-of-concept',
      'prototyping',
      'packaging',
      'production',
    ]);
  });

  it('is loaded from the sample once; the second time changes nothing', async () => {
    const first = await load();
    expect(first).toMatchObject({ useCaseNumber: 1, created: true, useCases: 16 });
    const counts = async () =>
      Promise.all([
        world.test.db.useCase.count(),
        world.test.db.valueEstimate.count(),
        world.test.db.kpiSample.count(),
        world.test.db.gateReview.count(),
        world.test.db.auditEvent.count(),
      ]);
    const before = await counts();
    expect(await load()).toEqual({ ...first, created: false });
    expect(await counts()).toEqual(before);
  });

  it('adds up: stages to groups, cents included, and the bands lie around the expected', async () => {
    const summary = await world.as('owner').portfolio.summary({});
    const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));
    const stages = summary.funnel.filter((stage) => stage.stage.key !== 'production');
    expect(stages.reduce((sum, stage) => sum + cents(stage.riskAdjusted), 0n)).toBe(
      cents(summary.pipeline.riskAdjusted),
    );
    expect(stages.reduce((sum, stage) => sum + cents(stage.expected), 0n)).toBe(
      cents(summary.pipeline.expected),
    );
    expect(summary.production.expected).toBe(summary.production.riskAdjusted);
    for (const { band, riskAdjusted } of [summary.production, summary.pipeline]) {
      expect(Number(band.p10)).toBeLessThan(Number(riskAdjusted));
      expect(Number(band.p90)).toBeGreaterThan(Number(riskAdjusted));
    }
    expect(summary.realised.months.reduce((sum, month) => sum + cents(month.computed), 0n)).toBe(
      cents(summary.realised.computed),
    );
    expect(Number(summary.realised.computed)).toBeGreaterThan(100_000);
    expect(summary.realised.covered).toBeLessThan(1);
  });

  it('of the sample has months that finance has confirmed, one that it disputes, and some that wait', async () => {
    const { items } = await world.as('owner').useCase.list({ stages: ['production'] });
    const views = await Promise.all(
      items.map(({ id }) => world.as('owner').realization.get({ useCaseId: id })),
    );
    const months = views.flatMap((view) => view.months.filter((month) => month.finished));
    const count = (status: string) => months.filter((month) => month.status === status).length;
    expect(count('CONFIRMED')).toBeGreaterThan(20);
    expect(count('DISPUTED')).toBe(1);
    expect(count('AWAITING')).toBeGreaterThanOrEqual(3);
    expect(months.some((month) => month.overdue)).toBe(true);
    expect(months.some((month) => month.changedSince)).toBe(false);
  });

  it('of the sample has a past: at the end of a day, as it was recorded then', async () => {
    const at = async (asOf: string) => (await world.as('owner').portfolio.summary({ asOf })).funnel;
    const counts = async (asOf: string) => (await at(asOf)).map((stage) => stage.count);
    expect(await counts('2023-01-01')).toEqual([0, 0, 0, 0, 0]);
    // Fifteen months before, what is now in production was on its way, and what is retired was there.
    expect(await counts('2025-03-15')).toEqual([2, 1, 1, 1, 1]);
    const {
      asOf: _then,
      needs: _none,
      needsTotal: _nothing,
      ...today
    } = await world.as('owner').portfolio.summary({
      asOf: '2026-06-15',
    });
    const {
      asOf: _now,
      needs: _some,
      needsTotal: _many,
      ...now
    } = await world.as('owner').portfolio.summary({});
    expect(today).toEqual(now);
  });

  it('leaves what is on hold, rejected or retired out of every sum', async () => {
    const before = await world.as('owner').portfolio.summary({});
    const { items } = await world.as('owner').useCase.list({ statuses: ['ACTIVE'], stages: ['packaging'] });
    const held = items[0];
    if (!held) throw new Error('The sample has use cases in packaging');
    const { version, estimateId } = await world.as('admin').gate.get({ useCaseId: held.id });
    const decision = { decision: 'HOLD' as const, rationale: 'Waits for another budget year.' };
    await world.as('admin').gate.decide({ useCaseId: held.id, version, estimateId, ...decision });
    const after = await world.as('owner').portfolio.summary({});
    const lost = Number(before.pipeline.expected) - Number(after.pipeline.expected);
    expect(lost).toBeCloseTo(Number(held.range?.expected), 2);
    expect(after.total).toBe(before.total);
    expect(after.funnel[3]?.onHold).toBe(1);
  });

  it('tells each person what waits for them', async () => {
    const approver = await world.as('approver').portfolio.summary({});
    expect(approver.needs.length).toBeGreaterThan(0);
    expect(new Set(approver.needs.map((need) => need.kind))).toEqual(new Set(['GATE_READY']));
    const owner = await world.as('owner').portfolio.summary({});
    const kinds = new Set(owner.needs.map((need) => need.kind));
    expect(kinds).toEqual(new Set(['KPI_OFF_TARGET', 'NO_ESTIMATE', 'VALUE_DISPUTED']));
    expect((await world.as('engineer').portfolio.summary({})).needs).toEqual([]);
  });

  it('is filtered by unit, benefit and tag', async () => {
    const { businessUnits, tags } = await world.as('owner').reference.portfolio();
    expect(tags).toContain('fraud');
    const credit = businessUnits.find((unit) => unit.name === 'Retail credit');
    const filtered = await world.as('owner').portfolio.summary({ businessUnitIds: [credit?.id ?? ''] });
    expect(filtered.total).toBe(2);
    const growth = await world.as('owner').portfolio.summary({ benefitType: 'REVENUE_GROWTH', tag: 'churn' });
    expect(growth.production.count).toBe(1);
    expect(await failureOf(world.as('owner').portfolio.summary({ businessUnitIds: ['x'] }))).toMatchObject({
      code: 'VALIDATION',
    });
  });
});
