'use client';

import { type KpiInput, type KpiView, kpiSchema } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Money } from '@jalon/ui/money';
import { Notice } from '@jalon/ui/notice';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { get, type Path, useWatch } from 'react-hook-form';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { useKpiChanged } from '../../hooks/use-kpi-changed';
import { EMPTY_KPI, type KpiFields as Fields } from '../../lib/new-use-case-form';
import { typedAmount } from '../../lib/parse-amount';
import { previewTarget } from '../../lib/preview-value';
import { KpiFields } from '../form/kpi-fields';

function valuesOf(kpi: KpiView): Fields {
  const { name, unit, direction, baseline, baselineWindow, target, targetDate, tolerance } = kpi;
  const { attribution, source, assumptions } = kpi;
  const valuePerUnit = kpi.valuePerUnit && typedAmount(kpi.valuePerUnit);
  const aim = { name, unit, direction, baseline, baselineWindow, target, targetDate, tolerance };
  return { ...aim, valuePerUnit, currency: 'EUR', attribution, source, assumptions };
}

export interface KpiDialogProps {
  useCaseId: string;
  /** The one to change; null for a new one. */
  kpi: KpiView | null;
  onClose: () => void;
}

/** A new KPI, or other terms for one: its values stay. */
export function KpiDialog({ useCaseId, kpi, onClose }: KpiDialogProps) {
  const t = useTranslations('kpi');
  const detail = useTranslations('useCase');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [version, setVersion] = useState(kpi?.version ?? 1);
  const changed = useKpiChanged();
  const form = useZodForm<Fields, KpiInput>(kpiSchema, {
    defaultValues: kpi ? valuesOf(kpi) : EMPTY_KPI,
    mode: 'onTouched',
  });
  // Reading dirtyFields makes the form keep track of them.
  const { errors, dirtyFields: _dirty } = form.formState;
  const outcome = {
    onSuccess: async () => {
      await changed();
      onClose();
    },
    onError: (error: unknown) => {
      if (apiErrorCode(error) !== 'CONFLICT') return;
      form.setError('name', { message: t('nameTaken') }, { shouldFocus: true });
    },
  };
  const create = useMutation(trpc.kpi.create.mutationOptions(outcome));
  const update = useMutation(trpc.kpi.update.mutationOptions(outcome));
  const failure = create.error ?? update.error;
  const stale = apiErrorCode(update.error) === 'STALE_VERSION';
  const takeLatest = async (): Promise<void> => {
    await changed();
    const lists = queries.getQueriesData<KpiView[]>(trpc.kpi.list.pathFilter());
    const latest = lists.flatMap(([, list]) => list ?? []).find(({ id }) => id === kpi?.id);
    if (!latest) return;
    // Theirs where nothing was typed here, ours where something was.
    form.reset(valuesOf(latest), { keepDirtyValues: true });
    setVersion(latest.version);
    update.reset();
  };
  const worth = previewTarget(useWatch({ control: form.control }));
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="lg"
      title={kpi ? t('editTitle') : t('addTitle')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            type="submit"
            form="kpi-terms"
            variant="primary"
            pending={create.isPending || update.isPending}
          >
            {common('save')}
          </Button>
        </>
      }
    >
      <form
        id="kpi-terms"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={form.handleSubmit((input) =>
          kpi
            ? update.mutate({ kpiId: kpi.id, version, kpi: input })
            : create.mutate({ useCaseId, kpi: input }),
        )}
      >
        {failure && apiErrorCode(failure) !== 'CONFLICT' ? (
          <Notice
            tone="bad"
            title={stale ? detail('staleTitle') : describe(failure).title}
            action={
              stale ? (
                <Button size="sm" onClick={() => void takeLatest()}>
                  {detail('staleKeepMine')}
                </Button>
              ) : null
            }
          >
            {stale ? failure.message : describe(failure).reference}
          </Notice>
        ) : null}
        <KpiFields
          full
          register={(name, options) => form.register(name as Path<Fields>, options as object)}
          error={(name) => (get(errors, name) as { message?: string } | undefined)?.message}
        />
        <p className="min-h-5 text-ink-2" aria-live="polite">
          {worth
            ? t.rich('form.targetWorth', {
                amount: () => <Money value={worth} className="font-semibold text-ink" />,
              })
            : null}
        </p>
      </form>
    </Dialog>
  );
}
