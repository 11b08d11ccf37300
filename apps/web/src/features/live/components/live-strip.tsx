'use client';

import type { ActivityView } from '@jalon/contracts';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Status } from '@jalon/ui/status';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { nameOfAction } from '@/features/deployments/lib/name-of-action';
import { useTRPC } from '@/trpc/react';
import { useLiveChanges } from '../hooks/use-live-changes';

/** What is in progress, at the bottom of every page; nothing while nothing is. Holds the page's one stream. */
export function LiveStrip() {
  const t = useTranslations('live');
  useLiveChanges();
  const activity = useQuery(useTRPC().live.activity.queryOptions());
  if (!activity.data || activity.data.length === 0) return null;
  return (
    <aside
      aria-label={t('title')}
      className="sticky bottom-0 z-20 flex h-9 items-center gap-5 overflow-x-auto border-line border-t bg-sunken px-4 text-xs sm:px-6"
    >
      {activity.data.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </aside>
  );
}

function Entry({ entry }: { entry: ActivityView }) {
  const t = useTranslations('live');
  const deployment = useTranslations('deployment');
  const run = useTranslations('run');
  const place = `${entry.projectName} · ${entry.environment}`;
  const folder = entry.kind === 'RUN' ? 'runs' : 'deployments';
  const waiting = entry.status === 'QUEUED';
  return (
    <Link
      href={`/projects/${entry.projectSlug}/${folder}/${entry.id}?env=${entry.environment}`}
      className="flex shrink-0 items-center gap-2 whitespace-nowrap rounded-sm hover:text-ink"
    >
      <Status tone={waiting ? 'idle' : 'busy'}>
        {entry.kind === 'RUN'
          ? run('heading', { job: entry.job, number: entry.number })
          : deployment('heading', {
              action: deployment(`actionName.${nameOfAction(entry)}`),
              number: entry.number,
            })}
      </Status>
      <span className="text-ink-2">{place}</span>
      {entry.kind === 'DEPLOYMENT' && entry.steps.total > 0 ? (
        <span className="tabular text-ink-3">{t('steps', entry.steps)}</span>
      ) : null}
      <span className="text-ink-3">
        {waiting ? t('waiting') : <RelativeTime date={entry.startedAt ?? entry.queuedAt} />}
      </span>
    </Link>
  );
}
