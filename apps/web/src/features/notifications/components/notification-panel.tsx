'use client';

import type { NotificationPage } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import { useMarkRead } from '../hooks/use-mark-read';
import { NotificationLine } from './notification-line';

export interface NotificationPanelProps {
  id: string;
  data: NotificationPage | undefined;
  error: unknown;
  fetching: boolean;
  onRetry: () => void;
  onClose: () => void;
  /** Null when no more are shown. */
  onMore: (() => void) | null;
}

/** What waits for the reader, newest first. */
export function NotificationPanel(props: NotificationPanelProps) {
  const { id, data, error, fetching, onRetry, onClose, onMore } = props;
  const t = useTranslations('notification');
  const common = useTranslations('common');
  const describe = useErrorText();
  const mark = useMarkRead();
  const newest = data?.items[0];
  const panel = useRef<HTMLElement>(null);
  // The button that is pressed goes away: the panel keeps the focus, so that Escape still closes it.
  const markRead = (input: Parameters<typeof mark.mutate>[0]) => {
    panel.current?.focus();
    mark.mutate(input);
  };
  return (
    <section
      ref={panel}
      id={id}
      tabIndex={-1}
      aria-label={t('title')}
      className="fixed top-12 right-2 z-50 flex max-h-[70vh] w-[calc(100vw-1rem)] flex-col rounded-lg bg-raised shadow-pop outline-none sm:absolute sm:top-full sm:right-0 sm:mt-1 sm:w-96"
    >
      <div className="flex min-h-11 items-center gap-2 border-line border-b px-3 py-1.5">
        <h2 className="flex-1 font-semibold">{t('title')}</h2>
        {newest && data.unread > 0 ? (
          <Button
            size="sm"
            variant="ghost"
            pending={mark.isPending}
            onClick={() => markRead({ upTo: newest.id })}
          >
            {t('markAll')}
          </Button>
        ) : null}
      </div>
      <div className="min-h-0 overflow-y-auto">
        {!data && !error ? (
          <div className="p-3">
            <SkeletonRows />
          </div>
        ) : null}
        {error && !data ? (
          <div className="p-3">
            <ErrorState
              title={t('loadFailed')}
              reference={describe(error).reference}
              action={<Button onClick={onRetry}>{common('retry')}</Button>}
            >
              {describe(error).title}
            </ErrorState>
          </div>
        ) : null}
        {data?.items.length === 0 ? <p className="px-3 py-6 text-center text-ink-3">{t('empty')}</p> : null}
        <ul>
          {data?.items.map((item) => (
            <NotificationLine
              key={item.id}
              item={item}
              onRead={() => markRead({ id: item.id })}
              onFollow={onClose}
            />
          ))}
        </ul>
        {data?.next && onMore ? (
          <div className="p-2 text-center">
            <Button size="sm" variant="ghost" pending={fetching} onClick={onMore}>
              {t('more')}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  );
}
