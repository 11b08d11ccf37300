'use client';

import type { UseCaseDetail } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { AttachmentsSection } from '@/features/attachments/components/attachments-section';
import { CommentsSection } from '@/features/comments/components/comments-section';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { useEventText } from '../../hooks/use-event-text';

/** What people say, and every change, newest first: who, what, when. */
export function HistoryTab({ useCase }: { useCase: UseCaseDetail }) {
  const t = useTranslations('useCase');
  const common = useTranslations('common');
  const describe = useErrorText();
  const tell = useEventText();
  const history = useQuery(useTRPC().useCase.history.queryOptions({ useCaseId: useCase.id }));
  return (
    <div className="flex flex-col gap-8">
      <CommentsSection useCaseId={useCase.id} />
      <AttachmentsSection useCaseId={useCase.id} />
      <Section title={t('historyTitle')} description={t('historyNote')}>
        {history.isPending ? <SkeletonRows /> : null}
        {history.isError ? (
          <ErrorState
            title={t('loadOneFailed')}
            reference={describe(history.error).reference}
            action={<Button onClick={() => void history.refetch()}>{common('retry')}</Button>}
          >
            {describe(history.error).title}
          </ErrorState>
        ) : null}
        {history.data?.length === 0 ? <p className="text-ink-3">{t('historyEmpty')}</p> : null}
        <ol className="max-w-4xl border-line border-t">
          {history.data?.map((event) => {
            const { title, detail } = tell(event);
            return (
              <li key={event.id} className="flex flex-wrap items-baseline gap-x-3 border-line border-b py-2">
                <span className="w-36 shrink-0 text-ink-3">
                  <RelativeTime date={event.at} />
                </span>
                <span className="min-w-0 flex-1 basis-64">
                  <span className="font-medium">{title}</span>
                  {detail ? <span className="block max-w-prose text-ink-2">{detail}</span> : null}
                </span>
                <span className="text-ink-2">{event.actorName}</span>
              </li>
            );
          })}
        </ol>
      </Section>
    </div>
  );
}
