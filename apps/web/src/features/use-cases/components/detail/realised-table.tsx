'use client';

import type { RealizationMonth, RealizationView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { formatDate, formatExactMoney, formatMonth } from '@jalon/ui/format';
import { Money } from '@jalon/ui/money';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Status } from '@jalon/ui/status';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useLocale, useTranslations } from 'next-intl';
import { RealisedBars } from './realised-bars';

export interface RealisedTableProps {
  view: RealizationView;
  onVerify: (month: RealizationMonth) => void;
}

function MonthState({ entry, currency }: { entry: RealizationMonth; currency: string }) {
  const t = useTranslations('realization');
  const locale = useLocale();
  const date = formatDate(new Date(entry.verifyBy), locale, 'UTC');
  if (!entry.finished && entry.status === 'AWAITING')
    return <span className="text-ink-3">{t('running')}</span>;
  if (entry.overdue) return <Status tone="bad">{t('status.OVERDUE', { date })}</Status>;
  if (entry.status === 'AWAITING') return <Status tone="info">{t('status.AWAITING', { date })}</Status>;
  const [last] = entry.decisions;
  const money = (amount: string) => formatExactMoney(amount, currency, locale);
  return (
    <span className="block min-w-44">
      <Status tone={entry.status === 'CONFIRMED' ? 'good' : 'warn'}>{t(`status.${entry.status}`)}</Status>
      {entry.changedSince && last ? (
        <Status tone="warn" className="whitespace-normal text-xs">
          {t('changedSince', { before: money(last.computed), now: money(entry.computed) })}
        </Status>
      ) : null}
      {last?.note ? <span className="block text-ink-2 text-xs">{last.note}</span> : null}
    </span>
  );
}

function VerifiedBy({ entry }: { entry: RealizationMonth }) {
  const t = useTranslations('realization');
  const [last, ...earlier] = entry.decisions;
  if (!last) return '–';
  return (
    <span className="block whitespace-nowrap">
      {last.by} {last.onBehalfOf ? t('onBehalf', { name: last.onBehalfOf }) : null}
      <span className="block text-ink-3 text-xs">
        <RelativeTime date={last.at} />
        {earlier.length > 0 ? ` · ${t('earlier', { count: earlier.length })}` : null}
      </span>
    </span>
  );
}

/** A month a row, newest first; the sums below, each of its own column. */
export function RealisedTable({ view, onVerify }: RealisedTableProps) {
  const t = useTranslations('realization');
  const locale = useLocale();
  const { currency, months, totals } = view;
  const amount = (value: string | null | undefined) => <Money value={value} currency={currency} />;
  const most = Math.max(
    1,
    ...months.flatMap(({ forecast, computed, decisions: [last] }) =>
      [forecast, computed, last?.confirmed].map((value) => Math.abs(Number(value ?? 0))),
    ),
  );
  return (
    <Table
      label={t('tableOf')}
      head={
        <>
          <HeaderCell>{t('month')}</HeaderCell>
          <HeaderCell className="w-1/4 min-w-24" aria-hidden />
          <HeaderCell numeric>{t('forecast')}</HeaderCell>
          <HeaderCell numeric>{t('computed')}</HeaderCell>
          <HeaderCell numeric>{t('confirmed')}</HeaderCell>
          <HeaderCell>{t('state')}</HeaderCell>
          <HeaderCell>{t('by')}</HeaderCell>
          {view.right === 'YES' ? (
            <HeaderCell>
              <span className="sr-only">{t('verify')}</span>
            </HeaderCell>
          ) : null}
        </>
      }
    >
      {months.map((entry) => (
        <Row key={entry.month}>
          <Cell className="whitespace-nowrap font-medium">{formatMonth(entry.month, locale)}</Cell>
          <Cell aria-hidden>
            <RealisedBars entry={entry} most={most} />
          </Cell>
          <Cell numeric className="text-ink-2">
            {amount(entry.forecast)}
          </Cell>
          <Cell numeric>{amount(entry.computed)}</Cell>
          <Cell numeric className="font-medium">
            {amount(entry.decisions[0]?.confirmed)}
          </Cell>
          <Cell>
            <MonthState entry={entry} currency={currency} />
          </Cell>
          <Cell className="text-ink-2">
            <VerifiedBy entry={entry} />
          </Cell>
          {view.right === 'YES' ? (
            <Cell className="text-right">
              {entry.finished ? (
                <Button
                  size="sm"
                  aria-label={t('verifyOf', { month: formatMonth(entry.month, locale) })}
                  onClick={() => onVerify(entry)}
                >
                  {entry.decisions.length > 0 ? t('verifyAgain') : t('verify')}
                </Button>
              ) : null}
            </Cell>
          ) : null}
        </Row>
      ))}
      <Row className="font-medium">
        <Cell>{t('total')}</Cell>
        <Cell aria-hidden />
        <Cell numeric>{amount(totals.forecast)}</Cell>
        <Cell numeric>{amount(totals.computed)}</Cell>
        <Cell numeric>{amount(totals.confirmed)}</Cell>
        <Cell colSpan={view.right === 'YES' ? 3 : 2} />
      </Row>
    </Table>
  );
}
