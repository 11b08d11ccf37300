'use client';

import { BENEFIT_TYPES, type PortfolioReference } from '@jalon/contracts';
import { Select } from '@jalon/ui/select';
import { useTranslations } from 'next-intl';
import { useTranslated } from '../../hooks/use-translated';
import { type ListState, STATUS_CHOICES } from '../../lib/list-state';
import { FilterChips } from './filter-chips';
import { RangeFilter } from './range-filter';
import { SearchInput } from './search-input';

export interface ListFiltersProps {
  reference: PortfolioReference | undefined;
  state: ListState;
  onChange: (part: Partial<ListState>) => void;
}

interface Choice {
  value: string;
  text: string;
}

/** One set of filters for every view of the list; the address carries them, chips say which are on. */
export function ListFilters({ reference, state, onChange }: ListFiltersProps) {
  const t = useTranslations('useCase');
  const say = useTranslated();
  const single = [
    {
      name: 'status' as const,
      label: t('statusLabel'),
      options: STATUS_CHOICES.map((value): Choice => ({ value, text: t(`statusChoice.${value}`) })),
    },
    {
      name: 'benefit' as const,
      label: t('benefitType'),
      all: t('allBenefits'),
      options: BENEFIT_TYPES.map((value): Choice => ({ value, text: t(`benefit.${value}`) })),
    },
    {
      name: 'tag' as const,
      label: t('tag'),
      all: t('allTags'),
      options: (reference?.tags ?? []).map((tag): Choice => ({ value: tag, text: tag })),
    },
  ];
  /** Several at once: choosing adds one, its chip takes it away. */
  const several = [
    {
      name: 'stages' as const,
      label: t('stage'),
      all: t('allStages'),
      options: (reference?.stages ?? []).map(
        (stage): Choice => ({ value: stage.key, text: say(stage.name) }),
      ),
    },
    {
      name: 'units' as const,
      label: t('businessUnit'),
      all: t('allUnits'),
      options: (reference?.businessUnits ?? []).map((unit): Choice => ({ value: unit.id, text: unit.name })),
    },
    {
      name: 'initiatives' as const,
      label: t('initiative'),
      all: t('allInitiatives'),
      options: (reference?.initiatives ?? []).map(({ id, name }): Choice => ({ value: id, text: name })),
    },
    {
      name: 'owners' as const,
      label: t('owner'),
      all: t('allOwners'),
      options: (reference?.owners ?? []).map((owner): Choice => ({ value: owner.id, text: owner.name })),
    },
  ];
  // One line on a laptop's screen, two beside each other on a telephone's.
  const width = 'min-w-0 max-w-40 grow basis-[6.75rem] max-sm:max-w-none max-sm:basis-[calc(50%-0.25rem)]';
  return (
    <div className="mb-4">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend */}
      <div role="group" aria-label={t('filters')} className="flex flex-wrap gap-2">
        <SearchInput value={state.text} onChange={(text) => onChange({ text })} />
        {several.map(({ name, label, all, options }) => (
          <Select
            key={name}
            aria-label={label}
            className={width}
            value=""
            onChange={(event) => onChange({ [name]: [...state[name], event.target.value] })}
          >
            <option value="">{state[name].length > 0 ? `${label} (${state[name].length})` : all}</option>
            {options
              .filter(({ value }) => !(state[name] as string[]).includes(value))
              .map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
          </Select>
        ))}
        {single.map(({ name, label, all, options }) => (
          <Select
            key={name}
            aria-label={label}
            className={width}
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
        <RangeFilter state={state} onChange={onChange} />
      </div>
      <FilterChips reference={reference} state={state} onChange={onChange} />
    </div>
  );
}
