import type { UseCaseListItem } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { cellPatch, editableColumn, typedOf } from './cell-edit';

const row = { sponsor: 'The board', tags: ['credit', 'fraud'], feasibility: 4, risk: 2 } as UseCaseListItem;

describe('a cell that is edited', () => {
  it.each(['sponsor', 'tags', 'feasibility', 'risk'] as const)('%s comes back as it was', (column) => {
    expect(cellPatch(column, typedOf(row, column))).toEqual({ [column]: row[column] });
  });

  it('takes tags once each, and none at all', () => {
    expect(cellPatch('tags', 'Credit, credit ,')).toEqual({ tags: ['credit'] });
    expect(cellPatch('tags', '')).toEqual({ tags: [] });
  });

  it('is none of the columns that the server computes', () => {
    expect(editableColumn('expected')).toBeUndefined();
    expect(editableColumn(undefined)).toBeUndefined();
  });
});
