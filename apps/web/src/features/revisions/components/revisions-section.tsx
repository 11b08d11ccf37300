'use client';

import type { RevisionSummary } from '@jalon/contracts';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useTRPC } from '@/trpc/react';
import { CurrentIn, Origin } from './revision-state';
import { RollBackButton } from './roll-back-button';

/** Every revision of the project, which environment stands on it, and the ways back to it. */
export function RevisionsSection() {
  const t = useTranslations('revision');
  const { project } = useProject();
  const list = useQuery(useTRPC().revision.list.queryOptions({ projectId: project.id }));
  if (list.isError) {
    return <QueryError title={t('listFailed')} error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (list.data?.length === 0) return null;
  return (
    <Section title={t('title')} description={t('description')}>
      {list.data ? <Revisions revisions={list.data} /> : <SkeletonRows rows={3} />}
    </Section>
  );
}

function Revisions({ revisions }: { revisions: readonly RevisionSummary[] }) {
  const t = useTranslations('revision');
  const { environment, href } = useProject();
  const current = environment.revision;
  return (
    <Table
      label={t('table')}
      head={
        <>
          <HeaderCell>{t('number')}</HeaderCell>
          <HeaderCell>{t('madeFor')}</HeaderCell>
          <HeaderCell>{t('state')}</HeaderCell>
          <HeaderCell>{t('note')}</HeaderCell>
          <HeaderCell>{t('author')}</HeaderCell>
          <HeaderCell>{t('made')}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t('actions')}</span>
          </HeaderCell>
        </>
      }
    >
      {revisions.map((revision) => (
        <Row key={revision.id}>
          <Cell>
            <Link
              href={href(`revisions/${revision.number}`)}
              className="tabular whitespace-nowrap font-medium text-accent hover:underline"
            >
              {t('name', { number: revision.number })}
            </Link>
          </Cell>
          <Cell className="whitespace-nowrap">
            <Origin revision={revision} />
          </Cell>
          <Cell>
            <span className="flex flex-wrap gap-1">
              <CurrentIn revision={revision} />
            </span>
          </Cell>
          <Cell className="max-w-56 truncate text-ink-2" title={revision.note}>
            {revision.note}
          </Cell>
          <Cell className="whitespace-nowrap text-ink-2">{revision.author ?? '–'}</Cell>
          <Cell className="whitespace-nowrap text-ink-2">
            <RelativeTime date={revision.createdAt} />
          </Cell>
          <Cell className="w-px whitespace-nowrap text-right">
            {current !== null && current !== revision.number ? (
              <Link
                href={href(`revisions/compare?from=${revision.number}&to=${current}`)}
                className="mr-3 text-accent text-xs hover:underline"
              >
                {t('compareWith', { number: revision.number, current })}
              </Link>
            ) : null}
            <RollBackButton revision={revision} size="sm" />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
