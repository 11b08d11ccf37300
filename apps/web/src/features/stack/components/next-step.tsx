'use client';

import { Notice } from '@jalon/ui/notice';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useProject } from '@/features/projects/hooks/use-project';
import { StartRunButton } from '@/features/runs/components/start-run-button';
import { useTRPC } from '@/trpc/react';

/** The shortest way on, once the stack runs and no version of the model exists yet: train it. Else nothing. */
export function NextStep() {
  const t = useTranslations('stack');
  const trpc = useTRPC();
  const { project, environment, may } = useProject();
  const running = environment.state === 'RUNNING';
  const runs = useQuery(
    trpc.run.list.queryOptions(
      { projectId: project.id, environmentId: environment.id },
      { enabled: running },
    ),
  );
  const versions = useQuery(
    trpc.model.versions.queryOptions({ projectId: project.id }, { enabled: running }),
  );
  const train = runs.data?.jobs.find((job) => job.job === 'train');
  if (!running || !train || !versions.data || !may('run:write')) return null;
  const busy = runs.data?.runs.some((run) => run.status === 'QUEUED' || run.status === 'RUNNING');
  if (versions.data.length > 0 || busy) return null;
  return (
    <Notice tone="info" title={t('nextTrain')} action={<StartRunButton job={train} variant="primary" />}>
      {t('nextTrainText')}
    </Notice>
  );
}
