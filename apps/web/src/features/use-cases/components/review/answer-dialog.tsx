'use client';

import {
  type AnswerItemInput,
  answerItemInputSchema,
  type GateItem,
  type PolicyItem,
} from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { Select } from '@jalon/ui/select';
import { Textarea } from '@jalon/ui/textarea';
import { useToast } from '@jalon/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { useGateChanged } from '../../hooks/use-gate-changed';
import { useTranslated } from '../../hooks/use-translated';

export interface ItemDialogProps {
  useCaseId: string;
  item: GateItem;
  policy: PolicyItem;
  onClose: () => void;
}

/** Answers a question of the gate: a text, a choice, or where a document is. */
export function AnswerDialog({ useCaseId, item, policy, onClose }: ItemDialogProps) {
  const t = useTranslations('review');
  const common = useTranslations('common');
  const validation = useTranslations('validation');
  const describe = useErrorText();
  const say = useTranslated();
  const trpc = useTRPC();
  const toast = useToast();
  const changed = useGateChanged();
  const { answer } = item;
  const form = useZodForm<z.input<typeof answerItemInputSchema>, AnswerItemInput>(answerItemInputSchema, {
    defaultValues: {
      useCaseId,
      itemKey: item.key,
      value: answer?.value ?? '',
      label: answer?.url && typeof answer.text === 'string' && answer.text !== answer.url ? answer.text : '',
    },
  });
  const save = useMutation(
    trpc.gate.answer.mutationOptions({
      onSuccess: async () => {
        await changed();
        toast({ tone: 'good', title: t('saved') });
        onClose();
      },
    }),
  );
  const refused = apiErrorCode(save.error) === 'VALIDATION';
  const error = form.formState.errors.value?.message ?? (refused ? validation('format') : undefined);
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={say(policy.title)}
      description={[policy.hint ? say(policy.hint) : '', answer ? t('approvalsLapse') : '']
        .filter(Boolean)
        .join(' ')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="answer-item" variant="primary" pending={save.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id="answer-item"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={form.handleSubmit((input) => save.mutate(input))}
      >
        {save.isError && !refused ? <Notice tone="bad" title={describe(save.error).title} /> : null}
        {policy.kind === 'CHOICE' ? (
          <Field label={t('answerText')} error={error} required>
            <Select data-autofocus {...form.register('value')}>
              <option value="">{t('choose')}</option>
              {policy.choices?.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {say(choice.label)}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        {policy.kind === 'TEXT' ? (
          <Field label={t('answerText')} error={error} required>
            <Textarea data-autofocus {...form.register('value')} />
          </Field>
        ) : null}
        {policy.kind === 'FILE' ? (
          <>
            <Field label={t('document')} error={error} required>
              <Input data-autofocus type="url" placeholder="https://" {...form.register('value')} />
            </Field>
            <Field label={t('documentName')} error={form.formState.errors.label?.message}>
              <Input {...form.register('label')} />
            </Field>
          </>
        ) : null}
      </form>
    </Dialog>
  );
}
