'use client';

import type { GateReviewView } from '@jalon/contracts';
import { EmptyState } from '@jalon/ui/empty-state';
import { formatDateTime } from '@jalon/ui/format';
import { Section } from '@jalon/ui/section';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useTranslated } from '../../hooks/use-translated';
import { packHref } from '../../lib/tabs';
import { DecisionBadge } from './decision-badge';
import { GateChecklist } from './gate-checklist';

/** Every decision with its reason and the checklist as it was then. */
export function PastDecisions({ number, reviews }: { number: number; reviews: readonly GateReviewView[] }) {
  const pack = useTranslations('pack');
  const t = useTranslations('gate');
  const locale = useLocale();
  const say = useTranslated();
  return (
    <Section title={t('decisions')} description={t('decisionsNote')}>
      {reviews.length === 0 ? (
        <EmptyState title={t('noDecision')}>{t('noDecisionText')}</EmptyState>
      ) : (
        <ol className="max-w-4xl border-line border-t">
          {reviews.map((review) => (
            <li key={review.id} className="border-line border-b py-3">
              <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <DecisionBadge decision={review.decision} />
                <span className="font-medium">
                  {say(review.from.name)}
                  {review.to.key === review.from.key ? '' : ` → ${say(review.to.name)}`}
                </span>
                <span className="text-ink-3">
                  {review.decidedBy}, {formatDateTime(review.decidedAt, locale, 'UTC')}
                </span>
              </div>
              <p className="mt-1 max-w-prose whitespace-pre-line">{review.rationale}</p>
              <p className="mt-1.5">
                <Link
                  href={packHref(number, review.id)}
                  aria-label={pack('openNamed', {
                    decision: t(`decision.${review.decision}`),
                    from: say(review.from.name),
                  })}
                  className="text-accent underline"
                >
                  {pack('open')}
                </Link>
              </p>
              <details className="group mt-1.5">
                <summary className="inline-flex cursor-pointer list-none items-center gap-1 rounded-sm text-ink-3 text-xs hover:text-ink [&::-webkit-details-marker]:hidden">
                  <ChevronRight aria-hidden size={13} className="transition-transform group-open:rotate-90" />
                  {t('asJudged')}
                </summary>
                <div className="mt-2">
                  <GateChecklist items={review.checklist} />
                </div>
              </details>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
