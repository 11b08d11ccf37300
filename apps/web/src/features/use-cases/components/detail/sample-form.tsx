'use client';

import type { AddKpiSampleInput, KpiView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { NumberInput } from '@jalon/ui/number-input';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { useKpiChanged } from '../../hooks/use-kpi-changed';
import { parseMeasure } from '../../lib/parse-amount';

const loadSchema = () => import('@jalon/contracts').then((module) => module.addKpiSampleInputSchema);

interface Typed {
  kpiId: string;
  at: unknown;
  value: string;
}

/** Enters one measurement: a day and a figure. */
export function SampleForm({ kpi }: { kpi: KpiView }) {
  const t = useTranslations('kpi');
  const describe = useErrorText();
  const changed = useKpiChanged();
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const form = useZodForm<Typed, AddKpiSampleInput>(loadSchema, {
    defaultValues: { kpiId: kpi.id, at: today, value: '' },
  });
  const add = useMutation(
    useTRPC().kpi.addSample.mutationOptions({
      onSuccess: async () => {
        form.resetField('value');
        await changed();
      },
      onError: (error) => {
        const code = apiErrorCode(error);
        if (code === 'CONFLICT') form.setError('at', { message: t('sampleTaken') }, { shouldFocus: true });
        else if (code === 'VALIDATION')
          form.setError('at', { message: t('sampleFuture') }, { shouldFocus: true });
        else form.setError('value', { message: describe(error).title });
      },
    }),
  );
  const { errors } = form.formState;
  return (
    <form
      noValidate
      aria-label={t('enterValue')}
      className="mt-4 flex flex-wrap items-start gap-3"
      onSubmit={form.handleSubmit((input) => add.mutate(input))}
    >
      <Field label={t('at')} error={errors.at?.message as string | undefined} className="w-40">
        <Input type="date" max={today} {...form.register('at')} />
      </Field>
      <Field label={t('value')} error={errors.value?.message} className="w-40">
        <NumberInput suffix={kpi.unit} {...form.register('value', { setValueAs: parseMeasure })} />
      </Field>
      <Button type="submit" pending={add.isPending} className="mt-[1.375rem]">
        {t('enterValue')}
      </Button>
    </form>
  );
}
