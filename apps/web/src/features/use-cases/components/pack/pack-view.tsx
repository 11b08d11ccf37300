'use client';

import { type DecisionPack, useCaseReference } from '@jalon/contracts';
import { Button, buttonClass } from '@jalon/ui/button';
import { formatDateTime } from '@jalon/ui/format';
import { PageHeader } from '@jalon/ui/page-header';
import { Section } from '@jalon/ui/section';
import { Printer } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useTranslated } from '../../hooks/use-translated';
import { tabHref } from '../../lib/tabs';
import { DecisionBadge } from '../detail/decision-badge';
import { GateChecklist } from '../detail/gate-checklist';
import { FindingsSection } from '../review/findings-section';
import { PackFacts } from './pack-facts';
import { PackRisks } from './pack-risks';
import { PackSignatures } from './pack-signatures';
import { PackValue } from './pack-value';

/** A decision on one printed page: what was judged, by whom, and what came of it. */
export function PackView({ pack }: { pack: DecisionPack }) {
  const t = useTranslations('pack');
  const gate = useTranslations('gate');
  const locale = useLocale();
  const say = useTranslated();
  const { review, judged, number } = pack;
  const at = formatDateTime(review.decidedAt, locale, 'UTC');
  const way =
    review.to.key === review.from.key
      ? say(review.from.name)
      : `${say(review.from.name)} → ${say(review.to.name)}`;
  return (
    <article className="mx-auto max-w-4xl">
      <PageHeader
        eyebrow={
          <>
            <span>{useCaseReference(number)}</span>
            <span>{t('title')}</span>
            <span>{way}</span>
          </>
        }
        title={judged.title}
        description={t('line', { decision: gate(`decision.${review.decision}`), name: review.decidedBy, at })}
        actions={
          <span className="flex flex-wrap gap-2 print:hidden">
            <Link href={tabHref(number, 'gate')} className={buttonClass('secondary')}>
              {t('back')}
            </Link>
            <Button variant="primary" icon={<Printer aria-hidden size={15} />} onClick={() => window.print()}>
              {t('print')}
            </Button>
          </span>
        }
      />
      <div className="flex flex-col gap-7 print:gap-4">
        <PackFacts judged={judged} />
        <Section title={t('problem')}>
          <p className="max-w-prose whitespace-pre-line">{judged.problemStatement}</p>
          <h3 className="mt-3 font-medium">{t('expected')}</h3>
          <p className="max-w-prose whitespace-pre-line">{judged.expectedOutcome}</p>
        </Section>
        <PackValue judged={judged} />
        <Section title={t('evidence')}>
          <GateChecklist items={review.checklist} />
        </Section>
        <PackRisks pack={pack} />
        <FindingsSection findings={pack.findings.map((finding) => ({ ...finding, mayClose: false }))} />
        <Section title={t('decision')}>
          <DecisionBadge decision={review.decision} />
          <p className="mt-2 max-w-prose whitespace-pre-line">{review.rationale}</p>
          {pack.policyNumber ? (
            <p className="mt-2 text-ink-3">{t('policy', { number: pack.policyNumber })}</p>
          ) : null}
        </Section>
        <PackSignatures pack={pack} />
      </div>
    </article>
  );
}
