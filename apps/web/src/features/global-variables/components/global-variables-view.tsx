'use client';

import { Button } from '@jalon/ui/button';
import { EmptyState } from '@jalon/ui/empty-state';
import { PageHeader } from '@jalon/ui/page-header';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/features/projects/components/query-error';
import { useTRPC } from '@/trpc/react';
import { GlobalVariablesTable, type Opened } from './global-variables-table';

const GlobalVariableDialog = dynamic(
  () => import('./global-variable-dialog').then((module) => module.GlobalVariableDialog),
  { ssr: false },
);
const RemoveGlobalDialog = dynamic(
  () => import('./remove-global-dialog').then((module) => module.RemoveGlobalDialog),
  { ssr: false },
);
const GlobalUseDialog = dynamic(
  () => import('./global-use-dialog').then((module) => module.GlobalUseDialog),
  {
    ssr: false,
  },
);

/** Everybody's variables: set once for all projects, and where each of them counts. */
export function GlobalVariablesView() {
  const t = useTranslations('globalVariables');
  const variables = useTranslations('variables');
  const [opened, setOpened] = useState<Opened | null>(null);
  const list = useQuery(useTRPC().variable.listGlobal.queryOptions());
  const close = () => setOpened(null);
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden size={15} />}
      onClick={() => setOpened({ what: 'edit', variable: null })}
    >
      {variables('add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={list.data ? add : null} />
      {list.isPending ? <SkeletonRows /> : null}
      {list.isError ? (
        <QueryError title={variables('listFailed')} error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data?.length === 0 ? (
        <EmptyState title={variables('noneTitle')}>{t('noneText')}</EmptyState>
      ) : null}
      {list.data && list.data.length > 0 ? (
        <GlobalVariablesTable variables={list.data} onOpen={setOpened} />
      ) : null}
      {opened?.what === 'edit' ? (
        <GlobalVariableDialog
          variable={opened.variable}
          taken={list.data?.map(({ name }) => name) ?? []}
          onClose={close}
        />
      ) : null}
      {opened?.what === 'remove' ? <RemoveGlobalDialog name={opened.variable.name} onClose={close} /> : null}
      {opened?.what === 'use' ? <GlobalUseDialog name={opened.variable.name} onClose={close} /> : null}
    </>
  );
}
