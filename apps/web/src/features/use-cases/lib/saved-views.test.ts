import { createSavedViewInputSchema } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { cleared, DEFAULT_STATE, listHref, readListState } from './list-state';
import { stateOfView, viewQuery } from './saved-views';

const ID = '0d9b9a52-9a9c-4a54-8a4e-0a9f0c9b1a11';

describe('a saved view', () => {
  it('keeps the whole state but its own name, and brings it back with it', () => {
    const state = readListState(
      new URLSearchParams(`view=table&q=l’été+"100%"&tag=a b&hide=owner&saved=${ID}`),
    );
    const query = viewQuery(state);
    expect(query).not.toContain(ID);
    expect(createSavedViewInputSchema.safeParse({ name: 'Mine', query }).success).toBe(true);
    expect(stateOfView({ id: ID, query })).toEqual(state);
    expect(viewQuery(DEFAULT_STATE)).toBe('');
  });

  it('is named in the address, and is left by taking the filters away', () => {
    const state = stateOfView({ id: ID, query: 'view=table&tag=x' });
    expect(listHref(state)).toBe(`/use-cases?view=table&tag=x&saved=${ID}`);
    expect(listHref(cleared(state))).toBe('/use-cases?view=table&saved=none');
    expect(readListState(new URLSearchParams('saved=1')).saved).toBe('');
  });

  it('passes over what is not known any more', () => {
    expect(stateOfView({ id: ID, query: 'view=cube&new=1' })).toEqual({ ...DEFAULT_STATE, saved: ID });
  });
});
