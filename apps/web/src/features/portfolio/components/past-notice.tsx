'use client';

import { Button } from '@jalon/ui/button';
import { formatDate } from '@jalon/ui/format';
import { Notice } from '@jalon/ui/notice';
import { useLocale, useTranslations } from 'next-intl';

export interface PastNoticeProps {
  /** The day that is shown, year-month-day. */
  day: string;
  onToday: () => void;
}

/** Says that the page shows the past, and leads back. */
export function PastNotice({ day, onToday }: PastNoticeProps) {
  const t = useTranslations('portfolio');
  const locale = useLocale();
  return (
    <Notice
      tone="info"
      title={t('pastTitle', { day: formatDate(new Date(`${day}T00:00:00Z`), locale, 'UTC') })}
      action={
        <Button size="sm" onClick={onToday}>
          {t('backToToday')}
        </Button>
      }
    >
      {t('pastText')}
    </Notice>
  );
}
