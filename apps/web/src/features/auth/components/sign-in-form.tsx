'use client';

import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { openSession, type SignInResult } from '../lib/open-session';
import { PasswordInput } from './password-input';

const MESSAGES = { wrong: 'wrongCredentials', 'too-many': 'tooMany', unavailable: 'unavailable' } as const;

export interface SignInFormProps {
  /** Where to go afterwards; checked by the page. */
  target: string;
}

export function SignInForm({ target }: SignInFormProps) {
  const t = useTranslations('auth');
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Exclude<SignInResult, 'ok'> | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setPending(true);
    setFailure(null);
    const result = await openSession(String(data.get('email')), String(data.get('password')));
    if (result === 'ok') {
      // A whole page, so that nothing of an earlier person stays in memory.
      window.location.assign(target);
      return;
    }
    setPending(false);
    setFailure(result);
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {failure ? <Notice tone="bad" title={t(MESSAGES[failure])} /> : null}
      <Field label={t('email')}>
        <Input name="email" type="email" autoComplete="username" required autoFocus spellCheck={false} />
      </Field>
      <Field label={t('password')}>
        <PasswordInput name="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="mt-1 w-full">
        {t('signIn')}
      </Button>
    </form>
  );
}
