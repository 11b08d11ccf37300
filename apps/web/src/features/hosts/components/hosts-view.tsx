'use client';

import type { HostView } from '@jalon/contracts';
import { EmptyState } from '@jalon/ui/empty-state';
import { PageHeader } from '@jalon/ui/page-header';
import { RelativeTime } from '@jalon/ui/relative-time';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { Status } from '@jalon/ui/status';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useTRPC } from '@/trpc/react';
import { HostAllowance } from './host-allowance';
import { HostRules } from './host-rules';

/** The Docker engines that stacks run on, and whether they answer. */
export function HostsView({ mayEdit }: { mayEdit: boolean }) {
  const t = useTranslations('hosts');
  const list = useQuery(useTRPC().host.list.queryOptions());
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {list.isPending ? <SkeletonRows rows={3} /> : null}
      {list.isError ? (
        <QueryError title={t('listFailed')} error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data && list.data.length === 0 ? (
        <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
      ) : null}
      {list.data && list.data.length > 0 ? <Hosts hosts={list.data} mayEdit={mayEdit} /> : null}
    </>
  );
}

function Hosts({ hosts, mayEdit }: { hosts: readonly HostView[]; mayEdit: boolean }) {
  const t = useTranslations('hosts');
  return (
    <Table
      label={t('title')}
      head={
        <>
          <HeaderCell>{t('name')}</HeaderCell>
          <HeaderCell>{t('state')}</HeaderCell>
          <HeaderCell>{t('engine')}</HeaderCell>
          <HeaderCell>{t('endpoint')}</HeaderCell>
          <HeaderCell>{t('lastSeen')}</HeaderCell>
          <HeaderCell>{t('rules.mayHold')}</HeaderCell>
          <HeaderCell>{t('allowance.column')}</HeaderCell>
          <HeaderCell>{t('environments')}</HeaderCell>
        </>
      }
    >
      {hosts.map((host) => (
        <Row key={host.id}>
          <Cell className="font-medium">{host.name}</Cell>
          <Cell title={host.lastError || undefined}>
            <HostState host={host} />
          </Cell>
          <Cell className="whitespace-nowrap">{host.engineVersion || '–'}</Cell>
          <Cell className="font-mono text-ink-2 text-xs">{host.endpoint}</Cell>
          <Cell className="whitespace-nowrap text-ink-2">
            {host.lastSeenAt ? <RelativeTime date={host.lastSeenAt} /> : '–'}
          </Cell>
          <Cell className="whitespace-nowrap">
            <HostRules host={host} mayEdit={mayEdit} />
          </Cell>
          <Cell className="whitespace-nowrap">
            <HostAllowance host={host} mayEdit={mayEdit} />
          </Cell>
          <Cell>
            <span className="flex flex-wrap gap-x-3">
              {host.environments.map((environment) => (
                <Link
                  key={environment.id}
                  href={`/projects/${environment.projectSlug}?env=${environment.slug}`}
                  className="whitespace-nowrap text-accent hover:underline"
                >
                  {environment.projectSlug} · {environment.slug}
                </Link>
              ))}
            </span>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function HostState({ host }: { host: HostView }) {
  const t = useTranslations('hosts');
  const since = host.unreachableSince;
  if (since) {
    return (
      <Status tone="bad">
        <span>{t.rich('unreachable', { time: () => <RelativeTime date={since} /> })}</span>
      </Status>
    );
  }
  if (!host.lastSeenAt) return <Status tone="info">{t('neverSeen')}</Status>;
  return <Status tone="good">{t('answers')}</Status>;
}
