'use client';

import type { RequestReviewInput, requestReviewInputSchema } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Textarea } from '@jalon/ui/textarea';
import { useToast } from '@jalon/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { z } from 'zod';
import { useErrorToast } from '@/lib/use-error-toast';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { useGateChanged } from '../../hooks/use-gate-changed';

const loadSchema = () => import('@jalon/contracts').then((module) => module.requestReviewInputSchema);

/** Asks for the review, with a word to the reviewers. */
export function RequestForm({ useCaseId, version }: { useCaseId: string; version: number }) {
  const t = useTranslations('review');
  const trpc = useTRPC();
  const toast = useToast();
  const failed = useErrorToast();
  const changed = useGateChanged();
  const form = useZodForm<z.input<typeof requestReviewInputSchema>, RequestReviewInput>(loadSchema, {
    defaultValues: { useCaseId, version, note: '' },
  });
  useEffect(() => form.setValue('version', version), [form, version]);
  const request = useMutation(
    trpc.gate.request.mutationOptions({
      onSuccess: async () => {
        await changed();
        toast({ tone: 'good', title: t('requested') });
      },
      onError: async (error) => {
        failed(error);
        await changed();
      },
    }),
  );
  return (
    <form
      noValidate
      className="mt-3 flex flex-col gap-3"
      onSubmit={form.handleSubmit((input) => request.mutate(input))}
    >
      <Field label={t('requestNote')} error={form.formState.errors.note?.message}>
        <Textarea {...form.register('note')} />
      </Field>
      <div>
        <Button type="submit" pending={request.isPending}>
          {t('request')}
        </Button>
      </div>
    </form>
  );
}
