'use client';

import { type EstimateInput, type EstimateView, estimateFormSchema } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Notice } from '@jalon/ui/notice';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { get, type Path, useWatch } from 'react-hook-form';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { emptyEstimate, type EstimateFields as Fields } from '../../lib/new-use-case-form';
import { typedAmount } from '../../lib/parse-amount';
import { previewValue } from '../../lib/preview-value';
import { EstimateFields } from '../form/estimate-fields';
import { RangeDrawing } from '../range-drawing';

function startFrom(latest: EstimateView | null): Fields {
  const empty = emptyEstimate(new Date());
  if (!latest) return empty;
  const { rampUpMonths, horizonYears, assumptions } = latest;
  const currency = latest.currency as Fields['currency'];
  const low = typedAmount(latest.low);
  const likely = typedAmount(latest.likely);
  const high = typedAmount(latest.high);
  const oneOffCost = typedAmount(latest.oneOffCost);
  const yearlyRunCost = typedAmount(latest.yearlyRunCost);
  return {
    ...empty,
    currency,
    low,
    likely,
    high,
    rampUpMonths,
    horizonYears,
    oneOffCost,
    yearlyRunCost,
    assumptions,
  };
}

export interface EstimateDialogProps {
  useCaseId: string;
  /** What the new one starts from. */
  latest: EstimateView | null;
  onClose: () => void;
}

/** Estimates again: the earlier ones stay as they are. */
export function EstimateDialog({ useCaseId, latest, onClose }: EstimateDialogProps) {
  const t = useTranslations('useCase');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const reference = useQuery(trpc.reference.portfolio.queryOptions());
  const [defaultValues] = useState(() => startFrom(latest));
  const form = useZodForm<Fields, EstimateInput>(estimateFormSchema, { defaultValues, mode: 'onTouched' });
  const { errors } = form.formState;
  const add = useMutation(
    trpc.estimate.add.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queries.invalidateQueries(trpc.estimate.pathFilter()),
          queries.invalidateQueries(trpc.useCase.pathFilter()),
          queries.invalidateQueries(trpc.gate.pathFilter()),
          queries.invalidateQueries(trpc.portfolio.pathFilter()),
        ]);
        onClose();
      },
    }),
  );
  const typed = useWatch({ control: form.control });
  const preview = previewValue(typed, reference.data?.discountRate ?? '0.08');
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="lg"
      title={latest ? t('estimateAgain') : t('estimate')}
      description={t('estimateDialogText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="add-estimate" variant="primary" pending={add.isPending}>
            {t('saveEstimate')}
          </Button>
        </>
      }
    >
      <form
        id="add-estimate"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={form.handleSubmit((estimate) => add.mutate({ useCaseId, estimate }))}
      >
        {add.isError ? (
          <Notice tone="bad" title={describe(add.error).title}>
            {describe(add.error).reference}
          </Notice>
        ) : null}
        <div className="min-h-11">{preview ? <RangeDrawing {...preview} /> : null}</div>
        <EstimateFields
          required
          currency={typed.currency}
          register={(name, options) => form.register(name as Path<Fields>, options as object)}
          error={(name) => (get(errors, name) as { message?: string } | undefined)?.message}
        />
      </form>
    </Dialog>
  );
}
