'use client';

import { RelativeTime } from '@jalon/ui/relative-time';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/trpc/react';
import { useTranslated } from '../../hooks/use-translated';
import { DecisionBadge } from './decision-badge';

/** The decisions so far, newest first, in a line each. */
export function DecisionLine({ useCaseId }: { useCaseId: string }) {
  const t = useTranslations('gate');
  const say = useTranslated();
  const gate = useQuery(useTRPC().gate.get.queryOptions({ useCaseId }));
  return (
    <Section title={t('decisions')}>
      {gate.isPending ? <SkeletonRows rows={2} /> : null}
      {gate.data?.reviews.length === 0 ? <p className="text-ink-3">{t('noDecision')}</p> : null}
      <ol>
        {gate.data?.reviews.map((review) => (
          <li
            key={review.id}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-line border-t py-2"
          >
            <DecisionBadge decision={review.decision} />
            <span className="font-medium">
              {say(review.from.name)}
              {review.to.key === review.from.key ? '' : ` → ${say(review.to.name)}`}
            </span>
            <span className="text-ink-3">
              {review.decidedBy}, <RelativeTime date={review.decidedAt} />
            </span>
            <span className="w-full max-w-prose text-ink-2">{review.rationale}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
