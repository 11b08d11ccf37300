'use client';

import { Field } from '@jalon/ui/field';
import { Select } from '@jalon/ui/select';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';

interface Named {
  id: string;
  name: string;
}

export interface ContributorsFieldProps {
  value: readonly string[];
  /** Who owns it, who is not to be chosen. */
  ownerId: string | undefined;
  /** Who may be chosen. */
  people: readonly Named[];
  /** Who contributes already, those among them who cannot be chosen any more. */
  present?: readonly Named[];
  error: string | undefined;
  /** Null where they are only shown. */
  onChange: ((value: string[]) => void) | null;
}

/** Who works on it beside its owner: choosing adds somebody, a button takes them away. */
export function ContributorsField(props: ContributorsFieldProps) {
  const { value, ownerId, people, present = [], error, onChange } = props;
  const t = useTranslations('useCase.form');
  const select = useRef<HTMLSelectElement>(null);
  const names = new Map([...present, ...people].map(({ id, name }) => [id, name]));
  const chosen = value.map((id) => ({ id, name: names.get(id) ?? '…' }));
  if (!onChange) {
    return (
      <div>
        <p className="mb-1 font-medium text-xs">{t('contributors')}</p>
        <p>{chosen.map(({ name }) => name).join('; ') || '–'}</p>
        <p className="mt-1 text-ink-3 text-xs">{t('contributorsFixed')}</p>
      </div>
    );
  }
  return (
    <div>
      <Field label={t('contributors')} hint={t('contributorsHint')} error={error}>
        <Select ref={select} value="" onChange={(event) => onChange([...value, event.target.value])}>
          <option value="">{t('contributorAdd')}</option>
          {people
            .filter(({ id }) => id !== ownerId && !value.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </Select>
      </Field>
      {chosen.length > 0 ? (
        <ul aria-label={t('contributors')} className="mt-2 flex flex-wrap gap-1.5">
          {chosen.map(({ id, name }) => (
            <li
              key={id}
              className="flex h-6 max-w-full items-center rounded-full bg-sunken pl-2.5 text-xs ring-1 ring-line ring-inset"
            >
              <span className="min-w-0 truncate font-medium">{name}</span>
              <button
                type="button"
                aria-label={t('contributorRemove', { name })}
                className="ml-1 flex size-6 shrink-0 items-center justify-center rounded-full text-ink-3 hover:text-ink"
                onClick={() => {
                  onChange(value.filter((other) => other !== id));
                  // The button goes: who works with the keyboard stays here.
                  select.current?.focus();
                }}
              >
                <X aria-hidden size={12} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
