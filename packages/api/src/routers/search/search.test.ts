import { afterAll, beforeAll, expect, it } from 'vitest';
import { NEW_USE_CASE, type PortfolioWorld, portfolioWorld } from '../../testing/portfolio-world';

let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld();
});
afterAll(() => world.close());

const make = (title: string, tags: string[] = []) =>
  world.as('owner').useCase.create({ ...NEW_USE_CASE, title, tags });
const found = async (text: string) =>
  (await world.as('engineer').search.find({ text })).useCases.map(({ title }) => title);

it('finds use cases by a part of their title, their number and a tag', async () => {
  const { number } = await make('Harvests foreseen by satellite', ['orchards']);
  const title = 'Harvests foreseen by satellite';
  expect(await found('FORESEEN by')).toEqual([title]);
  expect(await found(`uc-${number}`)).toEqual([title]);
  expect(await found('orchards')).toEqual([title]);
  expect(await found('vineyards')).toEqual([]);
});

it('looks for the letters of a text, none of which stands for others', async () => {
  await make('Prices 5% up');
  await make('prices_by_hour');
  expect(await found('5% u')).toEqual(['Prices 5% up']);
  expect(await found('s_b')).toEqual(['prices_by_hour']);
  expect(await found('s_5')).toEqual([]);
  expect(await found('%')).toEqual(['Prices 5% up']);
  expect(await found('\\')).toEqual([]);
});
