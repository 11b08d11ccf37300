'use client';

import {
  type DuplicateUseCaseInput,
  duplicateUseCaseInputSchema,
  type UseCaseDetail,
  useCaseReference,
} from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';

const TITLE_MAX = 160;

/** Asks for the copy's title, makes it and opens it. */
export function DuplicateDialog({ useCase, onClose }: { useCase: UseCaseDetail; onClose: () => void }) {
  const t = useTranslations('lifecycle');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const source = useCaseReference(useCase.number);
  const form = useZodForm<DuplicateUseCaseInput, DuplicateUseCaseInput>(duplicateUseCaseInputSchema, {
    defaultValues: {
      useCaseId: useCase.id,
      title: t('copyOf', { title: useCase.title }).slice(0, TITLE_MAX),
    },
  });
  const duplicate = useMutation(
    trpc.useCase.duplicate.mutationOptions({
      onSuccess: async ({ number }) => {
        toast({ tone: 'good', title: t('copied', { reference: useCaseReference(number), source }) });
        router.push(`/use-cases/${number}`);
        onClose();
        await queries.invalidateQueries(trpc.useCase.pathFilter());
        await queries.invalidateQueries(trpc.portfolio.pathFilter());
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title.duplicate', { reference: source })}
      description={t('duplicateText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="duplicate-use-case" variant="primary" pending={duplicate.isPending}>
            {t('duplicate')}
          </Button>
        </>
      }
    >
      <form
        id="duplicate-use-case"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={form.handleSubmit((input) => duplicate.mutate(input))}
      >
        {duplicate.isError ? (
          <Notice tone="bad" title={describe(duplicate.error).title}>
            {describe(duplicate.error).reference}
          </Notice>
        ) : null}
        <Field label={t('newTitle')} error={form.formState.errors.title?.message} required>
          <Input autoComplete="off" data-autofocus {...form.register('title')} />
        </Field>
      </form>
    </Dialog>
  );
}
