'use client';

import { Button } from '@jalon/ui/button';
import { Menu, MenuItem } from '@jalon/ui/menu';
import { Check, Columns3Cog } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { HIDEABLE_COLUMNS } from '../../lib/columns';
import type { ListState } from '../../lib/list-state';

export interface ColumnChoiceProps {
  hidden: ListState['hidden'];
  onChange: (part: Partial<ListState>) => void;
}

/** Which columns the table has; the address carries it. */
export function ColumnChoice({ hidden, onChange }: ColumnChoiceProps) {
  const t = useTranslations('useCaseList');
  return (
    <Menu
      align="end"
      trigger={<Button icon={<Columns3Cog aria-hidden size={14} />}>{t('chooseColumns')}</Button>}
    >
      {HIDEABLE_COLUMNS.map((key) => {
        const shown = !hidden.includes(key);
        return (
          <MenuItem
            key={key}
            icon={<Check aria-hidden size={14} className={shown ? 'text-accent' : 'invisible'} />}
            onClick={() =>
              onChange({
                hidden: HIDEABLE_COLUMNS.filter((other) => (other === key ? shown : hidden.includes(other))),
              })
            }
          >
            {t(shown ? 'hideColumn' : 'showColumn', { name: t(`columns.${key}`) })}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
