'use client';

import type { ExportFormat } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Menu, MenuItem } from '@jalon/ui/menu';
import { FileDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { viewOrder } from '../../lib/list-page';
import { filterInput, type ListState } from '../../lib/list-state';

const FORMATS: readonly ExportFormat[] = ['xlsx', 'csv'];

/** What the filters leave, as a file; the browser takes it as a download. */
export function ExportMenu({ state }: { state: ListState }) {
  const t = useTranslations('useCaseList');
  const hrefOf = (format: ExportFormat): string => {
    const { sort, descending } = viewOrder(state);
    const input = JSON.stringify({ ...filterInput(state), sort, descending, format });
    return `/api/use-cases/export?${new URLSearchParams({ input })}`;
  };
  return (
    <Menu align="end" trigger={<Button icon={<FileDown aria-hidden size={14} />}>{t('export')}</Button>}>
      {FORMATS.map((format) => (
        <MenuItem key={format} render={<a href={hrefOf(format)} download />}>
          {t(`exportAs.${format}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
