'use client';

import type { UseCaseDetail } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { Notice } from '@jalon/ui/notice';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { useTranslated } from '../../hooks/use-translated';
import { FindingsSection } from '../review/findings-section';
import { ItemAction } from '../review/item-action';
import { RoundSection } from '../review/round-section';
import { DecisionForm } from './decision-form';
import { GateChecklist } from './gate-checklist';
import { PastDecisions } from './past-decisions';

/** What the next gate asks, what speaks for it, and the decision. */
export function GateTab({ useCase }: { useCase: UseCaseDetail }) {
  const t = useTranslations('gate');
  const common = useTranslations('common');
  const describe = useErrorText();
  const say = useTranslated();
  const gate = useQuery(useTRPC().gate.get.queryOptions({ useCaseId: useCase.id }));
  if (gate.isPending) return <SkeletonRows />;
  if (gate.isError) {
    return (
      <ErrorState
        title={t('loadFailed')}
        reference={describe(gate.error).reference}
        action={<Button onClick={() => void gate.refetch()}>{common('retry')}</Button>}
      >
        {describe(gate.error).title}
      </ErrorState>
    );
  }
  const { next, refusal } = gate.data;
  return (
    <div className="flex flex-col gap-9">
      {next && refusal !== 'CLOSED' ? (
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <Section
            title={t('gateTo', { from: say(next.from.name), to: say(next.to.name) })}
            description={t('met', { met: next.met, total: next.items.length })}
          >
            <GateChecklist
              items={next.items}
              action={(item) => <ItemAction useCaseId={useCase.id} item={item} rights={gate.data.rights} />}
            />
          </Section>
          <div className="flex flex-col gap-8">
            <RoundSection useCase={useCase} gate={gate.data} />
            <Section title={t('decide')}>
              {refusal === 'NO_RIGHT' ? (
                <p className="text-ink-2">{t('noRight')}</p>
              ) : (
                <DecisionForm useCase={useCase} gate={gate.data} />
              )}
            </Section>
          </div>
        </div>
      ) : (
        <Notice
          tone="info"
          title={refusal === 'CLOSED' ? t('closed') : t('lastStage')}
          className="max-w-3xl"
        />
      )}
      <FindingsSection findings={gate.data.findings} />
      <PastDecisions number={useCase.number} reviews={gate.data.reviews} />
    </div>
  );
}
