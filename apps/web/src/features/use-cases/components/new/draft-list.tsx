'use client';

import type { DraftSummary } from '@jalon/contracts';
import { Button, buttonClass } from '@jalon/ui/button';
import { RelativeTime } from '@jalon/ui/relative-time';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';

/** What else the person has begun: to go on with, or to throw away. */
export function DraftList({ drafts }: { drafts: readonly DraftSummary[] }) {
  const t = useTranslations('useCase.form');
  const heading = useId();
  const onError = useErrorToast();
  const [gone, setGone] = useState<readonly string[]>([]);
  const discard = useMutation(
    useTRPC().draft.discard.mutationOptions({
      onSuccess: (_nothing, { id }) => setGone((before) => [...before, id]),
      onError,
    }),
  );
  const left = drafts.filter(({ id }) => !gone.includes(id));
  if (left.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="mb-6 max-w-3xl border-line border-y py-3">
      <div className="flex items-center gap-3">
        <h2 id={heading} className="font-semibold">
          {t('drafts')}
        </h2>
        {/* A whole page, so that nothing of the form that stands here goes along. */}
        <a href="/use-cases/new?draft=new" className={`${buttonClass('ghost', 'sm')} ml-auto`}>
          {t('draftAnother')}
        </a>
      </div>
      <ul className="mt-1">
        {left.map(({ id, title, savedAt }) => (
          <li key={id} className="flex min-h-9 items-center gap-3">
            <Link
              href={`/use-cases/new?draft=${id}`}
              className="min-w-0 truncate font-medium hover:underline"
            >
              {title || t('draftUntitled')}
            </Link>
            <span className="flex-1 whitespace-nowrap text-ink-3 text-xs">
              <RelativeTime date={savedAt} />
            </span>
            <Button
              size="sm"
              variant="ghost"
              aria-label={t('draftDiscardOne', { title: title || t('draftUntitled') })}
              pending={discard.isPending && discard.variables.id === id}
              onClick={() => discard.mutate({ id })}
            >
              {t('discardDraft')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
