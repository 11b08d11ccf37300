import { describe, expect, it } from 'vitest';
import { asKind, moved, newItem, readChoices, writeChoices } from './edit-policy';

describe('editing a policy', () => {
  it('gives each new item a key of its own', () => {
    const first = newItem([]);
    const second = newItem([first]);
    expect([first.key, second.key]).toEqual(['item-1', 'item-2']);
    expect(newItem([second]).key).toBe('item-3');
  });

  it('keeps the values of choices whose words stay', () => {
    const choices = readChoices('Public | Publique\nTop secret | Très secret');
    expect(choices.map(({ value }) => value)).toEqual(['PUBLIC', 'TOP_SECRET']);
    const renamed = [{ value: 'P', label: { en: 'Public', fr: 'Publique' } }];
    expect(readChoices('Public | Ouverte', renamed)).toEqual([
      { value: 'P', label: { en: 'Public', fr: 'Ouverte' } },
    ]);
    expect(readChoices(writeChoices(choices))).toEqual(choices);
    expect(readChoices(' \n\n')).toEqual([]);
  });

  it('gives a kind what it needs and takes what it does not', () => {
    const item = asKind(newItem([]), 'AUTOMATIC', ['owner']);
    expect(item).toMatchObject({ kind: 'AUTOMATIC', check: 'owner' });
    expect(asKind(item, 'TEXT', [])).not.toHaveProperty('check');
  });

  it('moves within the list and no further', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});
