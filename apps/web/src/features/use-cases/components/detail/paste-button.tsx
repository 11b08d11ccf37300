'use client';

import type { KpiView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { ClipboardPaste } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

const PasteDialog = dynamic(() => import('./paste-dialog').then((module) => module.PasteDialog));

/** Opens the way in for many values at once. */
export function PasteButton({ kpi, className }: { kpi: KpiView; className?: string }) {
  const t = useTranslations('kpiImport');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        className={className}
        icon={<ClipboardPaste aria-hidden size={14} />}
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </Button>
      {open ? <PasteDialog kpi={kpi} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
