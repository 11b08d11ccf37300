'use client';

import { Button } from '@jalon/ui/button';
import { SlidersHorizontal } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ListState } from '../../lib/list-state';

const RangeDialog = dynamic(() => import('./range-dialog').then((module) => module.RangeDialog), {
  ssr: false,
});

export interface RangeFilterProps {
  state: ListState;
  onChange: (part: Partial<ListState>) => void;
}

/** Bounds of value and feasibility, which are typed: they are asked for in a dialog. */
export function RangeFilter({ state, onChange }: RangeFilterProps) {
  const t = useTranslations('useCaseList');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<SlidersHorizontal aria-hidden size={14} />} onClick={() => setOpen(true)}>
        {t('ranges')}
      </Button>
      {open ? <RangeDialog state={state} onChange={onChange} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
