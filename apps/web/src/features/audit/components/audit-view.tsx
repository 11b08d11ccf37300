'use client';

import { Button, buttonClass } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { PageHeader } from '@jalon/ui/page-header';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC, useTRPCClient } from '@/trpc/react';
import { type AuditState, auditFilter, auditHref, readAuditState } from '../lib/audit-state';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';
import { ChainState } from './chain-state';

const PAGE = 50;

/** Who did what, newest first, and whether the log is still as it was written. */
export function AuditView() {
  const t = useTranslations('audit');
  const common = useTranslations('common');
  const describe = useErrorText();
  const state = readAuditState(useSearchParams());
  const filter = auditFilter(state);
  const trpc = useTRPC();
  const client = useTRPCClient();
  const log = useInfiniteQuery({
    queryKey: trpc.audit.list.queryKey({ ...filter, limit: PAGE }),
    queryFn: ({ pageParam, signal }) =>
      client.audit.list.query({ ...filter, before: pageParam, limit: PAGE }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const change = (part: Partial<AuditState>) =>
    window.history.replaceState(null, '', auditHref({ ...state, ...part }));
  const events = log.data?.pages.flatMap((page) => page.events) ?? [];
  const file = `/api/audit/export?${new URLSearchParams({ input: JSON.stringify(filter) })}`;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <a href={file} download className={buttonClass()}>
            <FileDown aria-hidden size={14} />
            {t('download')}
          </a>
        }
      />
      <div className="flex flex-col gap-5">
        <ChainState />
        <AuditFilters state={state} onChange={change} />
        {log.isPending ? <SkeletonRows /> : null}
        {log.isError ? (
          <ErrorState
            title={t('loadFailed')}
            reference={describe(log.error).reference}
            action={<Button onClick={() => void log.refetch()}>{common('retry')}</Button>}
          >
            {describe(log.error).title}
          </ErrorState>
        ) : null}
        {log.data && events.length === 0 ? <p className="text-ink-3">{t('empty')}</p> : null}
        {events.length > 0 ? (
          <AuditTable
            events={events}
            onSubject={({ subjectType, subjectId }) => change({ subject: subjectType, id: subjectId })}
          />
        ) : null}
        {log.hasNextPage ? (
          <div>
            <Button pending={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {t('older')}
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}
