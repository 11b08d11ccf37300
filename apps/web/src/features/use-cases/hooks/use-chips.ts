'use client';

import type { PortfolioReference } from '@jalon/contracts';
import { formatExactMoney } from '@jalon/ui/format';
import { useLocale, useTranslations } from 'next-intl';
import type { ListState } from '../lib/list-state';
import { useTranslated } from './use-translated';

export interface Chip {
  key: string;
  label: string;
  value: string;
  /** The change that takes it away. */
  without: Partial<ListState>;
}

/** What narrows the list, in words. */
export function useChips(reference: PortfolioReference | undefined, state: ListState): Chip[] {
  const t = useTranslations('useCase');
  const list = useTranslations('useCaseList');
  const say = useTranslated();
  const locale = useLocale();
  const nameIn = (known: readonly { id: string; name: string }[] | undefined, id: string): string =>
    known?.find((one) => one.id === id)?.name ?? '…';
  const one = (key: keyof ListState, label: string, value: string, usual = ''): Chip[] =>
    state[key] === usual ? [] : [{ key, label, value, without: { [key]: usual } }];
  const money = (amount: string): string => (amount ? formatExactMoney(amount, 'EUR', locale) : '');
  return [
    ...one('text', t('search'), state.text),
    ...state.stages.map((key) => {
      const stage = reference?.stages.find((known) => known.key === key);
      const without = { stages: state.stages.filter((other) => other !== key) };
      return { key, label: t('stage'), value: stage ? say(stage.name) : '…', without };
    }),
    ...one('status', t('statusLabel'), t(`statusChoice.${state.status}`), 'open'),
    ...state.units.map((id) => ({
      key: id,
      label: t('businessUnit'),
      value: nameIn(reference?.businessUnits, id),
      without: { units: state.units.filter((other) => other !== id) },
    })),
    ...state.initiatives.map((id) => ({
      key: id,
      label: t('initiative'),
      value: nameIn(reference?.initiatives, id),
      without: { initiatives: state.initiatives.filter((other) => other !== id) },
    })),
    ...state.owners.map((id) => ({
      key: id,
      label: t('owner'),
      value: nameIn(reference?.owners, id),
      without: { owners: state.owners.filter((other) => other !== id) },
    })),
    ...one('benefit', t('benefitType'), state.benefit ? t(`benefit.${state.benefit}`) : ''),
    ...one('tag', t('tag'), state.tag),
    ...one('valueFrom', list('valueFrom'), money(state.valueFrom)),
    ...one('valueTo', list('valueTo'), money(state.valueTo)),
    ...one('feasibilityFrom', list('feasibilityFrom'), state.feasibilityFrom),
    ...one('feasibilityTo', list('feasibilityTo'), state.feasibilityTo),
  ];
}
