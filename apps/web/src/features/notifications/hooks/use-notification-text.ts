'use client';

import { GATE_DECISIONS, type NotificationView, STAGE_KEYS } from '@jalon/contracts';
import { formatDate } from '@jalon/ui/format';
import { useLocale, useTranslations } from 'next-intl';
import { commentHref } from '@/features/comments/lib/comment-address';
import { tabHref } from '@/features/use-cases/lib/tabs';

/** What a notification says, and where it leads. */
export function useNotificationText() {
  const t = useTranslations('notification');
  const stageName = useTranslations('useCase.stageName');
  const decisionName = useTranslations('gate.decision');
  const locale = useLocale();
  return ({ kind, actor, data, useCase, commentId, excerpt }: NotificationView) => {
    const stage = STAGE_KEYS.find((key) => key === data.stage);
    const decision = GATE_DECISIONS.find((known) => known === data.decision);
    return {
      title: t(`text.${kind}`, {
        actor: actor || t('somebody'),
        stage: stage ? stageName(stage) : '',
        decision: decision ? decisionName(decision) : '',
        title: data.title ?? '',
      }),
      detail: data.dueDate ? t('due', { date: formatDate(new Date(data.dueDate), locale, 'UTC') }) : excerpt,
      href: commentId ? commentHref(useCase.number, commentId) : tabHref(useCase.number, 'gate'),
    };
  };
}
