'use client';

import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { formatDate } from '@jalon/ui/format';
import { Input } from '@jalon/ui/input';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { bridgeInput, type PortfolioState } from '../lib/portfolio-state';
import { BridgeUseCases } from './bridge-use-cases';
import { Waterfall } from './waterfall';

export interface BridgeSectionProps {
  state: PortfolioState;
  onChange: (part: Partial<PortfolioState>) => void;
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** From one forecast to the other, cause by cause; the day to compare with stands in the address. */
export function BridgeSection({ state, onChange }: BridgeSectionProps) {
  const t = useTranslations('portfolio.bridge');
  const common = useTranslations('common');
  const locale = useLocale();
  const describe = useErrorText();
  const trpc = useTRPC();
  const dayId = useId();
  const bridge = useQuery(
    trpc.portfolio.bridge.queryOptions(bridgeInput(state), { placeholderData: keepPreviousData }),
  );
  const { data } = bridge;
  const day = (moment: Date): string => formatDate(moment, locale, 'UTC');
  return (
    <Section
      title={t('title')}
      description={t('note')}
      actions={
        <label htmlFor={dayId} className="flex items-center gap-2 whitespace-nowrap text-ink-2">
          {t('since')}
          <Input
            id={dayId}
            type="date"
            className="w-36"
            value={state.from || (data ? dayOf(data.from) : '')}
            max={data ? dayOf(data.to) : undefined}
            onChange={(event) => onChange({ from: event.target.value })}
          />
        </label>
      }
    >
      {bridge.isPending ? <SkeletonRows rows={6} /> : null}
      {bridge.isError ? (
        <ErrorState
          title={t('loadFailed')}
          reference={describe(bridge.error).reference}
          action={
            state.from ? (
              <Button onClick={() => onChange({ from: '' })}>{t('lastQuarter')}</Button>
            ) : (
              <Button onClick={() => void bridge.refetch()}>{common('retry')}</Button>
            )
          }
        >
          {describe(bridge.error).title}
        </ErrorState>
      ) : null}
      {data && !bridge.isError ? (
        <div aria-busy={bridge.isPlaceholderData}>
          <Waterfall bridge={data} from={day(data.from)} to={day(data.to)} />
          {data.causes.length > 0 ? (
            <BridgeUseCases bridge={data} />
          ) : (
            <p className="mt-2 text-ink-2">{t('nothing', { from: day(data.from) })}</p>
          )}
        </div>
      ) : null}
    </Section>
  );
}
