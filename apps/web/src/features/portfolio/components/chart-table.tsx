'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** The figures behind a chart, one press away: for a screen reader, and for whoever wants to copy them. */
export function ChartTable({ label, children }: { label?: string; children: ReactNode }) {
  const t = useTranslations('portfolio');
  return (
    <details className="group mt-2">
      <summary className="inline-flex cursor-pointer list-none items-center gap-1 rounded-sm text-ink-3 text-xs hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={13} className="transition-transform group-open:rotate-90" />
        {label ?? t('showFigures')}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
