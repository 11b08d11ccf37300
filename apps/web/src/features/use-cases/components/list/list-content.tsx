'use client';

import type { ListFigures } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { SkeletonRows } from '@jalon/ui/skeleton';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useList } from '../../hooks/use-list';
import { viewOrder } from '../../lib/list-page';
import { filterInput, type ListState } from '../../lib/list-state';
import { Board } from './board';
import { UseCaseTable } from './use-case-table';

const Matrix = dynamic(() => import('./matrix').then((module) => module.Matrix));
const Timeline = dynamic(() => import('./timeline').then((module) => module.Timeline));

export interface ListContentProps {
  figures: ListFigures;
  state: ListState;
  onChange: (part: Partial<ListState>) => void;
  /** Whether the reader may change any use case. */
  mayWrite: boolean;
}

/** What the filters leave, in the view that was chosen. */
export function ListContent(props: ListContentProps) {
  const { figures, state, onChange } = props;
  const filter = filterInput(state);
  if (state.view === 'board') return <Board figures={figures} filter={filter} />;
  if (state.view === 'matrix') return <Matrix filter={filter} onChange={onChange} />;
  return <Rows {...props} />;
}

/** The views that are a list in one order: table and timeline. */
function Rows({ figures, state, onChange, mayWrite }: ListContentProps) {
  const t = useTranslations('useCase');
  const common = useTranslations('common');
  const describe = useErrorText();
  const { query, items, total, more } = useList(filterInput(state), viewOrder(state));
  if (query.isPending) return <SkeletonRows rows={12} />;
  if (query.isError && items.length === 0) {
    return (
      <ErrorState
        title={t('loadFailed')}
        reference={describe(query.error).reference}
        action={<Button onClick={() => void query.refetch()}>{common('retry')}</Button>}
      >
        {describe(query.error).title}
      </ErrorState>
    );
  }
  const shared = { useCases: items, total, more };
  return (
    <div aria-busy={query.isPlaceholderData}>
      {state.view === 'timeline' ? (
        <Timeline {...shared} figures={figures} />
      ) : (
        <UseCaseTable
          {...shared}
          max={Number(figures.maxHigh)}
          state={state}
          onChange={onChange}
          mayWrite={mayWrite}
        />
      )}
    </div>
  );
}
