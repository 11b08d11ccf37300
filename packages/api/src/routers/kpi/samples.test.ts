import { xlsxOf } from '@jalon/core/spreadsheet/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failureOf,
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

async function withKpi() {
  const { id: useCaseId } = await world.as('owner').useCase.create(NEW_USE_CASE);
  const { id: kpiId } = await world.as('owner').kpi.create({ useCaseId, kpi: NEW_KPI });
  const samples = async () => {
    const [kpi] = await world.as('owner').kpi.list({ useCaseId });
    return kpi?.samples ?? [];
  };
  const values = async () => (await samples()).map(({ at, value }) => [at.toISOString(), value]);
  return { useCaseId, kpiId, samples, values };
}

const preview = (kpiId: string, text: string, locale: 'en' | 'fr' = 'en') =>
  world.as('owner').kpi.previewSamples({ kpiId, locale, text });

describe('values pasted from a spreadsheet', () => {
  it('are read with tabs, semicolons or commas, decimal commas or points, dates in ISO or day first', async () => {
    const { kpiId, values } = await withKpi();
    const owner = world.as('owner').kpi;
    const pastes = [
      'Date\tValeur\n05/01/2026\t28,2\n05.02.2026\t1 027,5 %\n',
      '2026-03-05;26\n2026-04-05 18:30;25.5',
      'Value,Date\n24.25,2026-05-05T08:00:00+02:00\n',
    ];
    for (const text of pastes) await owner.importSamples({ kpiId, locale: 'fr', text });
    expect(await values()).toEqual([
      ['2026-01-05T00:00:00.000Z', '28.2'],
      ['2026-02-05T00:00:00.000Z', '1027.5'],
      ['2026-03-05T00:00:00.000Z', '26'],
      ['2026-04-05T18:30:00.000Z', '25.5'],
      ['2026-05-05T06:00:00.000Z', '24.25'],
    ]);
  });

  it('are looked at first: wrong rows are named by line and cell, and nothing is written of the rest', async () => {
    const { kpiId, values, useCaseId } = await withKpi();
    const owner = world.as('owner').kpi;
    await owner.addSample({ kpiId, value: '20', at: new Date('2026-01-01T00:00:00Z') });
    const text = [
      '2026-01-01\t20',
      '2026-02-01\t21',
      '31/02/2026\t22',
      '2026-03-01\tgood',
      '2027-03-01\t22',
      '2026-04-01',
      '2026-05-01\t1,234',
      '2026-02-01\t23',
    ].join('\n');
    const seen = await preview(kpiId, text);
    expect(seen).toMatchObject({ rows: 8, known: 1, problemCount: 6, fileProblem: null });
    expect(seen.problems.map(({ row, cell, code, value }) => [row, cell, code, value])).toEqual([
      [3, 'A3', 'notADate', '31/02/2026'],
      [4, 'B4', 'notANumber', 'good'],
      [5, 'A5', 'future', '2027-03-01'],
      [6, 'B6', 'missing', ''],
      [7, 'B7', 'ambiguousNumber', '1,234'],
      [8, 'B8', 'twice', '21'],
    ]);
    const refused = await failureOf(owner.importSamples({ kpiId, locale: 'en', text }));
    expect(refused).toMatchObject({ code: 'VALIDATION', paths: ['A3', 'B4', 'A5', 'B6', 'B7', 'B8'] });
    expect(await values()).toHaveLength(1);
    const taken = await preview(kpiId, '2026-01-01\t21');
    expect(taken.problems).toMatchObject([{ cell: 'B1', code: 'taken', value: '20' }]);
    expect((await preview(kpiId, '2026-06-01\t1,234', 'fr')).sample).toMatchObject([{ value: '1.234' }]);
    expect((await preview(kpiId, '=A1\t5\n2026-01-01\t5')).fileProblem).toMatchObject({ code: 'formula' });
    const imported = await owner.importSamples({
      kpiId,
      locale: 'en',
      text: '2026-01-01\t20\n2026-02-01\t21',
    });
    expect(imported).toEqual({ stored: 1, known: 1 });
    const history = await world.as('owner').useCase.history({ useCaseId });
    expect(history[0]).toMatchObject({ action: 'kpi.imported', data: { stored: 1, known: 1, file: null } });
  });

  it('are imported from a file, XLSX with its counted days too', async () => {
    const { kpiId, values } = await withKpi();
    const content = (
      await xlsxOf([
        ['Date', 'Value'],
        [{ day: '2026-01-01' }, { number: '28.2' }],
        [{ number: '46054.5' }, { number: '27' }],
      ])
    ).toString('base64');
    const file = { name: 'kpi.xlsx', content };
    expect(await world.as('owner').kpi.importSamples({ kpiId, locale: 'en', file })).toEqual({
      stored: 2,
      known: 0,
    });
    expect(await values()).toEqual([
      ['2026-01-01T00:00:00.000Z', '28.2'],
      ['2026-02-01T12:00:00.000Z', '27'],
    ]);
    const csv = { name: 'kpi.csv', content: Buffer.from('2026-03-01,5\n2026-04-01,6').toString('base64') };
    const headless = await world.as('owner').kpi.previewSamples({ kpiId, locale: 'en', file: csv });
    expect(headless.problems).toMatchObject([{ cell: 'A1', code: 'notAHeader' }]);
  });

  it('belong to who may write the KPI', async () => {
    const { kpiId } = await withKpi();
    for (const person of ['approver', 'engineer'] as const) {
      const sheet = { kpiId, locale: 'en' as const, text: '2026-01-01\t20' };
      expect((await failureOf(world.as(person).kpi.previewSamples(sheet))).code).toBe('FORBIDDEN');
      expect((await failureOf(world.as(person).kpi.importSamples(sheet))).code).toBe('FORBIDDEN');
    }
  });
});

describe('a value that was wrong', () => {
  it('is corrected for a reason; what it said stays, and the second of two corrections is told', async () => {
    const { kpiId, useCaseId, samples } = await withKpi();
    const owner = world.as('owner').kpi;
    await owner.addSample({ kpiId, value: '20', at: new Date('2026-01-01T00:00:00Z') });
    const [first] = await samples();
    const correction = {
      sampleId: first?.id ?? '',
      was: '20',
      value: '21.5',
      reason: 'Two shops were missing.',
    };
    expect(await failureOf(owner.correctSample({ ...correction, reason: '' }))).toMatchObject({
      paths: ['reason'],
    });
    expect((await failureOf(world.as('approver').kpi.correctSample(correction))).code).toBe('FORBIDDEN');
    await owner.correctSample(correction);
    expect(await samples()).toMatchObject([{ value: '21.5', corrected: true }]);
    expect((await failureOf(owner.correctSample(correction))).code).toBe('STALE_VERSION');
    const kept = await world.test.db.kpiSampleSuperseded.findMany({ where: { kpiId } });
    expect(kept.map(({ value }) => value.toString())).toEqual(['20']);
    const history = await world.as('owner').useCase.history({ useCaseId });
    expect(history[0]).toMatchObject({
      action: 'kpi.corrected',
      data: { from: '20', to: '21.5', reason: 'Two shops were missing.' },
    });
  });
});
