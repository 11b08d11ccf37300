'use client';

import { BULK_LIMIT, type UseCaseListItem } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/trpc/react';
import type { RowSelection } from '../../../hooks/use-selection';
import { BULK_ACTIONS, type BulkAction } from '../../../lib/bulk-edits';

const BulkDialog = dynamic(() => import('./bulk-dialog').then((module) => module.BulkDialog));

export interface BulkBarProps {
  selection: RowSelection;
  /** How many rows are there so far, and how many the filters leave. */
  loaded: number;
  total: number;
  onClear: () => void;
}

/** How many are chosen and what can be done with them; below the list, so that no row moves under the pointer. */
export function BulkBar({ selection, loaded, total, onClear }: BulkBarProps) {
  const t = useTranslations('bulk');
  const session = useQuery(useTRPC().session.me.queryOptions());
  // The rows as they were when the dialog was opened: what changes meanwhile was not seen by who decides.
  const [asked, setAsked] = useState<{ action: BulkAction; rows: UseCaseListItem[] } | null>(null);
  const count = selection.rows.length;
  const tooMany = count > BULK_LIMIT;
  const actions = BULK_ACTIONS.filter((action) => action !== 'owner' || session.data?.role === 'ADMIN');
  return (
    <>
      {/* There before anything is chosen, or a screen reader would not announce the first. */}
      <p role="status" className="sr-only">
        {count > 0 ? t('chosen', { count }) : ''}
      </p>
      {count > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend
        <div
          role="group"
          aria-label={t('bar')}
          className="-mx-4 sm:-mx-6 sticky bottom-0 z-20 mt-2 flex flex-wrap items-center gap-2 border-line border-t bg-canvas px-4 py-2.5 sm:px-6"
        >
          <p className="mr-2 text-sm">
            <span className="font-medium">{t('chosen', { count })}</span>{' '}
            <span className="text-ink-3">
              {tooMany
                ? t('tooMany', { limit: BULK_LIMIT })
                : loaded < total
                  ? t('someLoaded', { loaded, total })
                  : null}
            </span>
          </p>
          {actions.map((action) => (
            <Button
              key={action}
              size="sm"
              disabled={tooMany}
              onClick={() => setAsked({ action, rows: selection.rows })}
            >
              {t(`action.${action}`)}
            </Button>
          ))}
          <Button size="sm" variant="ghost" onClick={onClear}>
            {t('clear')}
          </Button>
        </div>
      ) : null}
      {asked ? (
        <BulkDialog
          {...asked}
          onLeaveOut={(ids) => {
            selection.drop(ids);
            setAsked({ ...asked, rows: asked.rows.filter(({ id }) => !ids.includes(id)) });
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}
