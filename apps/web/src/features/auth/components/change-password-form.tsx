'use client';

import { PASSWORD_MIN_LENGTH } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Notice } from '@jalon/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { loadChangePasswordInput } from '../lib/load-schemas';
import { PasswordInput } from './password-input';

const EMPTY = { currentPassword: '', newPassword: '' };

export function ChangePasswordForm({ email }: { email: string }) {
  const t = useTranslations('auth');
  const describe = useErrorText();
  const form = useZodForm(loadChangePasswordInput, { defaultValues: EMPTY });
  const { errors } = form.formState;
  const change = useMutation(
    useTRPC().session.changePassword.mutationOptions({
      onSuccess: () => form.reset(EMPTY),
      onError: (error) => {
        if (apiErrorCode(error) === 'VALIDATION') {
          form.setError('currentPassword', { message: t('currentPasswordWrong') }, { shouldFocus: true });
        }
      },
    }),
  );
  const failed = change.isError && apiErrorCode(change.error) !== 'VALIDATION';
  return (
    <form
      onSubmit={form.handleSubmit((input) => change.mutate(input))}
      noValidate
      className="flex flex-col gap-4"
    >
      {failed ? <Notice tone="bad" title={describe(change.error).title} /> : null}
      {change.isSuccess ? <Notice tone="good" title={t('passwordChanged')} /> : null}
      {/* Tells a password manager whose password this is. */}
      <input type="email" value={email} readOnly hidden autoComplete="username" />
      <Field label={t('currentPassword')} required error={errors.currentPassword?.message}>
        <PasswordInput {...form.register('currentPassword')} autoComplete="current-password" />
      </Field>
      <Field
        label={t('nextPassword')}
        required
        hint={t('passwordHint', { minimum: PASSWORD_MIN_LENGTH })}
        error={errors.newPassword?.message}
      >
        <PasswordInput {...form.register('newPassword')} autoComplete="new-password" />
      </Field>
      <div>
        <Button type="submit" pending={change.isPending}>
          {t('changePassword')}
        </Button>
      </div>
    </form>
  );
}
