'use client';

import type { GateTerms, RoundView } from '@jalon/contracts';
import { formatDateTime } from '@jalon/ui/format';
import { Status, Tag } from '@jalon/ui/status';
import { useLocale, useTranslations } from 'next-intl';

/** Which approvals the policy asks for, how many there are, and every verdict. */
export function ApprovalList({ round, terms }: { round: RoundView; terms: GateTerms }) {
  const t = useTranslations('review');
  const locale = useLocale();
  return (
    <div className="mt-4">
      <h3 className="font-medium text-xs">{t('approvals')}</h3>
      <ul className="mt-1 flex flex-wrap gap-1.5">
        {terms.needed.map(({ role, count }) => {
          const left = terms.missing.find((missing) => missing.role === role)?.count ?? 0;
          return (
            <li key={role}>
              <Tag>{t('needed', { role: t(`role.${role}`), given: count - left, count })}</Tag>
            </li>
          );
        })}
      </ul>
      {round.approvals.length === 0 ? <p className="mt-1 text-ink-3">{t('noVerdict')}</p> : null}
      <ul className="mt-2">
        {round.approvals.map((approval) => (
          <li key={`${approval.role} ${approval.by}`} className="border-line border-t py-1.5">
            <div className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-medium">{approval.by}</span>
              {approval.onBehalfOf ? (
                <span className="text-ink-3">{t('onBehalfOf', { name: approval.onBehalfOf })}</span>
              ) : null}
              <Status tone={approval.counts ? (approval.verdict === 'APPROVED' ? 'good' : 'bad') : 'idle'}>
                {t(`verdict.${approval.verdict}`)}
              </Status>
              <span className="text-ink-3 text-xs">
                {t(`role.${approval.role}`)}, {formatDateTime(approval.at, locale, 'UTC')}
              </span>
            </div>
            {approval.counts ? null : <p className="text-ink-3 text-xs">{t('lapsed')}</p>}
            {approval.comment ? <p className="text-ink-2">{approval.comment}</p> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
