import { buffer, text } from 'node:stream/consumers';
import { exportUseCasesInputSchema } from '@jalon/contracts';
import { readSpreadsheet } from '@jalon/core/spreadsheet';
import { exportUseCases } from '@jalon/core/use-case';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  NEW_ESTIMATE,
  NEW_USE_CASE,
  type PortfolioWorld,
  portfolioWorld,
} from '../../testing/portfolio-world';

let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld();
  const caller = world.as('owner');
  await caller.useCase.create({ ...NEW_USE_CASE, tags: ['out', 'x'], estimate: NEW_ESTIMATE, ...GROUPED() });
  await caller.useCase.create({ ...NEW_USE_CASE, title: '=HYPERLINK("x")', tags: ['out'] });
  await caller.useCase.create({ ...NEW_USE_CASE, title: 'Semi; colon, "quoted"', tags: ['out'] });
  await caller.useCase.create({ ...NEW_USE_CASE, title: 'Not asked for', tags: [] });
});
afterAll(() => world.close());

const GROUPED = () => ({
  initiative: 'Safe credit',
  contributorIds: [world.people.engineer.userId, world.people.approver.userId],
});

const run = (format: 'csv' | 'xlsx', locale: 'en' | 'fr' = 'en') =>
  exportUseCases(
    world.core,
    world.people.engineer,
    exportUseCasesInputSchema.parse({ tag: 'out', format }),
    locale,
  );
const LIMITS = { rows: 100, columns: 50, unpackedBytes: 1_000_000 };

describe('an export of the list', () => {
  it('as XLSX holds the figures as numbers, days as days, and what the filter leaves', async () => {
    const { header, rows } = await readSpreadsheet(await buffer(run('xlsx')), LIMITS);
    expect(header.slice(0, 4)).toEqual(['Reference', 'Title', 'Business unit', 'Owner']);
    expect(rows.map((row) => row.cells[1]?.text)).toEqual([
      NEW_USE_CASE.title,
      '=HYPERLINK("x")',
      'Semi; colon, "quoted"',
    ]);
    const cellOf = (name: string) => rows[0]?.cells[header.indexOf(name)];
    expect(cellOf('Expected a year')).toEqual({ text: '1683333.33', number: true });
    expect(cellOf('Risk-adjusted')).toEqual({ text: '168333.33', number: true });
    expect(cellOf('Probability of production')).toEqual({ text: '0.1', number: true });
    expect(cellOf('Planned start')).toEqual({ text: '46266', number: true });
    expect(cellOf('Tags')?.text).toBe('out, x');
    expect(cellOf('Initiative')?.text).toBe('Safe credit');
    expect(cellOf('Contributors')?.text).toBe('The engineer; The approver');
    expect(rows[1]?.cells[header.indexOf('Contributors')]?.text ?? '').toBe('');
  });

  it('as CSV computes nothing in whatever opens it, and is in the language asked for', async () => {
    const lines = (await text(run('csv', 'fr'))).split('\r\n');
    expect(lines[0]).toMatch(/^\ufeff?Référence,Titre,Entité,Porteur,Étape/);
    expect(lines[1]).toContain('1683333.33');
    expect(lines[2]).toContain(`,"'=HYPERLINK(""x"")",`);
    expect(lines[3]).toContain('"Semi; colon, ""quoted"""');
    expect(lines.slice(1).join()).not.toMatch(/(^|,)"?[=@]/);
  });
});
