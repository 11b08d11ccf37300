'use client';

import { type UseCaseDetail, useCaseReference } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Money } from '@jalon/ui/money';
import { PageHeader } from '@jalon/ui/page-header';
import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useTRPC } from '@/trpc/react';
import { useTranslated } from '../../hooks/use-translated';
import { tabHref } from '../../lib/tabs';
import { KpiStateLabel } from '../kpi-state';
import { StageTrack } from '../stage-track';
import { UseCaseStatusBadge } from '../use-case-status';
import { LifeMenu } from './life-menu';

const EditDialog = dynamic(() => import('./edit-dialog').then((module) => module.EditDialog));

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-3 text-xs">{label}</dt>
      <dd className="mt-0.5 font-medium">{children}</dd>
    </div>
  );
}

export interface UseCaseHeaderProps {
  useCase: UseCaseDetail;
  tabs: ReactNode;
}

/** Who, where it stands, what it is worth, and what its next gate needs. */
export function UseCaseHeader({ useCase, tabs }: UseCaseHeaderProps) {
  const t = useTranslations('useCase');
  const say = useTranslated();
  const trpc = useTRPC();
  const [editing, setEditing] = useState(false);
  const reference = useQuery(trpc.reference.portfolio.queryOptions());
  const gate = useQuery(trpc.gate.get.queryOptions({ useCaseId: useCase.id }));
  const { number, title, status, stage, owner, estimate, kpiState, project, rights } = useCase;
  const next = gate.data?.next;
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            <span className="tabular">{useCaseReference(number)}</span>
            <span aria-hidden>·</span>
            <span>{useCase.businessUnit.name}</span>
            <span aria-hidden>·</span>
            <span>{t(`benefit.${useCase.benefitType}`)}</span>
            {status === 'ACTIVE' ? null : <UseCaseStatusBadge status={status} />}
          </>
        }
        title={title}
        actions={
          <>
            {rights.edit ? (
              <Button icon={<Pencil aria-hidden size={14} />} onClick={() => setEditing(true)}>
                {t('edit')}
              </Button>
            ) : null}
            <LifeMenu useCase={useCase} />
          </>
        }
        tabs={
          <>
            <StageTrack
              stages={reference.data?.stages ?? [stage]}
              current={stage.key}
              closed={status === 'REJECTED' || status === 'RETIRED'}
            />
            <dl className="mt-4 mb-4 flex flex-wrap gap-x-10 gap-y-3">
              <Fact label={t('owner')}>{owner.name}</Fact>
              <Fact label={t('expectedYear')}>
                <Money value={estimate?.value.expected} currency={estimate?.currency} />
              </Fact>
              <Fact label={t('kpi')}>
                {kpiState ? (
                  <KpiStateLabel state={kpiState} />
                ) : (
                  <span className="text-ink-3">{t('noKpi')}</span>
                )}
              </Fact>
              {next ? (
                <Fact label={t('nextGate', { stage: say(next.to.name) })}>
                  <Link
                    href={tabHref(number, 'gate')}
                    scroll={false}
                    className="rounded-sm hover:text-accent hover:underline"
                  >
                    {t('gateMet', { met: next.met, total: next.items.length })}
                  </Link>
                </Fact>
              ) : null}
              {project ? (
                <Fact label={t('project')}>
                  <Link
                    href={`/projects/${project.slug}/stack`}
                    className="rounded-sm hover:text-accent hover:underline"
                  >
                    {project.name}
                  </Link>
                </Fact>
              ) : null}
            </dl>
            {tabs}
          </>
        }
      />
      {editing ? <EditDialog useCase={useCase} onClose={() => setEditing(false)} /> : null}
    </>
  );
}
