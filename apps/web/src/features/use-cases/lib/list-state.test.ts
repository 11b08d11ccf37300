import { describe, expect, it } from 'vitest';
import { cleared, DEFAULT_STATE, filterInput, isFiltered, listHref, readListState } from './list-state';

const read = (query: string) => readListState(new URLSearchParams(query));
const ID = '0d9b9a52-9a9c-4a54-8a4e-0a9f0c9b1a11';

describe('the address of the list', () => {
  it('carries what differs from the default, and comes back the same', () => {
    expect(listHref(DEFAULT_STATE)).toBe('/use-cases');
    const query = `view=table&q=fraud&stage=idea,packaging&status=all&unit=${ID}&initiative=${ID}&benefit=COST_REDUCTION&from=1000&to=5000.50&easier=2&sort=title&order=asc&hide=owner,kpi`;
    const state = read(query);
    expect(state).toMatchObject({
      view: 'table',
      text: 'fraud',
      stages: ['idea', 'packaging'],
      units: [ID],
      initiatives: [ID],
      valueFrom: '1000',
      hidden: ['owner', 'kpi'],
      descending: false,
    });
    expect(listHref(state)).toBe(`/use-cases?${query}`);
    expect(isFiltered(state)).toBe(true);
    expect(isFiltered({ ...DEFAULT_STATE, view: 'table', sort: 'title', hidden: [] })).toBe(false);
    expect(read(listHref({ ...DEFAULT_STATE, hidden: [] }).split('?')[1] ?? '').hidden).toEqual([]);
  });

  it('takes what it does not understand as not given', () => {
    const nonsense =
      'view=cube&stage=moon&status=x&unit=1,2&owner=%27&benefit=FAME&sort=luck&from=1e9&to=x&easier=9';
    expect(read(nonsense)).toEqual(DEFAULT_STATE);
  });

  it('asks for what is open unless told otherwise', () => {
    expect(filterInput(DEFAULT_STATE).statuses).toEqual(['ACTIVE', 'ON_HOLD']);
    expect(filterInput(read('status=all')).statuses).toEqual([]);
    expect(filterInput(read('status=REJECTED')).statuses).toEqual(['REJECTED']);
    expect(filterInput(read('from=10&harder=3'))).toMatchObject({ valueFrom: '10', feasibilityTo: 3 });
  });

  it('is cleared of what narrows, not of how one looks', () => {
    const state = read('view=table&sort=title&q=x&from=2&hide=kpi');
    expect(listHref(cleared(state))).toBe('/use-cases?view=table&sort=title&hide=kpi');
  });
});
