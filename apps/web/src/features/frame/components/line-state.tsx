'use client';

import { formatTime } from '@jalon/ui/format';
import { useUi } from '@jalon/ui/ui-provider';
import { Unplug } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useConnection } from '../lib/connection';

/** Says when news no longer arrives, and since when; silent while all is well. */
export function LineState() {
  const t = useTranslations('nav');
  const { locale } = useUi();
  const { state, since } = useConnection();
  const down = state === 'down' && since;
  return (
    <div role="status" className="contents">
      {down ? (
        <span className="inline-flex h-7 items-center gap-1.5 rounded-md bg-warn-soft px-2 text-warn text-xs">
          <Unplug aria-hidden size={14} />
          {t('lineDown', { time: formatTime(since, locale) })}
        </span>
      ) : null}
    </div>
  );
}
