'use client';

import {
  REALIZATION_VERDICTS,
  type RealizationMonth,
  type RealizationVerdict,
  type VerifyRealizationInput,
  verifyRealizationInputSchema,
} from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { formatExactMoney, formatMonth } from '@jalon/ui/format';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { Select } from '@jalon/ui/select';
import { Textarea } from '@jalon/ui/textarea';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { parseAmount, typedAmount } from '../../lib/parse-amount';

export interface VerifyDialogProps {
  useCaseId: string;
  month: RealizationMonth;
  currency: string;
  onClose: () => void;
}

interface Typed {
  useCaseId: string;
  month: string;
  revision: number;
  computed: string;
  verdict: RealizationVerdict;
  confirmed: string | null;
  note?: string;
}

/** What finance says of a month: the amount it stands for, or why not. */
export function VerifyDialog({ useCaseId, month, currency, onClose }: VerifyDialogProps) {
  const t = useTranslations('realization');
  const common = useTranslations('common');
  const describe = useErrorText();
  const locale = useLocale();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const name = formatMonth(month.month, locale);
  const { computed } = month;
  const revision = month.decisions.length;
  const form = useZodForm<Typed, VerifyRealizationInput>(verifyRealizationInputSchema, {
    defaultValues: {
      useCaseId,
      month: month.month,
      revision,
      computed,
      verdict: 'CONFIRMED',
      confirmed: typedAmount(computed),
      note: '',
    },
    prepare: (values) =>
      values.verdict === 'DISPUTED'
        ? { ...values, confirmed: null }
        : { ...values, confirmed: parseAmount(values.confirmed ?? '') },
  });
  // What is looked at may be read again while the note is being typed: the note stays.
  useEffect(() => {
    form.setValue('revision', revision);
    form.setValue('computed', computed);
  }, [form, revision, computed]);
  const readAgain = () =>
    Promise.all(
      [trpc.realization, trpc.portfolio, trpc.useCase].map((area) =>
        queries.invalidateQueries(area.pathFilter()),
      ),
    );
  const verify = useMutation(
    trpc.realization.verify.mutationOptions({
      onSuccess: async () => {
        toast({ tone: 'good', title: t('saved', { month: name }) });
        await readAgain();
        onClose();
      },
      onError: readAgain,
    }),
  );
  const verdict = useWatch({ control: form.control, name: 'verdict' });
  const { errors } = form.formState;
  const stale = apiErrorCode(verify.error) === 'STALE_VERSION';
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('dialogTitle', { month: name })}
      description={t('dialogText', { computed: formatExactMoney(computed, currency, locale) })}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="verify-month" variant="primary" pending={verify.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id="verify-month"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={form.handleSubmit((input) => verify.mutate(input))}
      >
        {verify.isError ? (
          <Notice tone="bad" title={stale ? t('stale') : describe(verify.error).title}>
            {describe(verify.error).reference}
          </Notice>
        ) : null}
        <Field label={t('verdict')}>
          <Select {...form.register('verdict')}>
            {REALIZATION_VERDICTS.map((key) => (
              <option key={key} value={key}>
                {t(`verdicts.${key}`)}
              </option>
            ))}
          </Select>
        </Field>
        {verdict === 'CONFIRMED' ? (
          <Field
            label={`${t('amount')} (${currency})`}
            hint={t('amountHint')}
            error={errors.confirmed?.message}
            required
          >
            <Input data-autofocus inputMode="decimal" {...form.register('confirmed')} />
          </Field>
        ) : null}
        <Field label={t('noteField')} error={errors.note?.message} required={verdict === 'DISPUTED'}>
          <Textarea {...form.register('note')} />
        </Field>
      </form>
    </Dialog>
  );
}
