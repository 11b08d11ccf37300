import { describe, expect, it } from 'vitest';
import { DEFAULT_STATE, isFiltered, listHref, listInput, readListState } from './list-state';

const read = (query: string) => readListState(new URLSearchParams(query));

describe('the address of the list', () => {
  it('carries what differs from the default, and comes back the same', () => {
    expect(listHref(DEFAULT_STATE)).toBe('/use-cases');
    const query = 'view=table&q=fraud&stage=packaging&status=all&benefit=COST_REDUCTION&sort=title&order=asc';
    const state = read(query);
    expect(state).toMatchObject({ view: 'table', text: 'fraud', stage: 'packaging', descending: false });
    expect(listHref(state)).toBe(`/use-cases?${query}`);
    expect(isFiltered(state)).toBe(true);
    expect(isFiltered({ ...DEFAULT_STATE, view: 'table', sort: 'title' })).toBe(false);
  });

  it('takes what it does not understand as not given', () => {
    expect(read('view=cube&stage=moon&status=x&unit=1&owner=%27&benefit=FAME&sort=luck')).toEqual(
      DEFAULT_STATE,
    );
  });

  it('asks for what is open unless told otherwise', () => {
    expect(listInput(DEFAULT_STATE).statuses).toEqual(['ACTIVE', 'ON_HOLD']);
    expect(listInput(read('status=all')).statuses).toEqual([]);
    expect(listInput(read('status=REJECTED')).statuses).toEqual(['REJECTED']);
  });
});
