'use client';

import { type MatrixCell, useCaseReference } from '@jalon/contracts';
import { Money } from '@jalon/ui/money';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ListState } from '../../lib/list-state';
import { bandFilter } from '../../lib/value-bands';

export interface MatrixCellViewProps {
  /** Undefined where nothing stands. */
  cell: MatrixCell | undefined;
  /** The count of the fullest cell: the shade is a share of it. */
  most: number;
  onChange: (part: Partial<ListState>) => void;
}

/** How many stand here and what they are worth, the dearest by name; the shade says the same as the count. */
export function MatrixCellView({ cell, most, onChange }: MatrixCellViewProps) {
  const t = useTranslations('useCaseList');
  if (!cell) {
    return (
      <td className="px-2 py-2 align-top text-ink-3">
        <span aria-hidden>·</span>
        <span className="sr-only">{t('matrixNone')}</span>
      </td>
    );
  }
  const { feasibility, band, count, expected, top } = cell;
  const share = 6 + Math.round((22 * Math.log1p(count)) / Math.log1p(most));
  const bounds = bandFilter(band);
  const only = { feasibilityFrom: String(feasibility), feasibilityTo: String(feasibility) };
  return (
    <td
      className="border-canvas border-x-2 px-2 py-2 align-top"
      style={{ background: `color-mix(in oklab, var(--color-accent) ${share}%, var(--color-canvas))` }}
    >
      <p className="flex items-baseline justify-between gap-2">
        {bounds ? (
          <button
            type="button"
            aria-label={t('matrixOpen', { count })}
            className="tabular rounded-sm font-semibold text-ink underline decoration-line-strong underline-offset-2 hover:decoration-ink"
            onClick={() => onChange({ view: 'table', ...only, ...bounds })}
          >
            {count}
          </button>
        ) : (
          <span className="tabular font-semibold text-ink">{count}</span>
        )}
        {band === null ? null : <Money value={expected} className="text-ink text-xs" />}
      </p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {top.map(({ number, title }) => (
          <li key={number} className="flex min-w-0 gap-1.5 text-xs">
            <span className="tabular shrink-0 text-ink-2">{useCaseReference(number)}</span>
            <Link
              href={`/use-cases/${number}`}
              prefetch={false}
              className="min-w-0 truncate rounded-sm text-ink hover:underline"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </td>
  );
}
