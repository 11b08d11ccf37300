'use client';

import {
  type CreateKpiTokenInput,
  createKpiTokenInputSchema,
  type KpiView,
  TOKEN_DAYS,
} from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { CopyField } from '@jalon/ui/copy-field';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { Select } from '@jalon/ui/select';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { PushExample } from './push-example';

export interface TokenDialogProps {
  useCaseId: string;
  kpis: readonly KpiView[];
  onClose: () => void;
}

/** Makes a token, and shows it once. */
export function TokenDialog({ useCaseId, kpis, onClose }: TokenDialogProps) {
  const t = useTranslations('kpiToken');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useZodForm<CreateKpiTokenInput, CreateKpiTokenInput>(createKpiTokenInputSchema, {
    defaultValues: { useCaseId, kpiId: null, name: '', days: TOKEN_DAYS[1] },
  });
  const create = useMutation(
    trpc.kpi.createToken.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.kpi.tokens.pathFilter()),
    }),
  );
  const made = create.data?.token;
  const kpi = kpis.find(({ id }) => id === create.variables?.kpiId) ?? kpis[0];
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size={made ? 'lg' : 'md'}
      title={t('makeTitle')}
      description={made ? t('once') : t('makeText')}
      footer={
        made ? (
          <Button variant="primary" onClick={onClose}>
            {t('done')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{common('cancel')}</Button>
            <Button type="submit" form="make-token" variant="primary" pending={create.isPending}>
              {t('create')}
            </Button>
          </>
        )
      }
    >
      {made ? (
        <div className="flex flex-col gap-4">
          <CopyField label={t('token')} value={made} />
          <PushExample kpi={kpi?.key ?? ''} token={made} />
        </div>
      ) : (
        <form
          id="make-token"
          noValidate
          className="flex flex-col gap-4"
          onSubmit={form.handleSubmit((input) => create.mutate(input))}
        >
          {create.isError ? (
            <Notice tone="bad" title={describe(create.error).title}>
              {describe(create.error).reference}
            </Notice>
          ) : null}
          <Field label={t('name')} hint={t('nameHint')} error={form.formState.errors.name?.message} required>
            <Input data-autofocus {...form.register('name')} />
          </Field>
          <Field label={t('reach')}>
            <Select {...form.register('kpiId', { setValueAs: (value: string) => value || null })}>
              <option value="">{t('everyKpi')}</option>
              {kpis.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('days')}>
            <Select {...form.register('days', { valueAsNumber: true })}>
              {TOKEN_DAYS.map((days) => (
                <option key={days} value={days}>
                  {t('daysOption', { days })}
                </option>
              ))}
            </Select>
          </Field>
        </form>
      )}
    </Dialog>
  );
}
