import { describe, expect, it } from 'vitest';
import { compareEdits, joinTexts } from './compare-edits';

const FIELDS = ['title', 'sponsor', 'risk', 'tags'] as const;
const was = { title: 'Loans', sponsor: '', risk: 2, tags: ['credit'] };
const compare = (theirs: object, yours: object) =>
  compareEdits(FIELDS, was, { ...was, ...theirs }, { ...was, ...yours });
const names = (changes: { field: string }[]) => changes.map(({ field }) => field);

describe('two edits of one version', () => {
  it('meet where both changed a field, and differently', () => {
    const { taken, conflicts } = compare({ title: 'Bad loans', risk: 4 }, { title: 'Fewer loans' });
    expect(conflicts).toEqual([{ field: 'title', was: 'Loans', theirs: 'Bad loans', yours: 'Fewer loans' }]);
    expect(taken).toEqual([{ field: 'risk', was: 2, theirs: 4, yours: 2 }]);
  });

  it('do not meet where only one side changed, or both did the same', () => {
    expect(compare({}, { title: 'Fewer loans' })).toEqual({ taken: [], conflicts: [] });
    expect(compare({ risk: 5 }, { risk: 5 })).toEqual({ taken: [], conflicts: [] });
  });

  it('compare lists by what is in them, and an empty text as nothing', () => {
    expect(names(compare({ tags: ['credit', 'risk'] }, { tags: ['credit'] }).taken)).toEqual(['tags']);
    expect(compare({ sponsor: undefined }, { sponsor: '' })).toEqual({ taken: [], conflicts: [] });
  });
});

describe('two texts as one', () => {
  it('keep both, and neither twice', () => {
    expect(joinTexts('One parcel in six.', 'Nobody knows which.')).toBe(
      'One parcel in six.\n\nNobody knows which.',
    );
    expect(joinTexts('One parcel in six. Nobody knows which.', 'Nobody knows which.')).toBe(
      'One parcel in six. Nobody knows which.',
    );
    expect(joinTexts('Short', 'Short, and more')).toBe('Short, and more');
  });
});
