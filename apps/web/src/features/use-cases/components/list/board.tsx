'use client';

import type { ListFigures, UseCaseFilter } from '@jalon/contracts';
import { useTranslations } from 'next-intl';
import { BoardColumn } from './board-column';

export interface BoardProps {
  figures: ListFigures;
  filter: UseCaseFilter;
}

/** Columns are stages; a card moves by a decision at its gate, not by hand. */
export function Board({ figures, filter }: BoardProps) {
  const t = useTranslations('useCase');
  const { stages: wanted } = filter;
  const stages = figures.stages.filter(({ stage }) => wanted.length === 0 || wanted.includes(stage.key));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading
    <div
      role="region"
      aria-label={t('views.board')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="-mx-4 overflow-x-auto px-4 pb-2 sm:-mx-6 sm:px-6"
    >
      <div
        className="grid gap-3"
        style={{
          gridTemplateColumns: `repeat(${stages.length}, minmax(0, 1fr))`,
          minWidth: `${stages.length * 13.6}rem`,
        }}
      >
        {stages.map((own) => (
          <BoardColumn key={own.stage.key} figures={own} filter={filter} max={Number(figures.maxHigh)} />
        ))}
      </div>
    </div>
  );
}
