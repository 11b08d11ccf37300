'use client';

import { invitePersonInput, ROLES } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { Select } from '@jalon/ui/select';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';

export interface InviteFormProps {
  onIssued: (issued: { email: string; link: string }) => void;
  onCancel: () => void;
}

export function InviteForm({ onIssued, onCancel }: InviteFormProps) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useZodForm(invitePersonInput, { defaultValues: { email: '', name: '', role: 'BUSINESS' } });
  const { errors } = form.formState;
  const invite = useMutation(
    trpc.people.invite.mutationOptions({
      onSuccess: ({ link }, { email }) => onIssued({ email, link }),
      onSettled: () => queries.invalidateQueries(trpc.people.list.queryFilter()),
      onError: (error) => {
        if (apiErrorCode(error) !== 'CONFLICT') return;
        form.setError('email', { message: t('alreadyMember') }, { shouldFocus: true });
      },
    }),
  );
  const role = form.watch('role');
  return (
    <form
      onSubmit={form.handleSubmit((input) => invite.mutate(input))}
      noValidate
      className="flex flex-col gap-4"
    >
      {invite.isError && apiErrorCode(invite.error) !== 'CONFLICT' ? (
        <Notice tone="bad" title={describe(invite.error).title} />
      ) : null}
      <Field label={t('email')} required error={errors.email?.message}>
        <Input {...form.register('email')} type="email" autoComplete="off" spellCheck={false} />
      </Field>
      <Field label={t('nameOptional')} error={errors.name?.message}>
        <Input {...form.register('name')} autoComplete="off" />
      </Field>
      <Field label={t('role')} hint={t(`roleHint.${role}`)} error={errors.role?.message}>
        <Select {...form.register('role')}>
          {ROLES.map((known) => (
            <option key={known} value={known}>
              {common(`role.${known}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex justify-end gap-2 pt-1">
        <Button onClick={onCancel}>{common('cancel')}</Button>
        <Button type="submit" variant="primary" pending={invite.isPending}>
          {t('sendInvite')}
        </Button>
      </div>
    </form>
  );
}
