'use client';

import type { StageFigures, UseCaseFilter } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Money } from '@jalon/ui/money';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useList } from '../../hooks/use-list';
import { useMore } from '../../hooks/use-more';
import { useTranslated } from '../../hooks/use-translated';
import { COLUMN_ORDER } from '../../lib/list-page';
import { BoardCard, CARD_HEIGHT } from './board-card';

export interface BoardColumnProps {
  figures: StageFigures;
  filter: UseCaseFilter;
  /** The largest high of the list. */
  max: number;
}

const FIRST = { width: 240, height: 720 };

/** A stage: how many stand in it and what they are worth, and their cards, dearest first. */
export function BoardColumn({ figures, filter, max }: BoardColumnProps) {
  const t = useTranslations('useCase');
  const common = useTranslations('common');
  const say = useTranslated();
  const { stage, count, active, expected } = figures;
  const frame = useRef<HTMLDivElement>(null);
  const { query, items, more } = useList({ ...filter, stages: [stage.key] }, COLUMN_ORDER);
  const cards = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => CARD_HEIGHT,
    overscan: 3,
    initialRect: FIRST,
  });
  const inSight = cards.getVirtualItems();
  useMore(inSight, items.length, more);
  return (
    <section aria-labelledby={`stage-${stage.key}`} className="flex min-w-0 flex-col">
      <header className="mb-2 border-line-strong border-b pb-1.5">
        <h2 id={`stage-${stage.key}`} className="truncate font-semibold">
          {say(stage.name)}
        </h2>
        <p className="text-ink-3 text-xs">
          {t('columnNote', { count })}
          {active > 0 ? (
            <>
              {' · '}
              <Money value={expected} />
            </>
          ) : null}
        </p>
      </header>
      {query.isPending && count > 0 ? <SkeletonRows rows={6} /> : null}
      {query.isError ? (
        <p role="alert" className="text-bad text-xs">
          {t('loadFailed')}{' '}
          <Button size="sm" onClick={() => void query.refetch()}>
            {common('retry')}
          </Button>
        </p>
      ) : null}
      {count === 0 ? <p className="py-2 text-ink-3 text-xs">{t('columnEmpty')}</p> : null}
      <div
        ref={frame}
        className="max-h-[calc(100dvh-17rem)] min-h-80 overflow-y-auto overscroll-y-contain [scrollbar-gutter:stable]"
      >
        {items.length > 0 ? (
          <ul className="relative" style={{ height: cards.getTotalSize() }}>
            {inSight.map(({ index, start }) => {
              const useCase = items[index];
              return useCase ? (
                <BoardCard
                  key={useCase.id}
                  useCase={useCase}
                  index={index}
                  total={count}
                  top={start}
                  max={max}
                />
              ) : null;
            })}
          </ul>
        ) : null}
      </div>
    </section>
  );
}
