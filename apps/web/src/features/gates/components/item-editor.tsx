'use client';

import type { PolicyItem } from '@jalon/contracts';
import { IconButton } from '@jalon/ui/icon-button';
import { Status, Tag } from '@jalon/ui/status';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ItemFields } from './item-fields';

export interface ItemEditorProps {
  item: PolicyItem;
  number: number;
  checks: readonly string[];
  /** The server found something wrong in it. */
  wrong: boolean;
  onChange: (item: PolicyItem) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One item of a draft: folded to a line, opened to be edited. */
export function ItemEditor({ item, number, checks, wrong, onChange, onMove, onRemove }: ItemEditorProps) {
  const t = useTranslations('gatePolicy');
  const locale = useLocale();
  // As it came: one that folds itself while its title is typed cannot be written.
  const [isNew] = useState(item.title.en === '');
  const name = item.title[locale] || t('unnamed', { number });
  return (
    <li className="flex items-start gap-2 border-line border-b py-1.5">
      <details className="min-w-0 flex-1" open={isNew || undefined}>
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-2 gap-y-1 rounded-sm py-1">
          <span className="font-medium">{name}</span>
          <Tag>{t(`kind.${item.kind}`)}</Tag>
          {item.required ? null : <span className="text-ink-3 text-xs">{t('optional')}</span>}
          {wrong ? <Status tone="bad">{t('wrongItem')}</Status> : null}
        </summary>
        <ItemFields item={item} checks={checks} onChange={onChange} />
      </details>
      <IconButton
        label={t('up', { name })}
        icon={<ArrowUp aria-hidden size={15} />}
        onClick={() => onMove(-1)}
      />
      <IconButton
        label={t('down', { name })}
        icon={<ArrowDown aria-hidden size={15} />}
        onClick={() => onMove(1)}
      />
      <IconButton
        label={t('removeItem', { name })}
        icon={<Trash2 aria-hidden size={15} />}
        onClick={onRemove}
      />
    </li>
  );
}
