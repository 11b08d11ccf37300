'use client';

import { Field } from '@jalon/ui/field';
import { formatNumber } from '@jalon/ui/format';
import { Input } from '@jalon/ui/input';
import { Select } from '@jalon/ui/select';
import { useUi } from '@jalon/ui/ui-provider';
import { useTranslations } from 'next-intl';
import type { SchemaField } from '../lib/read-schema';

export interface SchemaInputProps {
  field: SchemaField;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** One field of the model's input, in the control that fits it. */
export function SchemaInput({ field, value, error, onChange }: SchemaInputProps) {
  const t = useTranslations('model');
  const { locale } = useUi();
  const { training } = field;
  const seen = training
    ? t('trainingRange', {
        minimum: formatNumber(training.minimum, locale),
        maximum: formatNumber(training.maximum, locale),
      })
    : undefined;
  return (
    <Field label={field.title} required={field.required} hint={field.description ?? seen} error={error}>
      {field.kind === 'choice' || field.kind === 'boolean' ? (
        <Select value={value} onChange={(event) => onChange(event.target.value)}>
          {field.required && value !== '' ? null : <option value="">–</option>}
          {(field.kind === 'boolean' ? ['true', 'false'] : field.choices).map((choice) => (
            <option key={choice} value={choice}>
              {field.kind === 'boolean' ? t(choice === 'true' ? 'yes' : 'no') : choice}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          value={value}
          inputMode={field.kind === 'text' ? undefined : 'decimal'}
          className={field.kind === 'text' ? undefined : 'tabular'}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
