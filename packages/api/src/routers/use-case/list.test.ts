import { USE_CASE_SORTS } from '@jalon/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failureOf,
  NEW_ESTIMATE,
  NEW_USE_CASE,
  type PortfolioWorld,
  portfolioWorld,
} from '../../testing/portfolio-world';

let world: PortfolioWorld;
const range = (likely: number) => ({
  ...NEW_ESTIMATE,
  low: String(likely),
  likely: String(likely),
  high: String(likely * 2),
});

beforeAll(async () => {
  world = await portfolioWorld();
  const caller = world.as('owner');
  for (let index = 0; index < 12; index += 1) {
    await caller.useCase.create({
      ...NEW_USE_CASE,
      title: `Number ${String.fromCharCode(109 - index)}`,
      feasibility: 1 + (index % 5),
      estimate: index % 4 === 3 ? null : range(1000 * (1 + (index % 3))),
    });
    world.clock.advanceDays(1);
  }
});
afterAll(() => world.close());

describe('pages of the list', () => {
  it.each(USE_CASE_SORTS)('by %s are the whole list, each row once and in order', async (sort) => {
    const caller = world.as('engineer');
    for (const descending of [true, false]) {
      const whole = await caller.useCase.list({ sort, descending });
      expect(whole).toMatchObject({ total: 12, nextCursor: null });
      const numbers: number[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await caller.useCase.list({ sort, descending, limit: 5, cursor });
        numbers.push(...page.items.map((item) => item.number));
        cursor = page.nextCursor;
      } while (cursor);
      expect(numbers).toEqual(whole.items.map((item) => item.number));
      expect(new Set(numbers).size).toBe(12);
    }
  });

  it('stay what they were when a row is added before them', async () => {
    const caller = world.as('owner');
    const input = { sort: 'number', descending: true, limit: 3 } as const;
    const first = await caller.useCase.list(input);
    const before = await caller.useCase.list({ ...input, cursor: first.nextCursor });
    await caller.useCase.create({ ...NEW_USE_CASE, title: 'Late comer' });
    const after = await caller.useCase.list({ ...input, cursor: first.nextCursor });
    expect(after.items.map((item) => item.number)).toEqual(before.items.map((item) => item.number));
  });

  it('are in the order of a dictionary, and are found in capitals and small letters', async () => {
    const caller = world.as('owner');
    for (const title of ['Zèbre', 'écart', 'Eclair', 'ECLAIR bis', 'Écart']) {
      await caller.useCase.create({ ...NEW_USE_CASE, title, tags: ['dictionary'] });
    }
    const input = { tag: 'dictionary', sort: 'title', descending: false } as const;
    const titles = async (text: string) =>
      (await caller.useCase.list({ ...input, text })).items.map(({ title }) => title);
    expect(await titles('')).toEqual(['écart', 'Écart', 'Eclair', 'ECLAIR bis', 'Zèbre']);
    expect(await titles('ÉCART')).toEqual(['écart', 'Écart']);
    expect(await titles('zÈbre')).toEqual(['Zèbre']);
  });

  it('refuse a cursor of another order', async () => {
    const { nextCursor } = await world.as('owner').useCase.list({ sort: 'title', limit: 2 });
    expect(nextCursor).not.toBeNull();
    const failure = await failureOf(
      world.as('owner').useCase.list({ sort: 'expected', limit: 2, cursor: nextCursor }),
    );
    expect(failure).toMatchObject({ code: 'VALIDATION', paths: ['cursor'] });
  });

  it('refuse a cursor that is none', async () => {
    for (const cursor of ['x', Buffer.from('{"a":1}').toString('base64url'), "' OR true --"]) {
      const failure = await failureOf(world.as('owner').useCase.list({ cursor }));
      expect(failure).toMatchObject({ code: 'VALIDATION', paths: ['cursor'] });
    }
  });
});

describe('the figures of the list', () => {
  it('are those of the newest estimate, whatever the order in which they were written', async () => {
    const caller = world.as('owner');
    const made = await caller.useCase.create({ ...NEW_USE_CASE, title: 'Twice estimated', tags: ['twice'] });
    await caller.estimate.add({ useCaseId: made.id, estimate: range(6000) });
    const older = { ...NEW_ESTIMATE, startDate: new Date('2026-09-01'), createdAt: new Date('2020-01-01') };
    const { stageId } = await world.test.db.useCase.findUniqueOrThrow({ where: { id: made.id } });
    await world.test.db.valueEstimate.create({
      data: { ...older, useCaseId: made.id, stageId, authorId: world.people.owner.userId },
    });
    const { items } = await caller.useCase.list({ tag: 'twice' });
    expect(items[0]).toMatchObject({
      range: { low: '6000.00', likely: '6000.00', high: '12000.00', expected: '7000.00' },
      riskAdjusted: '700.00',
      plan: { startDate: '2026-09-01', rampUpMonths: 9 },
    });
    const kept = await world.test.db.useCase.findUniqueOrThrow({ where: { id: made.id } });
    expect(kept.estimateExpected?.toFixed(2)).toBe('7000.00');
    expect(kept.version).toBe(1);
  });

  it('are counted and summed by stage under the filter', async () => {
    const figures = await world.as('engineer').useCase.figures({ tag: 'twice' });
    expect(figures).toMatchObject({ total: 1, maxHigh: '12000.00' });
    expect(figures.stages.map(({ stage, count }) => [stage.key, count])).toEqual([
      ['idea', 1],
      ['proof-of-concept', 0],
      ['prototyping', 0],
      ['packaging', 0],
      ['production', 0],
    ]);
    expect(figures.stages[0]).toMatchObject({ active: 1, expected: '7000.00', riskAdjusted: '700.00' });
  });

  it('are filtered by value and by feasibility, bounds included', async () => {
    const caller = world.as('owner');
    const expected = async (input: Parameters<typeof caller.useCase.list>[0]) =>
      (await caller.useCase.list({ ...input, sort: 'expected', descending: false })).items.map(
        (item) => item.range?.expected,
      );
    expect(new Set(await expected({ valueFrom: '2333.33', valueTo: '3500' }))).toEqual(
      new Set(['2333.33', '3500.00']),
    );
    expect(await expected({ valueFrom: '6000' })).toEqual(['7000.00']);
    const easy = await caller.useCase.list({ feasibilityFrom: 5, feasibilityTo: 5 });
    expect(easy.items.every((item) => item.feasibility === 5)).toBe(true);
    expect(easy.total).toBe(2);
  });
});

describe('the matrix of the list', () => {
  it('counts every use case in one cell, and names those worth most', async () => {
    const caller = world.as('engineer');
    const cells = await caller.useCase.matrix({});
    const { total } = await caller.useCase.figures({});
    expect(cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(total);
    expect(cells.every((cell) => cell.top.length === Math.min(3, cell.count))).toBe(true);
    const [only] = await caller.useCase.matrix({ tag: 'twice' });
    expect(only).toMatchObject({ feasibility: 4, band: 0, count: 1, expected: '7000.00' });
    expect(await caller.useCase.matrix({ tag: 'nobody' })).toEqual([]);
  });

  it('puts a value on the bound of a band into the upper one', async () => {
    const caller = world.as('owner');
    const estimate = { ...NEW_ESTIMATE, low: '100000', likely: '100000', high: '100000' };
    await caller.useCase.create({ ...NEW_USE_CASE, tags: ['bound'], estimate });
    expect((await caller.useCase.matrix({ tag: 'bound' }))[0]?.band).toBe(1);
    await caller.useCase.create({ ...NEW_USE_CASE, tags: ['without'] });
    expect((await caller.useCase.matrix({ tag: 'without' }))[0]).toMatchObject({
      band: null,
      expected: '0.00',
    });
    expect((await caller.useCase.figures({ tag: 'bound' })).planned).toEqual({
      from: '2026-06-27',
      to: '2027-06-01',
    });
  });
});
