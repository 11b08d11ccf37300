'use client';

import type { PortfolioBridge } from '@jalon/contracts';
import { formatNumber } from '@jalon/ui/format';
import { Money } from '@jalon/ui/money';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { placeBridge } from '../lib/place-bridge';

export interface WaterfallProps {
  bridge: PortfolioBridge;
  /** Both ends in words. */
  from: string;
  to: string;
}

/** A step up is filled, a step down is striped: so they are told apart in grey as well. */
const STRIPES = 'repeating-linear-gradient(135deg, var(--color-bad) 0 2px, var(--color-bad-soft) 2px 6px)';

/** One row a cause: its bar begins where the one above it ended. The table is the drawing. */
export function Waterfall({ bridge, from, to }: WaterfallProps) {
  const t = useTranslations('portfolio');
  const locale = useLocale();
  const bars = placeBridge(bridge);
  const titles: Partial<Record<string, string>> = {
    START: t('bridge.START', { day: from }),
    END: t('bridge.END', { day: to }),
  };
  return (
    <Table
      label={t('tableOf', { name: t('bridge.title') })}
      head={
        <>
          <HeaderCell>{t('bridge.cause')}</HeaderCell>
          <HeaderCell numeric>{t('count')}</HeaderCell>
          <HeaderCell className="w-full max-sm:hidden" aria-hidden />
          <HeaderCell numeric>{t('bridge.amount')}</HeaderCell>
        </>
      }
    >
      {bars.map(({ kind, amount, left, width, count }) => {
        const whole = kind === 'START' || kind === 'END';
        const down = !whole && Number(amount) < 0;
        return (
          <Row key={kind}>
            <Cell className={clsx('whitespace-nowrap', whole && 'font-medium')}>
              <span title={whole ? undefined : t(`bridge.help.${kind}`)}>
                {titles[kind] ?? (whole ? '' : t(`bridge.causes.${kind}`))}
              </span>
            </Cell>
            <Cell numeric>{whole ? '' : formatNumber(count, locale)}</Cell>
            <Cell className="max-sm:hidden" aria-hidden>
              <span className="relative block h-3.5 min-w-24">
                <span
                  className={clsx(
                    'absolute inset-y-0 min-w-px rounded-sm',
                    whole ? 'bg-accent' : down ? 'ring-1 ring-bad ring-inset' : 'bg-accent/60',
                  )}
                  style={{
                    left: `${left * 100}%`,
                    width: `${width * 100}%`,
                    ...(down ? { backgroundImage: STRIPES } : {}),
                  }}
                />
              </span>
            </Cell>
            <Cell numeric className={clsx('whitespace-nowrap', whole && 'font-medium')}>
              {whole || Number(amount) <= 0 ? null : '+'}
              <Money value={amount} currency={bridge.currency} />
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}
