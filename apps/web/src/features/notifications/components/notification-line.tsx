'use client';

import { type NotificationKind, type NotificationView, useCaseReference } from '@jalon/contracts';
import { IconButton } from '@jalon/ui/icon-button';
import { RelativeTime } from '@jalon/ui/relative-time';
import { clsx } from 'clsx';
import { AtSign, Check, Gavel, ListTodo, type LucideIcon, MessageSquare, Signpost } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useNotificationText } from '../hooks/use-notification-text';

const ICONS: Record<NotificationKind, LucideIcon> = {
  MENTION: AtSign,
  COMMENT: MessageSquare,
  GATE_WAITING: Signpost,
  FINDING: ListTodo,
  DECIDED: Gavel,
};

export interface NotificationLineProps {
  item: NotificationView;
  onRead: () => void;
  onFollow: () => void;
}

/** One notification: its link leads to what it is about, and marks it as read. */
export function NotificationLine({ item, onRead, onFollow }: NotificationLineProps) {
  const t = useTranslations('notification');
  const { title, detail, href } = useNotificationText()(item);
  const unread = item.readAt === null;
  const Icon = ICONS[item.kind];
  return (
    <li className="relative border-line border-b last:border-0">
      <Link
        href={href}
        onClick={() => {
          if (unread) onRead();
          onFollow();
        }}
        className="flex gap-2.5 px-3 py-2 pr-10 hover:bg-hover"
      >
        <Icon
          aria-hidden
          size={15}
          className={clsx('mt-0.5 shrink-0', unread ? 'text-accent' : 'text-ink-3')}
        />
        <span className="min-w-0 flex-1">
          <span className={clsx('block', unread ? 'font-semibold' : 'text-ink-2')}>
            {title}
            {unread ? <span className="sr-only"> ({t('unread')})</span> : null}
          </span>
          {detail ? <span className="block truncate text-ink-2">{detail}</span> : null}
          <span className="block truncate text-ink-3 text-xs">
            {useCaseReference(item.useCase.number)} {item.useCase.title} · <RelativeTime date={item.at} />
          </span>
        </span>
      </Link>
      {unread ? (
        <IconButton
          size="sm"
          label={t('markOne')}
          icon={<Check aria-hidden size={14} />}
          onClick={onRead}
          className="absolute top-2 right-2"
        />
      ) : null}
    </li>
  );
}
