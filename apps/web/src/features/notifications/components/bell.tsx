'use client';

import { IconButton } from '@jalon/ui/icon-button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Bell as BellIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { useTRPC } from '@/trpc/react';

const NotificationPanel = dynamic(
  () => import('./notification-panel').then((module) => module.NotificationPanel),
  { ssr: false },
);

const FIRST = 20;
const MORE = 40;
const MOST = 100;

/** How much waits unread, and the list of it; it arrives by the page's stream. */
export function Bell() {
  const t = useTranslations('notification');
  const root = useRef<HTMLDivElement>(null);
  const panel = useId();
  const [open, setOpen] = useState(false);
  const [limit, setLimit] = useState(FIRST);
  const list = useQuery(
    useTRPC().notification.list.queryOptions({ limit }, { placeholderData: keepPreviousData }),
  );
  const unread = list.data?.unread ?? 0;
  useEffect(() => {
    if (!open) return;
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);
  const close = () => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  return (
    // Keys and focus of all that is inside: the button itself is the control.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what bubbles up
    <div
      ref={root}
      className="relative"
      onKeyDown={(event) => {
        if (open && event.key === 'Escape') close();
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <IconButton
        label={unread > 0 ? t('bellUnread', { count: unread }) : t('bell')}
        icon={
          <span className="relative">
            <BellIcon aria-hidden size={16} />
            {unread > 0 ? (
              <span
                aria-hidden
                className="tabular -top-2 -right-2.5 absolute min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-2xs text-on-accent leading-4"
              >
                {unread > 99 ? '99+' : unread}
              </span>
            ) : null}
          </span>
        }
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => setOpen(!open)}
      />
      {open ? (
        <NotificationPanel
          id={panel}
          data={list.data}
          error={list.error}
          fetching={list.isFetching}
          onRetry={() => void list.refetch()}
          onClose={close}
          onMore={limit < MOST ? () => setLimit(Math.min(limit + MORE, MOST)) : null}
        />
      ) : null}
    </div>
  );
}
