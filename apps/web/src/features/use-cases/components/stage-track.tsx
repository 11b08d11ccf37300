'use client';

import type { StageKey, StageView } from '@jalon/contracts';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { useTranslated } from '../hooks/use-translated';

export interface StageTrackProps {
  stages: readonly StageView[];
  current: StageKey;
  /** Rejected and retired use cases go no further: their track is grey. */
  closed?: boolean;
}

/** A line of stakes: those passed are set, the present one is named, those ahead are open. */
export function StageTrack({ stages, current, closed = false }: StageTrackProps) {
  const t = useTranslations('useCase');
  const say = useTranslated();
  const at = stages.findIndex((stage) => stage.key === current);
  return (
    <ol aria-label={t('stageTrack')} className="flex max-w-3xl">
      {stages.map((stage, index) => {
        const done = index < at;
        const here = index === at;
        return (
          <li
            key={stage.key}
            aria-current={here ? 'step' : undefined}
            className="relative min-w-0 flex-1 pr-2"
          >
            <span aria-hidden className="flex h-4 items-end">
              <span
                className={clsx(
                  'w-0.5 shrink-0 rounded-full',
                  here ? 'h-4' : 'h-2.5',
                  done || here ? (closed ? 'bg-ink-3' : 'bg-accent') : 'bg-line-strong',
                )}
              />
              <span
                className={clsx(
                  'h-0.5 flex-1',
                  done ? (closed ? 'bg-ink-3' : 'bg-accent') : 'bg-line',
                  index === stages.length - 1 && 'invisible',
                )}
              />
            </span>
            <span
              className={clsx(
                'mt-1 block truncate text-xs',
                here ? 'font-semibold text-ink' : 'text-ink-3',
                !here && 'max-sm:sr-only',
                here && 'max-sm:overflow-visible max-sm:whitespace-nowrap',
              )}
            >
              {say(stage.name)}
            </span>
            <span className="sr-only">{done ? t('stageDone') : here ? t('stageHere') : t('stageAhead')}</span>
          </li>
        );
      })}
    </ol>
  );
}
