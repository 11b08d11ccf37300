'use client';

import { STAGE_KEYS } from '@jalon/contracts';
import { useTranslations } from 'next-intl';
import { stageFill } from '../lib/stage-fill';

/** What shade, ring and size of a bubble say. */
export function MatrixLegend() {
  const t = useTranslations('portfolio');
  return (
    <div aria-hidden className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-3 text-xs">
      <span className="flex items-center gap-1.5">
        {STAGE_KEYS.map((key, index) => (
          <span
            key={key}
            className="size-3 rounded-full ring-1 ring-line-strong"
            style={{ background: stageFill(index + 1).background }}
          />
        ))}
        {t('legendStage')}
      </span>
      <span className="flex items-center gap-1.5">
        <span className="size-3 rounded-full ring-1 ring-ink-3" />
        <span className="size-3 rounded-full ring-3 ring-bad" />
        <span className="ml-1">{t('legendRisk')}</span>
      </span>
      <span>{t('legendSize')}</span>
    </div>
  );
}
