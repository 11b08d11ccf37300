'use client';

import type { RunDetail } from '@jalon/contracts';
import { Button, buttonClass } from '@jalon/ui/button';
import { Notice } from '@jalon/ui/notice';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleStop, FlaskConical } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Elapsed } from '@/features/deployments/components/elapsed';
import { QueryError } from '@/features/projects/components/query-error';
import { useEnvironmentOf } from '@/features/projects/hooks/use-environment-of';
import { useProject } from '@/features/projects/hooks/use-project';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';
import { RunLog } from './run-log';
import { RunOutcome } from './run-outcome';
import { RunStatusWord } from './run-status';

/** One run of a job, live: its log as it is written, then what it found. */
export function RunView({ runId }: { runId: string }) {
  const t = useTranslations('run');
  const query = useQuery(useTRPC().run.get.queryOptions({ runId }));
  if (query.isError) {
    return <QueryError title={t('loadFailed')} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <SkeletonRows rows={10} />;
  return <Run run={query.data} />;
}

function Run({ run }: { run: RunDetail }) {
  const t = useTranslations('run');
  const { may, href } = useProject();
  const open = run.finishedAt === null;
  const cancelling = run.cancelRequestedAt !== null && open;
  useEnvironmentOf(run.environmentId);
  return (
    <div className="flex flex-col gap-6">
      <Section
        title={t('heading', { number: run.number, job: run.job })}
        actions={
          <>
            {open && may('run:write') ? <CancelRun runId={run.id} disabled={cancelling} /> : null}
            {run.job === 'train' && run.status === 'SUCCEEDED' ? (
              <Link href={href('model')} className={buttonClass('primary')}>
                <FlaskConical aria-hidden size={15} />
                {t('tryModel')}
              </Link>
            ) : null}
          </>
        }
      >
        <p className="flex flex-wrap items-center gap-x-6 gap-y-1" aria-live="polite">
          <RunStatusWord status={run.status} cancelling={cancelling} />
          <span className="text-ink-2">
            <Elapsed from={run.startedAt} to={run.finishedAt} />
          </span>
          {run.exitCode !== null ? (
            <span className="text-ink-3 text-xs">{t('exitCode', { code: run.exitCode })}</span>
          ) : null}
        </p>
      </Section>
      {run.errorMessage ? <Notice tone="bad" title={run.errorMessage} /> : null}
      {run.result && run.status === 'SUCCEEDED' ? <RunOutcome result={run.result} /> : null}
      <Section title={t('log')}>
        <RunLog text={run.log} open={open} />
      </Section>
    </div>
  );
}

function CancelRun({ runId, disabled }: { runId: string; disabled: boolean }) {
  const t = useTranslations('run');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const cancel = useMutation(
    trpc.run.cancel.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.run.pathFilter()),
      onError: useErrorToast(),
    }),
  );
  return (
    <Button
      icon={<CircleStop aria-hidden size={15} />}
      disabled={disabled}
      pending={cancel.isPending}
      onClick={() => cancel.mutate({ runId })}
    >
      {t('cancel')}
    </Button>
  );
}
