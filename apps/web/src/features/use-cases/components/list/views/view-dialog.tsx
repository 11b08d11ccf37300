'use client';

import { type CreateSavedViewInput, createSavedViewInputSchema, type SavedViewItem } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Checkbox } from '@jalon/ui/checkbox';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { useToast } from '@jalon/ui/toast';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { z } from 'zod';
import { apiErrorData } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useSavedViews } from '../../../hooks/use-saved-views';

export interface ViewDialogProps {
  /** The one to rename or share; without it a new one is made. */
  view?: SavedViewItem;
  /** What it shows. */
  query: string;
  /** Gets the view as it was saved: the list of views may not have it yet. */
  onDone?: (view: SavedViewItem) => void;
  onClose: () => void;
}

/** Asks for the name of a view, and whether everybody shall see it. */
export function ViewDialog({ view, query, onDone, onClose }: ViewDialogProps) {
  const t = useTranslations('savedViews');
  const common = useTranslations('common');
  const describe = useErrorText();
  const toast = useToast();
  const formId = useId();
  const { create, update } = useSavedViews();
  const form = useZodForm<z.input<typeof createSavedViewInputSchema>, CreateSavedViewInput>(
    createSavedViewInputSchema,
    { defaultValues: { name: view?.name ?? '', shared: view?.shared ?? false, query } },
  );
  const { error } = view ? update : create;
  const taken = error && apiErrorData(error)?.details?.some(({ path }) => path === 'name');
  const done = (saved: SavedViewItem) => {
    toast({ tone: 'good', title: t('saved', { name: saved.name }) });
    onDone?.(saved);
    onClose();
  };
  const submit = (input: CreateSavedViewInput) =>
    view
      ? update.mutate(
          { ...input, shared: Boolean(input.shared), id: view.id, version: view.version },
          { onSuccess: done },
        )
      : create.mutate(input, { onSuccess: done });
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(view ? 'editTitle' : 'createTitle')}
      description={view ? undefined : t('createText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            pending={create.isPending || update.isPending}
          >
            {common('save')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className="flex flex-col gap-4" onSubmit={form.handleSubmit(submit)}>
        {error && !taken ? (
          <Notice tone="bad" title={describe(error).title}>
            {describe(error).reference}
          </Notice>
        ) : null}
        <Field
          label={t('name')}
          error={form.formState.errors.name?.message ?? (taken ? t('nameTaken') : undefined)}
          required
        >
          <Input autoComplete="off" data-autofocus {...form.register('name')} />
        </Field>
        <Checkbox label={t('share')} hint={t('shareHint')} {...form.register('shared')} />
      </form>
    </Dialog>
  );
}
