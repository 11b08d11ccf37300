'use client';

import { type MatrixCell, type UseCaseFilter, VALUE_BANDS } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { useBandName } from '../../hooks/use-band-name';
import type { ListState } from '../../lib/list-state';
import { MatrixCellView } from './matrix-cell';

export interface MatrixProps {
  filter: UseCaseFilter;
  onChange: (part: Partial<ListState>) => void;
}

const FEASIBILITIES = [1, 2, 3, 4, 5];
const BANDS: (number | null)[] = [...VALUE_BANDS.map((_bound, band) => band).reverse(), null];

/** Feasibility against value: what is easy and worth much stands in the upper right. */
export function Matrix({ filter, onChange }: MatrixProps) {
  const t = useTranslations('useCaseList');
  const common = useTranslations('common');
  const describe = useErrorText();
  const nameOf = useBandName();
  const trpc = useTRPC();
  const query = useQuery(trpc.useCase.matrix.queryOptions(filter, { placeholderData: keepPreviousData }));
  if (query.isPending) return <SkeletonRows rows={10} />;
  if (query.isError) {
    return (
      <ErrorState
        title={t('matrixFailed')}
        reference={describe(query.error).reference}
        action={<Button onClick={() => void query.refetch()}>{common('retry')}</Button>}
      >
        {describe(query.error).title}
      </ErrorState>
    );
  }
  const cellOf = (feasibility: number, band: number | null): MatrixCell | undefined =>
    query.data.find((cell) => cell.feasibility === feasibility && cell.band === band);
  const most = Math.max(1, ...query.data.map(({ count }) => count));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading
    <div
      role="region"
      aria-label={t('matrixLabel')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative overflow-x-auto"
    >
      <table
        aria-label={t('matrixLabel')}
        className="w-full min-w-[60rem] table-fixed border-collapse text-sm"
      >
        <thead>
          <tr>
            <th scope="col" className="label-caps w-28 px-2 pb-2 text-left align-bottom">
              {t('matrixValue')}
            </th>
            {FEASIBILITIES.map((feasibility) => (
              <th key={feasibility} scope="col" className="label-caps px-2 pb-2 text-left">
                {t('matrixFeasibility', { feasibility })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {BANDS.map((band) => (
            <tr key={band} className="border-line border-t">
              <th scope="row" className="px-2 py-2 text-left align-top font-medium text-ink-2 text-xs">
                {nameOf(band)}
              </th>
              {FEASIBILITIES.map((feasibility) => (
                <MatrixCellView
                  key={feasibility}
                  cell={cellOf(feasibility, band)}
                  most={most}
                  onChange={onChange}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
