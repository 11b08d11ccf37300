'use client';

import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Select } from '@jalon/ui/select';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/trpc/react';
import type { AuditState } from '../lib/audit-state';

export interface AuditFiltersProps {
  state: AuditState;
  onChange: (part: Partial<AuditState>) => void;
}

const NONE: AuditState = { person: '', action: '', subject: '', id: '', from: '', to: '' };

/** Who, what, on what, from when to when. Actions are named as the log has them. */
export function AuditFilters({ state, onChange }: AuditFiltersProps) {
  const t = useTranslations('audit');
  const facets = useQuery(useTRPC().audit.facets.queryOptions());
  const { people = [], actions = [], subjectTypes = [] } = facets.data ?? {};
  const isFiltered = Object.values(state).some(Boolean);
  return (
    <form
      aria-label={t('filters')}
      className="grid items-end gap-3 sm:grid-cols-3 xl:grid-cols-6"
      onSubmit={(event) => event.preventDefault()}
    >
      <Field label={t('person')}>
        <Select
          value={state.person}
          onChange={({ currentTarget }) => onChange({ person: currentTarget.value })}
        >
          <option value="">{t('everybody')}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('action')}>
        <Select
          value={state.action}
          onChange={({ currentTarget }) => onChange({ action: currentTarget.value })}
        >
          <option value="">{t('everything')}</option>
          {actions.map((action) => (
            <option key={action} value={action} data-verbatim>
              {action}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('subject')}>
        <Select
          value={state.subject}
          onChange={({ currentTarget }) => onChange({ subject: currentTarget.value, id: '' })}
        >
          <option value="">{t('everything')}</option>
          {subjectTypes.map((type) => (
            <option key={type} value={type} data-verbatim>
              {type}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('from')}>
        <Input
          type="date"
          max={state.to || undefined}
          value={state.from}
          onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
        />
      </Field>
      <Field label={t('to')}>
        <Input
          type="date"
          min={state.from || undefined}
          value={state.to}
          onChange={({ currentTarget }) => onChange({ to: currentTarget.value })}
        />
      </Field>
      <div className="flex min-h-8 items-center gap-2">
        {state.id ? (
          <span className="min-w-0 truncate text-ink-2 text-xs">
            {t('oneSubject')} <code>{state.id}</code>
          </span>
        ) : null}
        {isFiltered ? (
          <Button variant="ghost" onClick={() => onChange(NONE)}>
            {t('clear')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
