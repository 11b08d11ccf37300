'use client';

import type { FunnelStage } from '@jalon/contracts';
import { formatNumber } from '@jalon/ui/format';
import { Money } from '@jalon/ui/money';
import { Section } from '@jalon/ui/section';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useLocale, useTranslations } from 'next-intl';
import { useTranslated } from '@/features/use-cases/hooks/use-translated';
import { DEFAULT_STATE, listHref } from '@/features/use-cases/lib/list-state';
import { HoverLink } from '@/lib/hover-link';

export interface FunnelProps {
  stages: readonly FunnelStage[];
  currency: string;
}

/** Use cases and euros by stage: the pale bar is what is hoped for, the dark one what is likely to arrive. */
export function Funnel({ stages, currency }: FunnelProps) {
  const t = useTranslations('portfolio');
  const locale = useLocale();
  const say = useTranslated();
  const max = Math.max(1, ...stages.map((stage) => Number(stage.expected)));
  const width = (amount: string): string => `${Math.max(0, (Number(amount) / max) * 100)}%`;
  return (
    <Section title={t('funnel')} description={t('funnelNote')} className="@container">
      <Table
        label={t('tableOf', { name: t('funnel') })}
        head={
          <>
            <HeaderCell>{t('stage')}</HeaderCell>
            <HeaderCell numeric>{t('count')}</HeaderCell>
            <HeaderCell className="w-full max-sm:hidden" aria-hidden />
            <HeaderCell numeric>{t('expected')}</HeaderCell>
            <HeaderCell numeric>{t('riskAdjusted')}</HeaderCell>
            <HeaderCell numeric className="@max-3xl:hidden">
              {t('bandShort')}
            </HeaderCell>
          </>
        }
      >
        {stages.map(({ stage, count, onHold, expected, riskAdjusted, band }) => (
          <Row key={stage.key}>
            <Cell className="whitespace-nowrap font-medium">
              <HoverLink
                href={listHref({ ...DEFAULT_STATE, view: 'table', stages: [stage.key] })}
                className="rounded-sm hover:text-accent hover:underline"
              >
                {say(stage.name)}
              </HoverLink>
            </Cell>
            <Cell numeric className="whitespace-nowrap">
              {formatNumber(count, locale)}
              {onHold > 0 ? <span className="text-ink-3"> {t('onHoldMore', { count: onHold })}</span> : null}
            </Cell>
            <Cell className="max-sm:hidden" aria-hidden>
              <span className="relative block h-3.5 min-w-24">
                <span
                  className="absolute inset-y-0 left-0 rounded-sm bg-accent/20"
                  style={{ width: width(expected) }}
                />
                <span
                  className="absolute inset-y-0 left-0 rounded-sm bg-accent"
                  style={{ width: width(riskAdjusted) }}
                />
              </span>
            </Cell>
            <Cell numeric>
              <Money value={expected} currency={currency} />
            </Cell>
            <Cell numeric className="font-medium">
              <Money value={riskAdjusted} currency={currency} />
            </Cell>
            <Cell numeric className="whitespace-nowrap text-ink-2 @max-3xl:hidden">
              <Money value={band.p10} currency={currency} />
              {' – '}
              <Money value={band.p90} currency={currency} />
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}
