'use client';

import {
  type DecideGateInput,
  type decideGateInputSchema,
  FINDING_SEVERITIES,
  type GateView,
} from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Select } from '@jalon/ui/select';
import { useTranslations } from 'next-intl';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import type { z } from 'zod';

export interface FindingFieldsProps {
  form: UseFormReturn<z.input<typeof decideGateInputSchema>, unknown, DecideGateInput>;
  people: GateView['people'];
  /** Who sees to it unless another is chosen. */
  ownerId: string;
}

/** What must follow a conditional go, one block each. */
export function FindingFields({ form, people, ownerId }: FindingFieldsProps) {
  const t = useTranslations('review');
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'findings' });
  const errors = form.formState.errors.findings;
  return (
    <div className="flex flex-col gap-4">
      {fields.map((field, index) => (
        <fieldset key={field.id} className="flex flex-col gap-3 border-line border-l-2 pl-3">
          <legend className="mb-1 font-medium text-xs">{t('finding', { number: index + 1 })}</legend>
          <Field label={t('whatMustFollow')} error={errors?.[index]?.title?.message} required>
            <Input {...form.register(`findings.${index}.title`)} />
          </Field>
          <div className="grid grid-cols-2 gap-3">
            <Field label={t('severity')}>
              <Select {...form.register(`findings.${index}.severity`)}>
                {FINDING_SEVERITIES.map((severity) => (
                  <option key={severity} value={severity}>
                    {t(`severityOf.${severity}`)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={t('due')} error={errors?.[index]?.dueDate?.message} required>
              <Input type="date" {...form.register(`findings.${index}.dueDate`)} />
            </Field>
          </div>
          <Field label={t('findingOwner')}>
            <Select {...form.register(`findings.${index}.ownerId`)}>
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </Select>
          </Field>
          {fields.length > 1 ? (
            <div>
              <Button
                size="sm"
                variant="ghost"
                aria-label={t('removeFinding', { number: index + 1 })}
                onClick={() => remove(index)}
              >
                {t('removeFinding', { number: index + 1 })}
              </Button>
            </div>
          ) : null}
        </fieldset>
      ))}
      <div>
        <Button size="sm" onClick={() => append({ title: '', severity: 'MEDIUM', ownerId, dueDate: '' })}>
          {t('addFinding')}
        </Button>
      </div>
    </div>
  );
}
