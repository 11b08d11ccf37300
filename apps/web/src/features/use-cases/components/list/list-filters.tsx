'use client';

import { BENEFIT_TYPES, type PortfolioReference } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Select } from '@jalon/ui/select';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTranslated } from '../../hooks/use-translated';
import { DEFAULT_STATE, isFiltered, type ListState, STATUS_CHOICES } from '../../lib/list-state';
import { SearchInput } from './search-input';

export interface ListFiltersProps {
  reference: PortfolioReference | undefined;
  state: ListState;
  onChange: (part: Partial<ListState>) => void;
}

/** One set of filters for every view of the list; the address carries them. */
export function ListFilters({ reference, state, onChange }: ListFiltersProps) {
  const t = useTranslations('useCase');
  const say = useTranslated();
  const selects = [
    {
      name: 'status' as const,
      label: t('statusLabel'),
      options: STATUS_CHOICES.map((value) => ({ value, text: t(`statusChoice.${value}`) })),
    },
    {
      name: 'stage' as const,
      label: t('stage'),
      all: t('allStages'),
      options: (reference?.stages ?? []).map((stage) => ({ value: stage.key, text: say(stage.name) })),
    },
    {
      name: 'unit' as const,
      label: t('businessUnit'),
      all: t('allUnits'),
      options: (reference?.businessUnits ?? []).map((unit) => ({ value: unit.id, text: unit.name })),
    },
    {
      name: 'owner' as const,
      label: t('owner'),
      all: t('allOwners'),
      options: (reference?.owners ?? []).map((owner) => ({ value: owner.id, text: owner.name })),
    },
    {
      name: 'benefit' as const,
      label: t('benefitType'),
      all: t('allBenefits'),
      options: BENEFIT_TYPES.map((value) => ({ value, text: t(`benefit.${value}`) })),
    },
    {
      name: 'tag' as const,
      label: t('tag'),
      all: t('allTags'),
      options: (reference?.tags ?? []).map((tag) => ({ value: tag, text: tag })),
    },
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend
    <div role="group" aria-label={t('filters')} className="flex flex-wrap gap-2">
      <SearchInput value={state.text} onChange={(text) => onChange({ text })} />
      {selects.map(({ name, label, all, options }) => (
        <Select
          key={name}
          aria-label={label}
          className="w-32 max-sm:w-[calc(50%-0.25rem)]"
          value={state[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        >
          {all ? <option value="">{all}</option> : null}
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      ))}
      {isFiltered(state) ? (
        <Button
          variant="ghost"
          icon={<X aria-hidden size={14} />}
          onClick={() => {
            const { view, sort, descending } = state;
            onChange({ ...DEFAULT_STATE, view, sort, descending });
          }}
        >
          {t('clearFilters')}
        </Button>
      ) : null}
    </div>
  );
}
