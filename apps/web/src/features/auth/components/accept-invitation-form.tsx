'use client';

import { PASSWORD_MIN_LENGTH } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { loadAcceptInvitationInput } from '../lib/load-schemas';
import { openSession } from '../lib/open-session';
import { PasswordInput } from './password-input';

export interface AcceptInvitationFormProps {
  token: string;
  name: string;
}

/** Turns an invitation into an account and signs its owner in. */
export function AcceptInvitationForm({ token, name }: AcceptInvitationFormProps) {
  const t = useTranslations('auth');
  const locale = useLocale();
  const describe = useErrorText();
  const form = useZodForm(loadAcceptInvitationInput, {
    defaultValues: { token, name, password: '', locale },
  });
  const { errors } = form.formState;
  const accept = useMutation(useTRPC().session.acceptInvitation.mutationOptions());
  const submit = form.handleSubmit(async (input) => {
    const { email } = await accept.mutateAsync(input);
    const result = await openSession(email, input.password);
    window.location.assign(result === 'ok' ? '/' : '/sign-in');
  });
  return (
    <form
      onSubmit={(event) => void submit(event).catch(() => undefined)}
      noValidate
      className="flex flex-col gap-4"
    >
      {accept.isError ? <Notice tone="bad" title={describe(accept.error).title} /> : null}
      <Field label={t('name')} required error={errors.name?.message}>
        <Input {...form.register('name')} autoComplete="name" autoFocus />
      </Field>
      <Field
        label={t('newPassword')}
        required
        hint={t('passwordHint', { minimum: PASSWORD_MIN_LENGTH })}
        error={errors.password?.message}
      >
        <PasswordInput {...form.register('password')} autoComplete="new-password" />
      </Field>
      <Button type="submit" variant="primary" pending={form.formState.isSubmitting} className="mt-1 w-full">
        {t('inviteButton')}
      </Button>
    </form>
  );
}
