'use client';

import {
  type CorrectSampleInput,
  correctSampleInputSchema,
  type KpiSampleView,
  type KpiView,
} from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { formatDate, formatNumber } from '@jalon/ui/format';
import { Notice } from '@jalon/ui/notice';
import { NumberInput } from '@jalon/ui/number-input';
import { Textarea } from '@jalon/ui/textarea';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { useKpiChanged } from '../../hooks/use-kpi-changed';
import { parseMeasure } from '../../lib/parse-amount';

export interface CorrectDialogProps {
  kpi: KpiView;
  sample: KpiSampleView;
  onClose: () => void;
}

/** Another value for a sample that was wrong, and why. */
export function CorrectDialog({ kpi, sample, onClose }: CorrectDialogProps) {
  const t = useTranslations('kpi');
  const common = useTranslations('common');
  const describe = useErrorText();
  const locale = useLocale();
  const changed = useKpiChanged();
  const form = useZodForm<CorrectSampleInput, CorrectSampleInput>(correctSampleInputSchema, {
    defaultValues: { sampleId: sample.id, was: sample.value, value: sample.value, reason: '' },
  });
  const correct = useMutation(
    useTRPC().kpi.correctSample.mutationOptions({
      onSuccess: async () => {
        await changed();
        onClose();
      },
      onError: changed,
    }),
  );
  const { errors } = form.formState;
  const stale = apiErrorCode(correct.error) === 'STALE_VERSION';
  const value = `${formatNumber(sample.value, locale, 6)} ${kpi.unit}`.trim();
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('correctOf', { date: formatDate(sample.at, locale, 'UTC') })}
      description={t('correctText', { value })}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="correct-sample" variant="primary" pending={correct.isPending}>
            {t('correct')}
          </Button>
        </>
      }
    >
      <form
        id="correct-sample"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={form.handleSubmit((input) => correct.mutate(input))}
      >
        {correct.isError ? (
          <Notice tone="bad" title={stale ? t('correctStale') : describe(correct.error).title}>
            {describe(correct.error).reference}
          </Notice>
        ) : null}
        <Field label={t('value')} error={errors.value?.message} required>
          <NumberInput
            data-autofocus
            suffix={kpi.unit}
            {...form.register('value', { setValueAs: parseMeasure })}
          />
        </Field>
        <Field label={t('correctReason')} error={errors.reason?.message} required>
          <Textarea {...form.register('reason')} />
        </Field>
      </form>
    </Dialog>
  );
}
