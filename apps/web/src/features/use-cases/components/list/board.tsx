'use client';

import type { StageView, UseCaseListItem } from '@jalon/contracts';
import { Money } from '@jalon/ui/money';
import { sumMoney } from '@jalon/value';
import { useTranslations } from 'next-intl';
import { useTranslated } from '../../hooks/use-translated';
import { BoardCard } from './board-card';

export interface BoardProps {
  stages: readonly StageView[];
  useCases: readonly UseCaseListItem[];
}

/** Columns are stages; a card moves by a decision at its gate, not by hand. */
export function Board({ stages, useCases }: BoardProps) {
  const t = useTranslations('useCase');
  const say = useTranslated();
  const max = Math.max(0, ...useCases.map((useCase) => Number(useCase.range?.high ?? 0)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading
    <div
      role="region"
      aria-label={t('views.board')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="-mx-4 overflow-x-auto px-4 pb-2 sm:-mx-6 sm:px-6"
    >
      <div className="grid min-w-[68rem] grid-cols-5 gap-3">
        {stages.map((stage) => {
          const own = useCases.filter((useCase) => useCase.stage.key === stage.key);
          const active = own.filter((useCase) => useCase.status === 'ACTIVE');
          const expected = sumMoney(active.map((useCase) => useCase.range?.expected ?? '0'));
          return (
            <section key={stage.key} aria-labelledby={`stage-${stage.key}`} className="min-w-0">
              <header className="mb-2 border-line-strong border-b pb-1.5">
                <h2 id={`stage-${stage.key}`} className="truncate font-semibold">
                  {say(stage.name)}
                </h2>
                <p className="text-ink-3 text-xs">
                  {t('columnNote', { count: own.length })}
                  {active.length > 0 ? (
                    <>
                      {' · '}
                      <Money value={expected} />
                    </>
                  ) : null}
                </p>
              </header>
              {own.length > 0 ? (
                <ul className="flex flex-col gap-2">
                  {own.map((useCase) => (
                    <BoardCard key={useCase.id} useCase={useCase} max={max} />
                  ))}
                </ul>
              ) : (
                <p className="py-2 text-ink-3 text-xs">{t('columnEmpty')}</p>
              )}
            </section>
          );
        })}
      </div>
    </div>
  );
}
