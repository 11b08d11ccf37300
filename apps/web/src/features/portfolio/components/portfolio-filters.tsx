'use client';

import { BENEFIT_TYPES, type PortfolioReference } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Input } from '@jalon/ui/input';
import { Select } from '@jalon/ui/select';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { PortfolioState } from '../lib/portfolio-state';

export interface PortfolioFiltersProps {
  reference: PortfolioReference | undefined;
  state: PortfolioState;
  /** The last day that may be asked for, year-month-day. */
  today: string | undefined;
  onChange: (part: Partial<PortfolioState>) => void;
}

/** Narrows every figure of the page. */
export function PortfolioFilters({ reference, state, today, onChange }: PortfolioFiltersProps) {
  const t = useTranslations('useCase');
  const p = useTranslations('portfolio');
  const dayId = useId();
  const narrowed = Boolean(state.unit || state.initiative || state.benefit || state.tag);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend
    <div role="group" aria-label={t('filters')} className="flex flex-wrap gap-2">
      <Select
        aria-label={t('businessUnit')}
        className="w-44 max-sm:w-[calc(50%-0.25rem)]"
        value={state.unit}
        onChange={(event) => onChange({ unit: event.target.value })}
      >
        <option value="">{t('allUnits')}</option>
        {reference?.businessUnits.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {unit.name}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t('initiative')}
        className="w-44 max-sm:w-[calc(50%-0.25rem)]"
        value={state.initiative}
        onChange={(event) => onChange({ initiative: event.target.value })}
      >
        <option value="">{t('allInitiatives')}</option>
        {reference?.initiatives.map((initiative) => (
          <option key={initiative.id} value={initiative.id}>
            {initiative.name}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t('benefitType')}
        className="w-44 max-sm:w-[calc(50%-0.25rem)]"
        value={state.benefit}
        onChange={(event) => onChange({ benefit: event.target.value as PortfolioState['benefit'] })}
      >
        <option value="">{t('allBenefits')}</option>
        {BENEFIT_TYPES.map((benefit) => (
          <option key={benefit} value={benefit}>
            {t(`benefit.${benefit}`)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t('tag')}
        className="w-36 max-sm:w-[calc(50%-0.25rem)]"
        value={state.tag}
        onChange={(event) => onChange({ tag: event.target.value })}
      >
        <option value="">{t('allTags')}</option>
        {reference?.tags.map((tag) => (
          <option key={tag} value={tag}>
            {tag}
          </option>
        ))}
      </Select>
      <label htmlFor={dayId} className="flex items-center gap-2 whitespace-nowrap text-ink-2 max-sm:w-full">
        {p('asOf')}
        <Input
          id={dayId}
          type="date"
          className="w-36"
          max={today}
          value={state.asOf}
          onChange={(event) => onChange({ asOf: event.target.value })}
        />
      </label>
      {narrowed ? (
        <Button
          variant="ghost"
          icon={<X aria-hidden size={14} />}
          onClick={() => onChange({ unit: '', initiative: '', benefit: '', tag: '' })}
        >
          {t('clearFilters')}
        </Button>
      ) : null}
    </div>
  );
}
