'use client';

import type { ListFigures, UseCaseListItem } from '@jalon/contracts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import { useMore } from '../../hooks/use-more';
import { timeScale } from '../../lib/time-scale';
import { TimelineAxis } from './timeline-axis';
import { TimelineRow } from './timeline-row';

export interface TimelineProps {
  useCases: readonly UseCaseListItem[];
  total: number;
  more: () => void;
  figures: ListFigures;
}

const ROW = 40;
const FIRST = { width: 1200, height: 720 };

/** When each is planned to begin earning, earliest first; those without an estimate come last. */
export function Timeline({ useCases, total, more, figures }: TimelineProps) {
  const t = useTranslations('useCaseList');
  const frame = useRef<HTMLDivElement>(null);
  const { planned, asOf } = figures;
  const today = asOf.toISOString().slice(0, 10);
  const scale = useMemo(
    () => timeScale(planned?.from ?? today, planned && planned.to > today ? planned.to : today),
    [planned, today],
  );
  const rows = useVirtualizer({
    count: useCases.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 8,
    initialRect: FIRST,
  });
  const inSight = rows.getVirtualItems();
  useMore(inSight, useCases.length, more);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading
    <div
      ref={frame}
      role="region"
      aria-label={t('timelineLabel')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative max-h-[calc(100dvh-14rem)] min-h-64 overflow-auto overscroll-contain text-sm"
    >
      <div className="min-w-[56rem]">
        <TimelineAxis scale={scale} today={asOf} />
        <ul aria-label={t('timelineLabel')} className="relative" style={{ height: rows.getTotalSize() }}>
          {inSight.map(({ index, start }) => {
            const useCase = useCases[index];
            return useCase ? (
              <TimelineRow
                key={useCase.id}
                useCase={useCase}
                index={index}
                total={total}
                top={start}
                scale={scale}
              />
            ) : null;
          })}
        </ul>
      </div>
    </div>
  );
}
