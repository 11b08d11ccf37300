'use client';

import {
  type AddExchangeRateInput,
  addExchangeRateInputSchema,
  BASE_CURRENCY,
  CURRENCIES,
} from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { NumberInput } from '@jalon/ui/number-input';
import { Select } from '@jalon/ui/select';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';

type Typed = z.input<typeof addExchangeRateInputSchema>;

/** A rate from a day on. */
export function RateDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('exchangeRate');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useZodForm<Typed, AddExchangeRateInput>(addExchangeRateInputSchema, {
    defaultValues: { currency: 'USD', day: '', rate: '' },
    prepare: (values) => ({
      ...values,
      rate: values.rate.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'),
    }),
  });
  const add = useMutation(
    trpc.exchangeRate.add.mutationOptions({
      onSuccess: async (rates) => {
        queries.setQueryData(trpc.exchangeRate.list.queryKey(), rates);
        onClose();
        await queries.invalidateQueries();
      },
    }),
  );
  const { errors } = form.formState;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('add')}
      description={t('addText', { base: BASE_CURRENCY })}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="add-rate" variant="primary" pending={add.isPending}>
            {t('addShort')}
          </Button>
        </>
      }
    >
      <form
        id="add-rate"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={form.handleSubmit((input) => add.mutate(input))}
      >
        {add.isError ? (
          <Notice tone="bad" title={describe(add.error).title}>
            {describe(add.error).reference}
          </Notice>
        ) : null}
        <div className="flex flex-wrap items-start gap-3">
          <Field label={t('currency')} error={errors.currency?.message} className="w-24">
            <Select data-autofocus {...form.register('currency')}>
              {CURRENCIES.filter((code) => code !== BASE_CURRENCY).map((code) => (
                <option key={code} value={code}>
                  {code}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('day')} error={errors.day?.message} className="w-40">
            <Input type="date" {...form.register('day')} />
          </Field>
          <Field label={t('rate')} error={errors.rate?.message} className="min-w-32 flex-1">
            <NumberInput suffix={BASE_CURRENCY} {...form.register('rate')} />
          </Field>
        </div>
      </form>
    </Dialog>
  );
}
