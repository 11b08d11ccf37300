'use client';

import { useTranslations } from 'next-intl';
import type { RowSelection } from '../../../hooks/use-selection';

export interface SelectAllProps {
  selection: RowSelection;
  loaded: number;
  total: number;
}

/** Chooses every row that is there, and says so when those are not all that the filters leave. */
export function SelectAll({ selection, loaded, total }: SelectAllProps) {
  const t = useTranslations('bulk');
  const count = selection.rows.length;
  const label = loaded < total ? t('chooseLoaded', { loaded, total }) : t('chooseAll', { total });
  return (
    <input
      type="checkbox"
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && count < loaded;
      }}
      checked={loaded > 0 && count === loaded}
      onChange={selection.toggleAll}
      aria-label={label}
      title={label}
      className="size-4 accent-accent"
    />
  );
}
