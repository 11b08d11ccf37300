'use client';

import { clsx } from 'clsx';
import { CalendarRange, Columns3, Grid3x3, Rows3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ListView, VIEWS } from '../../lib/list-state';

const ICONS = { board: Columns3, table: Rows3, matrix: Grid3x3, timeline: CalendarRange };

export interface ViewSwitchProps {
  value: ListView;
  onChange: (view: ListView) => void;
}

/** Four ways to look at the same list. */
export function ViewSwitch({ value, onChange }: ViewSwitchProps) {
  const t = useTranslations('useCase');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend
    <div
      role="group"
      aria-label={t('view')}
      className="flex rounded-md bg-sunken p-0.5 ring-1 ring-line ring-inset"
    >
      {VIEWS.map((view) => {
        const Icon = ICONS[view];
        return (
          <button
            key={view}
            type="button"
            aria-pressed={view === value}
            onClick={() => onChange(view)}
            className={clsx(
              'inline-flex h-7 items-center gap-1.5 rounded-sm px-2.5 font-medium text-xs',
              view === value ? 'bg-raised text-ink ring-1 ring-line-strong' : 'text-ink-2 hover:text-ink',
            )}
          >
            <Icon aria-hidden size={14} />
            <span className="max-sm:sr-only">{t(`views.${view}`)}</span>
          </button>
        );
      })}
    </div>
  );
}
