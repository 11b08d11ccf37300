'use client';

import type { LifecycleAction, UseCaseDetail } from '@jalon/contracts';
import { IconButton } from '@jalon/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@jalon/ui/menu';
import { Archive, CircleX, Copy, Ellipsis, type LucideIcon, Pause, RotateCcw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

const LifeDialog = dynamic(() => import('./life-dialog').then((module) => module.LifeDialog));
const DuplicateDialog = dynamic(() => import('./duplicate-dialog').then((module) => module.DuplicateDialog));

const ICONS: Record<LifecycleAction, LucideIcon> = {
  HOLD: Pause,
  REJECT: CircleX,
  RETIRE: Archive,
  RESTORE: RotateCcw,
};
const FINAL: ReadonlySet<LifecycleAction> = new Set(['REJECT', 'RETIRE']);

/** What else can be done with a use case, as far as the reader may; nothing where there is nothing. */
export function LifeMenu({ useCase }: { useCase: UseCaseDetail }) {
  const t = useTranslations('lifecycle');
  const [asking, setAsking] = useState<LifecycleAction | 'DUPLICATE' | null>(null);
  const { lifecycle, duplicate } = useCase.rights;
  if (lifecycle.length === 0 && !duplicate) return null;
  const close = () => setAsking(null);
  return (
    <>
      <Menu align="end" trigger={<IconButton label={t('more')} icon={<Ellipsis aria-hidden size={16} />} />}>
        {duplicate ? (
          <MenuItem icon={<Copy aria-hidden size={15} />} onClick={() => setAsking('DUPLICATE')}>
            {t('duplicate')}
          </MenuItem>
        ) : null}
        {duplicate && lifecycle.length > 0 ? <MenuSeparator /> : null}
        {lifecycle.map((action) => {
          const Icon = ICONS[action];
          return (
            <MenuItem
              key={action}
              tone={FINAL.has(action) ? 'danger' : 'plain'}
              icon={<Icon aria-hidden size={15} />}
              onClick={() => setAsking(action)}
            >
              {t(action)}
            </MenuItem>
          );
        })}
      </Menu>
      {asking === 'DUPLICATE' ? <DuplicateDialog useCase={useCase} onClose={close} /> : null}
      {asking && asking !== 'DUPLICATE' ? (
        <LifeDialog useCase={useCase} action={asking} onClose={close} />
      ) : null}
    </>
  );
}
