'use client';

import type { ScopedValue } from '@jalon/contracts';
import { Button, buttonClass } from '@jalon/ui/button';
import { EmptyState } from '@jalon/ui/empty-state';
import { Notice } from '@jalon/ui/notice';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PendingNotice } from '@/features/environments/components/pending-notice';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useTRPC } from '@/trpc/react';
import { VariablesTable } from './variables-table';

/** The form comes with the first click: the list need not wait for it. */
const VariableDialog = dynamic(() => import('./variable-dialog').then((module) => module.VariableDialog), {
  ssr: false,
});

/** What is being set: nothing, a new one, or another value for one that exists. */
export type Editing = { name: string; present: (ScopedValue & { service: string | null }) | null } | null;

/** The variables that an environment sees, of every scope. Secrets go in and never come out. */
export function VariablesView() {
  const t = useTranslations('variables');
  const { environment, may, href } = useProject();
  const [editing, setEditing] = useState<Editing>(null);
  const list = useQuery(useTRPC().variable.list.queryOptions({ environmentId: environment.id }));
  if (list.isError) {
    return <QueryError title={t('listFailed')} error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (!list.data) return <SkeletonRows />;
  const { variables, missing, services } = list.data;
  const add = may('variable:write') ? (
    <Button
      variant="primary"
      icon={<Plus aria-hidden size={15} />}
      onClick={() => setEditing({ name: '', present: null })}
    >
      {t('add')}
    </Button>
  ) : null;
  return (
    <Section
      title={t('title')}
      description={t('description', { environment: environment.slug })}
      actions={add}
    >
      <div className="flex flex-col gap-4">
        {missing.length > 0 ? (
          <Notice tone="warn" title={t('missing', { count: missing.length })}>
            <span className="mt-1 flex flex-wrap gap-2">
              {missing.map((name) => (
                <Button key={name} size="sm" onClick={() => setEditing({ name, present: null })}>
                  {t('set', { name })}
                </Button>
              ))}
            </span>
          </Notice>
        ) : null}
        <PendingNotice
          action={
            <Link href={href('stack?review=1')} className={buttonClass('secondary', 'sm')}>
              {t('review')}
            </Link>
          }
        />
        {variables.length === 0 ? (
          <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
        ) : (
          <VariablesTable variables={variables} onEdit={setEditing} />
        )}
      </div>
      {editing ? (
        <VariableDialog editing={editing} services={services} onClose={() => setEditing(null)} />
      ) : null}
    </Section>
  );
}
