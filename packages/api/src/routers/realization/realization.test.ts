import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failureOf,
  NEW_ESTIMATE,
  NEW_KPI,
  NEW_USE_CASE,
  type PortfolioWorld,
  portfolioWorld,
} from '../../testing/portfolio-world';

const START = new Date('2026-06-25T10:00:00Z');
let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld(START);
  await world.as('admin').gatePolicy.grant({ userId: world.people.approver.userId, role: 'FINANCE' });
});
afterAll(() => world.close());

/** In production since the middle of March, measured every month: 5 points better than the baseline. */
async function earning(owner: 'owner' | 'approver' = 'owner') {
  const made = await world.as(owner).useCase.create({
    ...NEW_USE_CASE,
    estimate: { ...NEW_ESTIMATE, startDate: '2026-03-01', rampUpMonths: 0 },
  });
  const { id: kpiId } = await world.as(owner).kpi.create({ useCaseId: made.id, kpi: NEW_KPI });
  for (const day of ['2026-03-15', '2026-04-10', '2026-05-10', '2026-06-10']) {
    await world.as(owner).kpi.addSample({ kpiId, value: '23.2', at: new Date(`${day}T00:00:00Z`) });
  }
  const { db } = world.test;
  const production = await db.stage.findUniqueOrThrow({ where: { key: 'production' } });
  await db.useCase.update({
    where: { id: made.id },
    data: { stageId: production.id, stageSince: new Date('2026-03-15T00:00:00Z') },
  });
  return { useCaseId: made.id, number: made.number, kpiId };
}

async function monthOf(useCaseId: string, month: string) {
  const view = await world.as('approver').realization.get({ useCaseId });
  const found = view.months.find((entry) => entry.month === month);
  if (!found) throw new Error(`${month} is not shown`);
  return found;
}

async function confirm(
  useCaseId: string,
  month: string,
  over: Partial<{ confirmed: string; note: string }> = {},
) {
  const { computed, decisions } = await monthOf(useCaseId, month);
  return world.as('approver').realization.verify({
    useCaseId,
    month,
    revision: decisions.length,
    computed,
    verdict: 'CONFIRMED',
    confirmed: computed,
    ...over,
  });
}

describe('the value of a month', () => {
  it('is computed, foreseen, and due twenty days after its end; the running month is not verified', async () => {
    const { useCaseId } = await earning();
    const view = await world.as('approver').realization.get({ useCaseId });
    expect(view.right).toBe('YES');
    expect(
      view.months.map(({ month, finished, status, overdue, verifyBy }) => [
        month,
        finished,
        status,
        overdue,
        verifyBy,
      ]),
    ).toEqual([
      ['2026-06', false, 'AWAITING', false, '2026-07-20'],
      ['2026-05', true, 'AWAITING', true, '2026-06-20'],
      ['2026-04', true, 'AWAITING', true, '2026-05-20'],
      ['2026-03', true, 'AWAITING', true, '2026-04-20'],
    ]);
    // 5 points × 240,000 × 0.8 a year, for 31 of 365 days; a twelfth of the expected 1,683,333.33.
    expect(view.months[1]).toMatchObject({ computed: '81534.25', forecast: '140277.78', decisions: [] });
    expect(await failureOf(confirm(useCaseId, '2026-06'))).toMatchObject({
      code: 'VALIDATION',
      paths: ['month'],
    });
  });

  it('is confirmed by finance, who may stand for another amount and says why; both stay apart', async () => {
    const { useCaseId, number } = await earning();
    const asked = (part: object) => failureOf(confirm(useCaseId, '2026-05', part));
    expect(await asked({ confirmed: '60000' })).toMatchObject({ code: 'VALIDATION', paths: ['note'] });
    expect((await asked({ confirmed: '60000', note: 'A third of it was the new rule.' })).code).toBe('OK');
    const may = await monthOf(useCaseId, '2026-05');
    expect(may).toMatchObject({
      status: 'CONFIRMED',
      computed: '81534.25',
      overdue: false,
      changedSince: false,
    });
    expect(may.decisions).toMatchObject([
      { confirmed: '60000.00', computed: '81534.25', by: 'The approver', onBehalfOf: null },
    ]);
    const history = await world.as('owner').useCase.history({ useCaseId });
    expect(history[0]).toMatchObject({
      action: 'value.confirmed',
      data: { month: '2026-05', confirmed: '60000', computed: '81534.25' },
    });
    const { totals } = await world.as('owner').realization.get({ useCaseId });
    expect(totals.confirmed).toBe('60000.00');
    expect(Number(totals.computed)).toBeGreaterThan(200_000);
    expect(number).toBeGreaterThan(0);
  });

  it('keeps what was computed when it was confirmed, and says that later samples changed it', async () => {
    const { useCaseId, kpiId } = await earning();
    await confirm(useCaseId, '2026-04');
    await world.as('owner').kpi.addSample({ kpiId, value: '18.2', at: new Date('2026-04-20T00:00:00Z') });
    const april = await monthOf(useCaseId, '2026-04');
    expect(april).toMatchObject({ status: 'CONFIRMED', changedSince: true });
    expect(april.decisions[0]?.computed).not.toBe(april.computed);
    // Verified again, it is a second line: the first stays.
    await confirm(useCaseId, '2026-04');
    const again = await monthOf(useCaseId, '2026-04');
    expect(again.changedSince).toBe(false);
    expect(again.decisions).toHaveLength(2);
  });

  it('is disputed with a reason, which its owner is told', async () => {
    const { useCaseId } = await earning();
    const { computed } = await monthOf(useCaseId, '2026-05');
    const dispute = {
      useCaseId,
      month: '2026-05',
      revision: 0,
      computed,
      verdict: 'DISPUTED' as const,
      confirmed: null,
    };
    const finance = world.as('approver').realization;
    expect(await failureOf(finance.verify(dispute))).toMatchObject({ code: 'VALIDATION', paths: ['note'] });
    await finance.verify({ ...dispute, note: 'The loans of May are not closed.' });
    expect(await monthOf(useCaseId, '2026-05')).toMatchObject({ status: 'DISPUTED', overdue: false });
    const { needs } = await world.as('owner').portfolio.summary({});
    expect(needs.filter((need) => need.useCase.id === useCaseId)).toContainEqual(
      expect.objectContaining({
        kind: 'VALUE_DISPUTED',
        months: { count: 1, oldest: '2026-05', due: '2026-06-20' },
      }),
    );
  });

  it('is verified by finance alone, never by the owner, and never on a page that is out of date', async () => {
    const { useCaseId, kpiId } = await earning();
    const { computed } = await monthOf(useCaseId, '2026-05');
    const verdict = {
      useCaseId,
      month: '2026-05',
      revision: 0,
      computed,
      verdict: 'CONFIRMED' as const,
      confirmed: computed,
    };
    for (const person of ['owner', 'engineer'] as const) {
      expect((await failureOf(world.as(person).realization.verify(verdict))).code).toBe('FORBIDDEN');
    }
    const own = await earning('approver');
    expect((await world.as('approver').realization.get({ useCaseId: own.useCaseId })).right).toBe('OWN');
    expect(await failureOf(confirm(own.useCaseId, '2026-05'))).toMatchObject({ code: 'FORBIDDEN' });
    await world.as('owner').kpi.addSample({ kpiId, value: '22', at: new Date('2026-05-20T00:00:00Z') });
    expect((await failureOf(world.as('approver').realization.verify(verdict))).code).toBe('STALE_VERSION');
    const race = await monthOf(useCaseId, '2026-05');
    const both = await Promise.all(
      ['approver', 'admin'].map((person) =>
        failureOf(
          world
            .as(person as 'approver')
            .realization.verify({ ...verdict, computed: race.computed, confirmed: race.computed }),
        ),
      ),
    );
    expect(both.map(({ code }) => code).sort()).toEqual(['OK', 'STALE_VERSION']);
  });

  it('cannot be rewritten in the database', async () => {
    const { useCaseId } = await earning();
    await confirm(useCaseId, '2026-05');
    const { db } = world.test;
    await expect(
      db.valueRealization.updateMany({ where: { useCaseId }, data: { note: 'x' } }),
    ).rejects.toThrow();
    await expect(db.valueRealization.deleteMany({ where: { useCaseId } })).rejects.toThrow();
  });

  it('stays confirmed when the use case is retired, on the amounts that were frozen', async () => {
    const { useCaseId, number } = await earning();
    await confirm(useCaseId, '2026-05', { confirmed: '70000', note: 'Without the trial.' });
    const { version } = await world.as('owner').useCase.get({ number });
    const reason = 'Its job is done.';
    await world.as('owner').useCase.changeLifecycle({ useCaseId, version, action: 'RETIRE', reason });
    await confirm(useCaseId, '2026-04');
    const { totals, months } = await world.as('owner').realization.get({ useCaseId });
    expect(months.filter(({ status }) => status === 'CONFIRMED')).toHaveLength(2);
    expect(totals.confirmed).toBe(
      (70_000 + Number((await monthOf(useCaseId, '2026-04')).computed)).toFixed(2),
    );
  });
});

describe('the portfolio', () => {
  it('says what finance confirmed this year beside what was computed, and what is overdue', async () => {
    const before = (await world.as('approver').portfolio.summary({})).verified;
    const { useCaseId } = await earning();
    const overdue = async (person: 'approver' | 'owner') =>
      (await world.as(person).portfolio.summary({})).needs.filter(
        (need) => need.useCase.id === useCaseId && need.kind.startsWith('VALUE_'),
      );
    expect(await overdue('approver')).toMatchObject([
      { kind: 'VALUE_OVERDUE', months: { count: 3, oldest: '2026-03', due: '2026-04-20' } },
    ]);
    expect(await overdue('owner')).toEqual([]);
    await confirm(useCaseId, '2026-05', { confirmed: '50000', note: 'Half of it.' });
    const { verified } = await world.as('approver').portfolio.summary({});
    expect(Number(verified.confirmed) - Number(before.confirmed)).toBe(50_000);
    expect(verified.awaiting - before.awaiting).toBe(2);
    expect(await overdue('approver')).toMatchObject([{ months: { count: 2, oldest: '2026-03' } }]);
  });
});
