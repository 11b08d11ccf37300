'use client';

import { Button } from '@jalon/ui/button';
import { Notice } from '@jalon/ui/notice';
import { useTranslations } from 'next-intl';
import type { Draft } from '../../hooks/use-draft';

export interface DraftNoticeProps {
  draft: Draft;
  /** The address names a draft that is not there. */
  missing: boolean;
}

/** What a person must know of their draft, or decide about it. */
export function DraftNotice({ draft, missing }: DraftNoticeProps) {
  const t = useTranslations('useCase.form');
  if (draft.status === 'stale')
    return (
      <Notice
        tone="warn"
        title={t('draftStaleTitle')}
        className="mb-5 max-w-3xl"
        action={
          <span className="flex flex-wrap gap-2">
            <Button size="sm" onClick={draft.takeTheirs}>
              {t('draftTheirs')}
            </Button>
            <Button size="sm" onClick={draft.keepMine}>
              {t('draftMine')}
            </Button>
          </span>
        }
      >
        {t('draftStaleText')}
      </Notice>
    );
  if (missing && draft.status === 'none')
    return <Notice tone="info" title={t('draftGone')} className="mb-5 max-w-3xl" />;
  return null;
}
