import type { UseCaseListItem } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { patchOf, undoOf } from './bulk-edits';

const row = (id: string, over: Partial<UseCaseListItem> = {}) =>
  ({
    id,
    version: 3,
    businessUnit: { id: 'u', name: 'Old unit' },
    owner: { id: 'o', name: 'Owner' },
    sponsor: 'Old sponsor',
    tags: ['old'],
    ...over,
  }) as UseCaseListItem;

describe('what was typed', () => {
  it('becomes a patch', () => {
    expect(patchOf('addTags', ' Fraud, credit,,fraud ')).toEqual({ addTags: ['fraud', 'credit'] });
    expect(patchOf('sponsor', '')).toEqual({ sponsor: '' });
    expect(patchOf('hold', 'Why')).toEqual({ turn: { action: 'HOLD', reason: 'Why' } });
  });
});

describe('taking it back', () => {
  it('puts back what each one had, of those that changed', () => {
    const rows = [row('1'), row('2', { tags: [] }), row('3')];
    const changed = [
      { id: '1', version: 4 },
      { id: '2', version: 4 },
    ];
    expect(undoOf(rows, { addTags: ['x'] }, { changed }, 'Back').edits).toEqual([
      { id: '1', version: 4, patch: { tags: ['old'] } },
      { id: '2', version: 4, patch: { tags: [] } },
    ]);
    expect(undoOf(rows, { businessUnit: 'New' }, { changed }, 'Back').edits[0]?.patch).toEqual({
      businessUnit: 'Old unit',
    });
    expect(undoOf(rows, patchOf('restore', 'Why'), { changed }, 'Back').edits[0]?.patch).toEqual(
      patchOf('hold', 'Back'),
    );
  });
});
