'use client';

import type { PortfolioReference } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useChips } from '../../hooks/use-chips';
import { cleared, type ListState } from '../../lib/list-state';

export interface FilterChipsProps {
  reference: PortfolioReference | undefined;
  state: ListState;
  onChange: (part: Partial<ListState>) => void;
}

/** What narrows the list, each with a button that takes it away. */
export function FilterChips({ reference, state, onChange }: FilterChipsProps) {
  const t = useTranslations('useCaseList');
  const useCase = useTranslations('useCase');
  const chips = useChips(reference, state);
  if (chips.length === 0) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-1.5">
      <ul aria-label={t('chips')} className="contents">
        {chips.map(({ key, label, value, without }) => (
          <li
            key={key}
            className="flex h-6 max-w-64 items-center rounded-full bg-sunken pl-2.5 text-xs ring-1 ring-line ring-inset"
          >
            <span className="mr-1 text-ink-3">{label}</span>
            <span className="min-w-0 truncate font-medium">{value}</span>
            <button
              type="button"
              aria-label={t('removeChip', { label, value })}
              className="ml-1 flex size-6 shrink-0 items-center justify-center rounded-full text-ink-3 hover:text-ink"
              onClick={() => onChange(without)}
            >
              <X aria-hidden size={12} />
            </button>
          </li>
        ))}
      </ul>
      <Button variant="ghost" size="sm" onClick={() => onChange(cleared(state))}>
        {useCase('clearFilters')}
      </Button>
    </div>
  );
}
