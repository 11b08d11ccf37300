'use client';

import type { VolumeView } from '@jalon/contracts';
import { EmptyState } from '@jalon/ui/empty-state';
import { formatBytes } from '@jalon/ui/format';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useUi } from '@jalon/ui/ui-provider';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useTRPC } from '@/trpc/react';
import { fileAddress } from '../lib/file-address';
import { UploadButton } from './upload-button';

/** The files of one volume, and a way to put one there. */
export function VolumeSection({ volume: { volume, mountedBy } }: { volume: VolumeView }) {
  const t = useTranslations('files');
  const { locale } = useUi();
  const { environment, may } = useProject();
  const environmentId = environment.id;
  const files = useQuery(useTRPC().file.list.queryOptions({ environmentId, volume }));
  const services = [...new Set(mountedBy.map((mount) => mount.service))].join(', ');
  return (
    <Section
      title={<span className="font-mono">{volume}</span>}
      description={services ? t('mountedBy', { services }) : undefined}
      actions={may('file:write') ? <UploadButton volume={volume} /> : null}
    >
      {files.isPending ? <SkeletonRows rows={3} /> : null}
      {files.isError ? (
        <QueryError title={t('listFailed')} error={files.error} onRetry={() => void files.refetch()} />
      ) : null}
      {files.data && files.data.files.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{volume === 'raw' ? t('emptyRaw') : t('emptyText')}</EmptyState>
      ) : null}
      {files.data && files.data.files.length > 0 ? (
        <Table
          label={t('filesOf', { volume })}
          head={
            <>
              <HeaderCell>{t('name')}</HeaderCell>
              <HeaderCell numeric>{t('size')}</HeaderCell>
              <HeaderCell>{t('modified')}</HeaderCell>
              <HeaderCell>
                <span className="sr-only">{t('download')}</span>
              </HeaderCell>
            </>
          }
        >
          {files.data.files.map((file) => (
            <Row key={file.name}>
              <Cell className="break-all font-mono text-xs">{file.name}</Cell>
              <Cell numeric className="whitespace-nowrap">
                {formatBytes(file.size, locale)}
              </Cell>
              <Cell className="whitespace-nowrap text-ink-2">
                <RelativeTime date={file.modifiedAt} />
              </Cell>
              <Cell className="w-px text-right">
                <a
                  href={fileAddress({ environmentId, volume, name: file.name })}
                  download={file.name.split('/').at(-1)}
                  aria-label={t('downloadNamed', { name: file.name })}
                  className="inline-flex size-6 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
                >
                  <Download aria-hidden size={14} />
                </a>
              </Cell>
            </Row>
          ))}
        </Table>
      ) : null}
    </Section>
  );
}
