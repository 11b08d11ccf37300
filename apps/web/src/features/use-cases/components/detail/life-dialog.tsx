'use client';

import {
  type ChangeLifecycleInput,
  changeLifecycleInputSchema,
  type LifecycleAction,
  type UseCaseDetail,
  useCaseReference,
} from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Notice } from '@jalon/ui/notice';
import { Textarea } from '@jalon/ui/textarea';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';

export interface LifeDialogProps {
  useCase: UseCaseDetail;
  action: LifecycleAction;
  onClose: () => void;
}

/** Asks why, says what will come of it, and does it. */
export function LifeDialog({ useCase, action, onClose }: LifeDialogProps) {
  const t = useTranslations('lifecycle');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const { id: useCaseId, number, version } = useCase;
  const reference = useCaseReference(number);
  const form = useZodForm<ChangeLifecycleInput, ChangeLifecycleInput>(changeLifecycleInputSchema, {
    defaultValues: { useCaseId, version, action, reason: '' },
  });
  // What is turned may be read again while the reason is being typed: the reason stays.
  useEffect(() => form.setValue('version', version), [form, version]);
  const readAgain = () =>
    Promise.all(
      [trpc.useCase, trpc.gate, trpc.portfolio, trpc.kpi, trpc.realization].map((area) =>
        queries.invalidateQueries(area.pathFilter()),
      ),
    );
  const change = useMutation(
    trpc.useCase.changeLifecycle.mutationOptions({
      onSuccess: async () => {
        toast({ tone: 'good', title: t(`done.${action}`, { reference }) });
        await readAgain();
        onClose();
      },
      onError: readAgain,
    }),
  );
  const stale = apiErrorCode(change.error) === 'STALE_VERSION';
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(`title.${action}`, { reference })}
      description={t(`text.${action}`)}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            type="submit"
            form="turn-use-case"
            variant={action === 'REJECT' || action === 'RETIRE' ? 'danger' : 'primary'}
            pending={change.isPending}
          >
            {t(action)}
          </Button>
        </>
      }
    >
      <form
        id="turn-use-case"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={form.handleSubmit((input) => change.mutate(input))}
      >
        {change.isError ? (
          <Notice tone="bad" title={stale ? t('stale') : describe(change.error).title}>
            {describe(change.error).reference}
          </Notice>
        ) : null}
        <Field
          label={t('reason')}
          hint={t('reasonHint')}
          error={form.formState.errors.reason?.message}
          required
        >
          <Textarea data-autofocus {...form.register('reason')} />
        </Field>
      </form>
    </Dialog>
  );
}
