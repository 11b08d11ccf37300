'use client';

import type { UseCaseListItem } from '@jalon/contracts';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Select } from '@jalon/ui/select';
import { Textarea } from '@jalon/ui/textarea';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useTRPC } from '@/trpc/react';
import type { BulkAction } from '../../../lib/bulk-edits';

export interface BulkFieldProps {
  action: BulkAction;
  rows: readonly UseCaseListItem[];
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** The control for an action, with what there is to choose from. */
export function BulkField({ action, rows, value, error, onChange }: BulkFieldProps) {
  const t = useTranslations('useCase.form');
  const life = useTranslations('lifecycle');
  const bulk = useTranslations('bulk');
  const choices = useId();
  const { data } = useQuery(useTRPC().reference.portfolio.queryOptions());
  const typed = (event: { target: { value: string } }) => onChange(event.target.value);
  if (action === 'hold' || action === 'restore') {
    return (
      <Field label={life('reason')} hint={life('reasonHint')} error={error} required>
        <Textarea data-autofocus value={value} onChange={typed} />
      </Field>
    );
  }
  if (action === 'owner') {
    return (
      <Field label={t('owner')} error={error} required>
        <Select data-autofocus value={value} onChange={typed}>
          <option value="">{bulk('chooseOwner')}</option>
          {data?.owners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  const isTags = action === 'addTags' || action === 'removeTags';
  const offered = {
    businessUnit: data?.businessUnits.map(({ name }) => name) ?? [],
    initiative: data?.initiatives.map(({ name }) => name) ?? [],
    sponsor: [...new Set(rows.map(({ sponsor }) => sponsor).filter(Boolean))],
    addTags: data?.tags ?? [],
    removeTags: [...new Set(rows.flatMap(({ tags }) => tags))].sort(),
  }[action];
  const label = isTags ? 'tags' : action;
  // Emptied, it is taken away.
  const optional = action === 'sponsor' || action === 'initiative';
  const hint = optional ? bulk(`${action}Hint`) : t(`${label}Hint`);
  return (
    <>
      <Field label={t(label)} hint={hint} error={error} required={!optional}>
        <Input data-autofocus list={choices} autoComplete="off" value={value} onChange={typed} />
      </Field>
      <datalist id={choices}>
        {offered.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
    </>
  );
}
