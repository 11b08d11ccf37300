'use client';

import { BENEFIT_TYPES } from '@jalon/contracts';
import { useTranslations } from 'next-intl';
import type { EditedField } from '../lib/edit-values';

/** The name and the value of a field of a use case, in words. */
export function useFieldText(people: readonly { id: string; name: string }[]) {
  const field = useTranslations('useCase.event.field');
  const t = useTranslations('useCase.conflict');
  const benefit = useTranslations('useCase.benefit');
  const personOf = (value: unknown): string => people.find(({ id }) => id === value)?.name ?? t('somebody');
  return {
    nameOf: (name: EditedField): string => {
      const text = field(name);
      return text.charAt(0).toLocaleUpperCase() + text.slice(1);
    },
    textOf: (name: EditedField, value: unknown): string => {
      if (name === 'benefitType') {
        const known = BENEFIT_TYPES.find((type) => type === value);
        return known ? benefit(known) : String(value ?? '');
      }
      if (name === 'ownerId') return personOf(value);
      const areNames = name === 'contributorIds' && Array.isArray(value);
      const list = areNames ? value.map(personOf).join('; ') : value;
      const text = Array.isArray(list) ? list.join(', ') : String(list ?? '');
      return text === '' ? t('nothing') : text;
    },
  };
}
