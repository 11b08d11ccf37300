'use client';

import { type DeploymentDetail, FINAL_DEPLOYMENT_STATUSES } from '@jalon/contracts';
import { Fact } from '@jalon/ui/fact';
import { Notice } from '@jalon/ui/notice';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useEnvironmentOf } from '@/features/projects/hooks/use-environment-of';
import { useProject } from '@/features/projects/hooks/use-project';
import { NextStep } from '@/features/stack/components/next-step';
import { useTRPC } from '@/trpc/react';
import { nameOfAction } from '../lib/name-of-action';
import { CancelButton } from './cancel-button';
import { DeploymentStatusWord } from './deployment-status';
import { Elapsed } from './elapsed';
import { StepTree } from './step-tree';

/** One deployment, live: what it does, what it waits for, what broke it. */
export function DeploymentView({ deploymentId }: { deploymentId: string }) {
  const t = useTranslations('deployment');
  const query = useQuery(useTRPC().deployment.get.queryOptions({ deploymentId }));
  if (query.isError) {
    return <QueryError title={t('loadFailed')} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <SkeletonRows rows={10} />;
  return <Deployment deployment={query.data} />;
}

function Deployment({ deployment }: { deployment: DeploymentDetail }) {
  const t = useTranslations('deployment');
  const final = FINAL_DEPLOYMENT_STATUSES.includes(deployment.status);
  const cancelling = deployment.cancelRequestedAt !== null && !final;
  const { href } = useProject();
  useEnvironmentOf(deployment.environmentId);
  return (
    <div className="flex flex-col gap-6">
      {deployment.status === 'SUCCEEDED' ? <NextStep /> : null}
      <Section
        title={t('heading', {
          number: deployment.number,
          action: t(`actionName.${nameOfAction(deployment)}`),
        })}
        actions={final ? null : <CancelButton deploymentId={deployment.id} disabled={cancelling} />}
      >
        <dl className="flex flex-wrap gap-x-10 gap-y-2">
          <Fact name={t('statusTitle')}>
            <span aria-live="polite">
              <DeploymentStatusWord status={deployment.status} cancelling={cancelling} />
            </span>
          </Fact>
          {deployment.steps.total > 0 ? (
            <Fact name={t('steps')}>
              <span className="tabular">
                {deployment.steps.done} / {deployment.steps.total}
              </span>
            </Fact>
          ) : null}
          <Fact name={t('duration')}>
            <Elapsed from={deployment.startedAt} to={deployment.finishedAt} />
          </Fact>
          <Fact name={t('revision')}>
            {deployment.revision === null ? (
              '–'
            ) : (
              <Link
                href={href(`revisions/${deployment.revision}`)}
                className="tabular text-accent hover:underline"
              >
                {deployment.revision}
              </Link>
            )}
          </Fact>
          <Fact name={t('by')}>{deployment.requestedBy ?? '–'}</Fact>
          <Fact name={t('when')}>
            <RelativeTime date={deployment.queuedAt} />
          </Fact>
          {deployment.note ? <Fact name={t('note')}>{deployment.note}</Fact> : null}
        </dl>
      </Section>
      {deployment.waitingFor > 0 ? (
        <Notice tone="info" title={t('waiting', { count: deployment.waitingFor })} />
      ) : null}
      {deployment.errorMessage ? (
        <Notice tone="bad" title={deployment.errorMessage}>
          {deployment.errorLog ? (
            <pre className="mt-2 max-h-80 overflow-auto whitespace-pre-wrap font-mono text-xs">
              {deployment.errorLog}
            </pre>
          ) : null}
        </Notice>
      ) : null}
      <Section title={t('steps')}>
        {deployment.stepTree.length > 0 ? (
          <StepTree steps={deployment.stepTree} />
        ) : (
          <p className="text-ink-3">{final ? t('nothingToDo') : t('planning')}</p>
        )}
      </Section>
    </div>
  );
}
