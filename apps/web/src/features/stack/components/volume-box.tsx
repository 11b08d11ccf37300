'use client';

import { HardDrive } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** A named volume of the drawing. */
export function VolumeBox({ volume }: { volume: string }) {
  const t = useTranslations('stack');
  return (
    <div className="flex h-full items-center">
      <div className="flex h-12 w-full items-center gap-2 rounded-md bg-sunken px-3 ring-1 ring-line ring-inset">
        <HardDrive aria-hidden size={15} className="shrink-0 text-ink-3" />
        <div className="min-w-0">
          <p className="truncate font-medium">{volume}</p>
          <p className="text-ink-3 text-xs">{t('volume')}</p>
        </div>
      </div>
    </div>
  );
}
