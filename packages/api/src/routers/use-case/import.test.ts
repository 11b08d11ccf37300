import { xlsxOf } from '@jalon/core/spreadsheet/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf, type PortfolioWorld, portfolioWorld } from '../../testing/portfolio-world';

let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld();
});
afterAll(() => world.close());

const fileOf = (content: string | Buffer, name = 'list.csv') => ({
  name,
  content: Buffer.from(content).toString('base64'),
});
const HEAD = 'Titre;Entité;Bénéfice;Porteur;Faisabilité;Bas;Probable;Haut;Début;Tags';
const GOOD = [
  'Fraude détectée tôt;Paiements;Réduction des coûts;owner@test.invalid;4;100 000;250 000,50;400k;01/09/2026;fraude, temps réel',
  'Prix du fret;Logistique;Revenue growth;;;;;;;',
].map((line) => line.replace('400k', '400000'));

async function counts() {
  const { db } = world.test;
  const [useCases, units, estimates, events] = await Promise.all([
    db.useCase.count(),
    db.businessUnit.count(),
    db.valueEstimate.count(),
    db.auditEvent.count(),
  ]);
  return { useCases, units, estimates, events };
}

describe('the preview of an import', () => {
  it('recognises the columns, says what would be made, and writes nothing', async () => {
    const before = await counts();
    const preview = await world
      .as('owner')
      .useCase.previewImport({ file: fileOf([HEAD, ...GOOD].join('\n')) });
    expect(preview).toMatchObject({
      fileProblem: null,
      unmapped: [],
      mapping: { title: 0, businessUnit: 1, benefitType: 2, owner: 3, low: 5, likely: 6, startDate: 8 },
      rows: 2,
      good: 2,
      problemCount: 0,
      newUnits: ['Paiements', 'Logistique'],
    });
    expect(preview.sample[0]).toMatchObject({ row: 2, owner: 'The owner', likely: '250000.50' });
    expect(await counts()).toEqual(before);
  });

  it('names every cell that is wrong', async () => {
    const rows = [
      'ok title;Unit;Gain magique;nobody@x;9;1;2;3;2026-02-30;',
      ';U;cost reduction;admin@test.invalid;;500;100;50;;',
      'Half a range;Unit;cost reduction;;;1;;3;;',
      'Words;Unit;cost reduction;;;a lot;2;3;;',
    ];
    const preview = await world
      .as('owner')
      .useCase.previewImport({ file: fileOf([HEAD, ...rows].join('\n')) });
    expect(preview.problems.map(({ cell, field, code }) => `${cell} ${field} ${code}`)).toEqual([
      'C2 benefitType notABenefit',
      'D2 owner unknownOwner',
      'E2 feasibility notARating',
      'I2 startDate notADate',
      'A3 title missing',
      'B3 businessUnit tooShort',
      'D3 owner notYourself',
      'F3 low lowAboveLikely',
      'H3 high highBelowLikely',
      'G4 likely rangeIncomplete',
      'F5 low notAnAmount',
    ]);
    expect(preview).toMatchObject({ good: 0, rows: 4, sample: [] });
  });

  it('asks for the column of what must be there', async () => {
    const file = fileOf('Name,Team\nA title,A team\n');
    const guessed = await world.as('owner').useCase.previewImport({ file });
    expect(guessed).toMatchObject({ columns: ['Name', 'Team'], mapping: { title: 0 }, rows: 1, good: 0 });
    expect(guessed.unmapped).toEqual(['businessUnit', 'benefitType']);
  });

  it('says why a file cannot be read', async () => {
    const preview = async (content: string | Buffer) =>
      (await world.as('owner').useCase.previewImport({ file: fileOf(content) })).fileProblem;
    expect(await preview('a,b\n=1,2\n')).toEqual({ code: 'formula', cell: 'A2' });
    expect(await preview(Buffer.from('é\n1', 'latin1'))).toEqual({ code: 'wrongEncoding', cell: null });
    expect(await preview('PK\u0003\u0004nonsense')).toEqual({ code: 'damaged', cell: null });
  });
});

describe('initiatives and contributors of an import', () => {
  const head = 'Title;Business unit;Benefit;Initiative;Contributors';
  const good = [
    'First;Unit;cost reduction;Safe credit;"engineer@test.invalid; The approver;engineer@test.invalid"',
    'Second;Unit;cost reduction;SAFE CREDIT;owner@test.invalid',
    'Third;Unit;cost reduction;;',
  ];

  it('are recognised and written; the owner is none of the contributors', async () => {
    const file = fileOf([head, ...good].join('\n'));
    const preview = await world.as('owner').useCase.previewImport({ file });
    expect(preview).toMatchObject({
      mapping: { initiative: 3, contributors: 4 },
      good: 3,
      newInitiatives: ['Safe credit'],
    });
    const { firstNumber } = await world.as('owner').useCase.import({ file, mapping: preview.mapping });
    const [first, second, third] = await Promise.all(
      [0, 1, 2].map((place) => world.as('owner').useCase.get({ number: firstNumber + place })),
    );
    expect(first?.contributors.map(({ name }) => name)).toEqual(['The engineer', 'The approver']);
    expect(second).toMatchObject({ initiative: first?.initiative, contributors: [] });
    expect(third).toMatchObject({ initiative: null, contributors: [] });
    const [event] = await world.as('owner').useCase.history({ useCaseId: first?.id ?? '' });
    expect(event?.data).toMatchObject({ imported: true, contributors: ['The engineer', 'The approver'] });
  });

  it('name the address that nobody has, and who is locked out has none', async () => {
    const rows = [
      'First;Unit;cost reduction;;"engineer@test.invalid;nobody@test.invalid"',
      `Second;Unit;cost reduction;${'x'.repeat(81)};approver@test.invalid`,
    ];
    const where = { id: world.people.approver.userId };
    await world.test.db.user.update({ where, data: { disabledAt: world.clock.now() } });
    const file = fileOf([head, ...rows].join('\n'));
    const { problems } = await world.as('owner').useCase.previewImport({ file });
    await world.test.db.user.update({ where, data: { disabledAt: null } });
    expect(problems.map(({ cell, code, value }) => `${cell} ${code} ${value}`.slice(0, 45))).toEqual([
      'E2 unknownPerson nobody@test.invalid',
      `D3 tooLong ${'x'.repeat(34)}`,
      'E3 unknownPerson approver@test.invalid',
    ]);
  });
});

describe('an import', () => {
  const mapping = {
    title: 0,
    businessUnit: 1,
    benefitType: 2,
    low: 5,
    likely: 6,
    high: 7,
    startDate: 8,
    tags: 9,
  };

  it('makes every row, in the stage of ideas, with its history', async () => {
    const file = fileOf([HEAD, ...GOOD].join('\n'));
    const result = await world.as('owner').useCase.import({ file, mapping });
    expect(result.created).toBe(2);
    const made = await world.as('owner').useCase.get({ number: result.firstNumber });
    expect(made).toMatchObject({
      title: 'Fraude détectée tôt',
      businessUnit: { name: 'Paiements' },
      benefitType: 'COST_REDUCTION',
      stage: { key: 'idea' },
      owner: { name: 'The owner' },
      tags: ['fraude', 'temps réel'],
      range: { low: '100000.00', likely: '250000.50', high: '400000.00' },
      plan: { startDate: '2026-09-01', rampUpMonths: 12 },
    });
    const [event] = await world.as('owner').useCase.history({ useCaseId: made.id });
    expect(event).toMatchObject({ action: 'use-case.created', actorName: 'The owner' });
  });

  it('is nothing at all when one cell of the last row is wrong', async () => {
    const before = await counts();
    const rows = [...GOOD, 'Last;New unit;cost reduction;;;3;2;1;;'];
    const call = world.as('owner').useCase.import({ file: fileOf([HEAD, ...rows].join('\n')), mapping });
    expect(await failureOf(call)).toMatchObject({ code: 'VALIDATION', paths: ['F4', 'H4'] });
    const unmapped = world.as('owner').useCase.import({ file: fileOf(HEAD), mapping: { title: 0 } });
    expect((await failureOf(unmapped)).code).toBe('VALIDATION');
    const formula = world.as('owner').useCase.import({ file: fileOf('a\n=1\n'), mapping });
    expect(await failureOf(formula)).toMatchObject({ code: 'VALIDATION', paths: ['file'] });
    expect(await counts()).toEqual(before);
  });

  it('is for those who write use cases; only an admin gives them to others', async () => {
    const file = fileOf('t,u,b,o\nGiven away,Unit,cost reduction,approver@test.invalid\n');
    const named = { title: 0, businessUnit: 1, benefitType: 2, owner: 3 };
    const codes = [];
    for (const person of ['engineer', 'owner', 'admin', null] as const) {
      codes.push((await failureOf(world.as(person).useCase.import({ file, mapping: named }))).code);
    }
    expect(codes).toEqual(['FORBIDDEN', 'VALIDATION', 'OK', 'UNAUTHENTICATED']);
    expect((await failureOf(world.as('engineer').useCase.previewImport({ file }))).code).toBe('FORBIDDEN');
    expect((await world.as('admin').useCase.list({ text: 'Given away' })).items[0]?.owner.name).toBe(
      'The approver',
    );
  });

  it('of 5,000 rows of a workbook makes them all, in their order', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [
      `Use case ${index} of a long list`,
      `Unit ${index % 40}`,
      index % 2 ? 'Cost reduction' : 'Revenue growth',
      'A need in a few words that says what hurts today, and how often it does.',
      { number: String(1000 + index) },
      { number: String(2000 + index) },
      { number: String(4000 + index) },
      { day: '2027-01-01' },
    ]);
    const header = ['Title', 'Unit', 'Benefit', 'Need', 'Low', 'Likely', 'High', 'Start'];
    const file = fileOf(await xlsxOf([header, ...rows]), 'list.xlsx');
    const preview = await world.as('admin').useCase.previewImport({ file });
    expect(preview).toMatchObject({ good: 5000, problemCount: 0 });
    const result = await world.as('admin').useCase.import({ file, mapping: preview.mapping });
    expect(result).toMatchObject({ created: 5000, lastNumber: result.firstNumber + 4999 });
    const { total, items } = await world.as('admin').useCase.list({ text: 'of a long list', limit: 1 });
    expect(total).toBe(5000);
    expect(items[0]?.range?.high).toBe('8999.00');
  }, 90_000);
});
