'use client';

import type { GateItem } from '@jalon/contracts';
import { formatDate, formatMoney } from '@jalon/ui/format';
import { useLocale, useTranslations } from 'next-intl';

/** Says a checklist item and its evidence in words. Values named `at` and `since` are moments, `amount` is money. */
export function useEvidence(): { item: (item: GateItem) => string; proof: (item: GateItem) => string } {
  const items = useTranslations('gate.items');
  const proofs = useTranslations('gate.evidence');
  const locale = useLocale();
  const said = (name: string, value: string | number): string | number => {
    if (name === 'at' || name === 'since') return formatDate(new Date(value), locale, 'UTC');
    return name === 'amount' ? formatMoney(value, 'EUR', locale) : value;
  };
  // Decisions from before there were policies name their items by key alone.
  type ItemKey = Parameters<typeof items>[0];
  type ProofKey = Parameters<typeof proofs>[0];
  return {
    item: ({ key, policy }) =>
      policy?.title[locale] ?? (items.has(key as ItemKey) ? items(key as ItemKey) : key),
    proof: ({ evidence: { key, values } }) => {
      if (!proofs.has(key as ProofKey)) return '';
      const worded = Object.entries(values).map(([name, value]) => [name, said(name, value)]);
      return proofs(key as ProofKey, Object.fromEntries(worded));
    },
  };
}
