'use client';

import { Field } from '@jalon/ui/field';
import { Select } from '@jalon/ui/select';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useTRPC } from '@/trpc/react';
import { CHOICE_LIMIT } from '../lib/choice-limit';
import { Comparison } from './comparison';

/** Two revisions of the project side by side; which, stands in the address. */
export function CompareView({ from, to }: { from: number; to: number }) {
  const t = useTranslations('revision');
  const trpc = useTRPC();
  const router = useRouter();
  const { project, href } = useProject();
  const projectId = project.id;
  const list = useQuery(trpc.revision.list.queryOptions({ projectId, limit: CHOICE_LIMIT }));
  const comparison = useQuery(
    trpc.revision.compare.queryOptions({ projectId, from, to }, { placeholderData: keepPreviousData }),
  );
  const choose = (next: { from: number; to: number }) =>
    router.replace(href(`revisions/compare?from=${next.from}&to=${next.to}`), { scroll: false });
  const numbers = [...new Set([...(list.data ?? []).map(({ number }) => number), from, to])].sort(
    (left, right) => right - left,
  );
  const nameOf = (number: number) => {
    const environment = list.data?.find((revision) => revision.number === number)?.environment;
    return environment ? `${t('name', { number })} · ${environment}` : t('name', { number });
  };
  const options = numbers.map((number) => (
    <option key={number} value={number}>
      {nameOf(number)}
    </option>
  ));
  return (
    <div className="flex flex-col gap-6">
      <h2 className="font-semibold text-base">{t('compareTitle')}</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('from')}>
          <Select value={from} onChange={(event) => choose({ from: Number(event.target.value), to })}>
            {options}
          </Select>
        </Field>
        <Field label={t('to')}>
          <Select value={to} onChange={(event) => choose({ from, to: Number(event.target.value) })}>
            {options}
          </Select>
        </Field>
      </div>
      {comparison.isPending ? <SkeletonRows rows={10} /> : null}
      {comparison.isError ? (
        <QueryError
          title={t('compareFailed')}
          error={comparison.error}
          onRetry={() => void comparison.refetch()}
        />
      ) : null}
      {comparison.data ? <Comparison comparison={comparison.data} /> : null}
    </div>
  );
}
