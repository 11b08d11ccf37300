'use client';

import type { FindingView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { formatDate, formatDateTime } from '@jalon/ui/format';
import { Section } from '@jalon/ui/section';
import { Status, Tag } from '@jalon/ui/status';
import { useToast } from '@jalon/ui/toast';
import { useMutation } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/trpc/react';
import { useGateChanged } from '../../hooks/use-gate-changed';

const ReasonDialog = dynamic(() => import('./reason-dialog').then((module) => module.ReasonDialog), {
  ssr: false,
});

/** What decisions have asked for, and how it was dealt with. */
export function FindingsSection({ findings }: { findings: readonly FindingView[] }) {
  const t = useTranslations('review');
  const locale = useLocale();
  const trpc = useTRPC();
  const toast = useToast();
  const changed = useGateChanged();
  const [closing, setClosing] = useState<FindingView | null>(null);
  const close = useMutation(
    trpc.gate.closeFinding.mutationOptions({
      onSuccess: async () => {
        await changed();
        toast({ tone: 'good', title: t('closed') });
        setClosing(null);
      },
    }),
  );
  if (findings.length === 0) return null;
  return (
    <Section title={t('findings')} description={t('findingsNote')}>
      <ul className="max-w-4xl border-line border-t">
        {findings.map((finding) => {
          const day = formatDate(new Date(finding.dueDate), locale, 'UTC');
          const { closed } = finding;
          return (
            <li
              key={finding.id}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-line border-b py-2"
            >
              <Status tone={closed ? 'good' : finding.overdue ? 'bad' : 'warn'}>
                {closed ? t('closedState') : t(finding.overdue ? 'overdue' : 'open')}
              </Status>
              <span className="font-medium">{finding.title}</span>
              <Tag>{t(`severityOf.${finding.severity}`)}</Tag>
              <span className="text-ink-3">{t('dueOn', { owner: finding.owner, day })}</span>
              {finding.mayClose ? (
                <Button
                  size="sm"
                  className="ml-auto"
                  aria-label={t('closeFindingNamed', { title: finding.title })}
                  onClick={() => setClosing(finding)}
                >
                  {t('close')}
                </Button>
              ) : null}
              {closed ? (
                <span className="w-full max-w-prose text-ink-2">
                  {t('closedBy', {
                    name: closed.by,
                    at: formatDateTime(closed.at, locale, 'UTC'),
                    note: closed.note,
                  })}
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      {closing ? (
        <ReasonDialog
          title={closing.title}
          text={t('closeText')}
          label={t('closeNote')}
          action={t('close')}
          pending={close.isPending}
          error={close.error}
          onSubmit={(note) => close.mutate({ findingId: closing.id, note })}
          onClose={() => setClosing(null)}
        />
      ) : null}
    </Section>
  );
}
