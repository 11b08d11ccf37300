'use client';

import type { GateView, UseCaseDetail } from '@jalon/contracts';
import { formatDateTime } from '@jalon/ui/format';
import { Section } from '@jalon/ui/section';
import { useLocale, useTranslations } from 'next-intl';
import { ApprovalList } from './approval-list';
import { FeedbackPart } from './feedback-part';
import { RequestForm } from './request-form';
import { VerdictForm } from './verdict-form';

/** The review under way: who asked for it, who approves, what is said; or the way to ask for one. */
export function RoundSection({ useCase, gate }: { useCase: UseCaseDetail; gate: GateView }) {
  const t = useTranslations('review');
  const locale = useLocale();
  const { round, next, rights } = gate;
  if (!next) return null;
  if (!round) {
    return (
      <Section title={t('title')} description={t('policy', { number: next.terms.policyNumber })}>
        <p className="text-ink-2">{t('none')}</p>
        {rights.request ? (
          <RequestForm useCaseId={useCase.id} version={gate.version} />
        ) : (
          <p className="text-ink-3">{t('noneText')}</p>
        )}
      </Section>
    );
  }
  const at = formatDateTime(round.requestedAt, locale, 'UTC');
  return (
    <Section title={t('title')}>
      <p className="text-ink-3">
        {t('underWay', { name: round.requestedBy, at, number: round.policyNumber })}
      </p>
      {round.note ? <p className="mt-1 max-w-prose whitespace-pre-line">{round.note}</p> : null}
      <ApprovalList round={round} terms={next.terms} />
      {rights.approveAs.length > 0 ? (
        <VerdictForm
          useCaseId={useCase.id}
          roles={rights.approveAs}
          revision={round.revision}
          people={gate.people}
        />
      ) : null}
      <FeedbackPart useCaseId={useCase.id} round={round} />
    </Section>
  );
}
