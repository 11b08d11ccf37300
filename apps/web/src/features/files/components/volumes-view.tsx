'use client';

import { EmptyState } from '@jalon/ui/empty-state';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useTRPC } from '@/trpc/react';
import { VolumeSection } from './volume-section';

/** Raw data first, then what was made of it, then every other volume. */
const ORDER = ['raw', 'processed'];

/** The volumes of the deployed stack and the files in them. */
export function VolumesView() {
  const t = useTranslations('files');
  const { environment } = useProject();
  const volumes = useQuery(useTRPC().file.volumes.queryOptions({ environmentId: environment.id }));
  if (volumes.isError) {
    return (
      <QueryError title={t('volumesFailed')} error={volumes.error} onRetry={() => void volumes.refetch()} />
    );
  }
  if (!volumes.data) return <SkeletonRows />;
  if (volumes.data.length === 0) return <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>;
  const known = volumes.data.filter(({ volume }) => ORDER.includes(volume));
  const shown = known.length > 0 ? known : volumes.data;
  const sorted = [...shown].sort((left, right) => ORDER.indexOf(left.volume) - ORDER.indexOf(right.volume));
  const others = volumes.data.filter((volume) => !shown.includes(volume));
  return (
    <div className="flex flex-col gap-8">
      {sorted.map((volume) => (
        <VolumeSection key={volume.volume} volume={volume} />
      ))}
      {others.length > 0 ? (
        <p className="text-ink-3">
          {t('others')}{' '}
          <span className="font-mono text-xs">{others.map(({ volume }) => volume).join(', ')}</span>
        </p>
      ) : null}
    </div>
  );
}
