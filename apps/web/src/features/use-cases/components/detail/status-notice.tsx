'use client';

import type { UseCaseDetail } from '@jalon/contracts';
import { formatDate } from '@jalon/ui/format';
import { Money } from '@jalon/ui/money';
import { Notice } from '@jalon/ui/notice';
import { useLocale, useTranslations } from 'next-intl';

const TONES = { ON_HOLD: 'warn', REJECTED: 'warn', RETIRED: 'info' } as const;

/** Why a use case is not active, since when and by whom; and what it had realised when it was retired. */
export function StatusNotice({ useCase }: { useCase: UseCaseDetail }) {
  const t = useTranslations('lifecycle');
  const locale = useLocale();
  const { status, statusChange, frozenRealised } = useCase;
  if (status === 'ACTIVE' || !statusChange) return null;
  const date = formatDate(statusChange.at, locale);
  return (
    <div className="mb-5 max-w-3xl">
      <Notice tone={TONES[status]} title={t(`is.${status}`, { date, name: statusChange.actorName })}>
        <p className="whitespace-pre-line">{statusChange.reason}</p>
        {frozenRealised ? (
          <p>
            {t.rich('frozen', {
              amount: () => <Money value={frozenRealised.total} currency={frozenRealised.currency} />,
            })}
          </p>
        ) : null}
      </Notice>
    </div>
  );
}
