'use client';

import type { RoundView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { formatDateTime } from '@jalon/ui/format';
import { Textarea } from '@jalon/ui/textarea';
import { useToast } from '@jalon/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';
import { useGateChanged } from '../../hooks/use-gate-changed';

/** What people say about the review. */
export function FeedbackPart({ useCaseId, round }: { useCaseId: string; round: RoundView }) {
  const t = useTranslations('review');
  const locale = useLocale();
  const trpc = useTRPC();
  const toast = useToast();
  const failed = useErrorToast();
  const changed = useGateChanged();
  const [text, setText] = useState('');
  const send = useMutation(
    trpc.gate.comment.mutationOptions({
      onSuccess: async () => {
        setText('');
        await changed();
        toast({ tone: 'good', title: t('sent') });
      },
      onError: failed,
    }),
  );
  return (
    <div className="mt-5">
      <h3 className="font-medium text-xs">{t('feedback')}</h3>
      {round.feedback.length === 0 ? <p className="mt-1 text-ink-3">{t('noFeedback')}</p> : null}
      <ol className="mt-1">
        {round.feedback.map((entry) => (
          <li key={`${entry.by} ${entry.at.toISOString()}`} className="border-line border-t py-1.5">
            <p className="text-ink-3 text-xs">
              {entry.by}, {formatDateTime(entry.at, locale, 'UTC')}
            </p>
            <p className="max-w-prose whitespace-pre-line">{entry.text}</p>
          </li>
        ))}
      </ol>
      <form
        className="mt-2 flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) send.mutate({ useCaseId, text });
        }}
      >
        <Field label={t('say')}>
          <Textarea rows={2} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <div>
          <Button type="submit" pending={send.isPending} disabled={!text.trim()}>
            {t('send')}
          </Button>
        </div>
      </form>
    </div>
  );
}
