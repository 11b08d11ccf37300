'use client';

import { Button } from '@jalon/ui/button';
import { formatDateTime } from '@jalon/ui/format';
import { Kbd } from '@jalon/ui/kbd';
import { useLocale, useTranslations } from 'next-intl';
import type { Draft } from '../../hooks/use-draft';
import { SavedAgo } from './saved-ago';

export interface SaveBarProps {
  draft: Draft;
  pending: boolean;
  /** Something in the form is not right. */
  wrong: boolean;
}

/** Always in view: save, and what has been kept meanwhile. */
export function SaveBar({ draft, pending, wrong }: SaveBarProps) {
  const t = useTranslations('useCase.form');
  const locale = useLocale();
  return (
    <div className="-mx-4 sm:-mx-6 sticky bottom-0 z-10 flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-canvas px-4 py-2.5 sm:px-6">
      <Button type="submit" variant="primary" pending={pending}>
        {t('save')}
      </Button>
      <span className="flex items-center gap-1 text-ink-3 text-xs max-sm:hidden">
        <Kbd>Ctrl</Kbd>
        <Kbd>↵</Kbd>
      </span>
      <p role="status" className="min-w-0 flex-1 text-ink-3 text-xs">
        {wrong ? <span className="text-bad">{t('someWrong')}</span> : null}
        {!wrong && draft.status === 'offline' ? <span className="text-warn">{t('draftOffline')}</span> : null}
        {!wrong && draft.savedAt && draft.status !== 'offline' && draft.status !== 'refused' ? (
          <span title={formatDateTime(draft.savedAt, locale)} suppressHydrationWarning>
            {t('draftKept')} <SavedAgo key={draft.savedAt.getTime()} date={draft.savedAt} />
          </span>
        ) : null}
      </p>
      {draft.status !== 'none' ? (
        <Button variant="ghost" onClick={draft.discard}>
          {t('discardDraft')}
        </Button>
      ) : null}
    </div>
  );
}
