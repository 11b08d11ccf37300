'use client';

import { type MatrixPoint, type StageKey, type StageView, useCaseReference } from '@jalon/contracts';
import { formatMoney } from '@jalon/ui/format';
import { Money } from '@jalon/ui/money';
import { Section } from '@jalon/ui/section';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useLocale, useTranslations } from 'next-intl';
import { useTranslated } from '@/features/use-cases/hooks/use-translated';
import { HoverLink } from '@/lib/hover-link';
import { heightOf, placeBubbles, valueScale } from '../lib/place-bubbles';
import { stageFill } from '../lib/stage-fill';
import { ChartTable } from './chart-table';
import { MatrixLegend } from './matrix-legend';

export interface MatrixProps {
  points: readonly MatrixPoint[];
  /** How many there are; of very many, only those that are worth most are drawn. */
  total: number;
  /** Those that the points name. */
  stages: readonly StageView[];
  currency: string;
}

const COLUMNS = [1, 2, 3, 4, 5];

/** Feasibility against value: what is easy and worth much stands in the upper right. */
export function Matrix({ points, total, stages, currency }: MatrixProps) {
  const t = useTranslations('portfolio');
  const locale = useLocale();
  const say = useTranslated();
  const stageOf = new Map(stages.map((stage) => [stage.key, stage]));
  const nameOf = (key: StageKey): string => {
    const stage = stageOf.get(key);
    return stage ? say(stage.name) : key;
  };
  const scale = valueScale(points);
  const bubbles = placeBubbles(points, scale);
  return (
    <Section
      title={t('matrix')}
      description={points.length < total ? t('matrixSome', { shown: points.length, total }) : t('matrixNote')}
    >
      <div className="flex">
        <div aria-hidden className="relative w-14 shrink-0 text-2xs text-ink-3">
          {scale.ticks.map((tick) => (
            <span
              key={tick}
              className="tabular absolute right-2 translate-y-1/2 whitespace-nowrap"
              style={{ bottom: `${heightOf(tick, scale) * 100}%` }}
            >
              {formatMoney(tick, currency, locale)}
            </span>
          ))}
        </div>
        <div className="relative h-80 min-w-0 flex-1 border-line-strong border-b border-l [--unit:0.55px] sm:[--unit:1px]">
          {scale.ticks.map((tick) => (
            <span
              key={tick}
              aria-hidden
              className="absolute inset-x-0 h-px bg-line"
              style={{ bottom: `${heightOf(tick, scale) * 100}%` }}
            />
          ))}
          <ul aria-label={t('matrix')}>
            {bubbles.map(({ point, x, y, size }) => {
              const fill = stageFill(stageOf.get(point.stage)?.position ?? 1);
              const label = t('matrixPoint', {
                reference: useCaseReference(point.number),
                title: point.title,
                stage: nameOf(point.stage),
                value: formatMoney(point.likely, currency, locale),
                feasibility: point.feasibility,
                risk: point.risk,
              });
              return (
                <li key={point.id}>
                  <HoverLink
                    href={`/use-cases/${point.number}`}
                    aria-label={label}
                    title={label}
                    className="-translate-x-1/2 absolute flex translate-y-1/2 items-center justify-center rounded-full font-semibold text-2xs hover:z-10 focus-visible:z-10"
                    style={{
                      left: `${x * 100}%`,
                      bottom: `${y * 100}%`,
                      width: `calc(${size.toFixed(1)} * var(--unit))`,
                      height: `calc(${size.toFixed(1)} * var(--unit))`,
                      background: fill.background,
                      color: fill.color,
                      boxShadow: `0 0 0 1.5px var(--color-canvas), 0 0 0 ${1.5 + point.risk * 0.8}px ${point.risk >= 4 ? 'var(--color-bad)' : 'var(--color-ink-3)'}`,
                    }}
                  >
                    {point.number}
                  </HoverLink>
                </li>
              );
            })}
          </ul>
        </div>
      </div>
      <div aria-hidden className="ml-14 grid grid-cols-5 pt-1 text-center text-2xs text-ink-3">
        {COLUMNS.map((feasibility) => (
          <span key={feasibility} className="tabular">
            {feasibility}
          </span>
        ))}
      </div>
      <p aria-hidden className="ml-14 flex justify-between text-2xs text-ink-3">
        <span>{t('hard')}</span>
        <span>{t('feasibility')}</span>
        <span>{t('easy')}</span>
      </p>
      <MatrixLegend />
      <ChartTable>
        <Table
          label={t('tableOf', { name: t('matrix') })}
          head={
            <>
              <HeaderCell>{t('useCase')}</HeaderCell>
              <HeaderCell>{t('stage')}</HeaderCell>
              <HeaderCell numeric>{t('feasibility')}</HeaderCell>
              <HeaderCell numeric>{t('risk')}</HeaderCell>
              <HeaderCell numeric>{t('likely')}</HeaderCell>
            </>
          }
        >
          {[...points]
            .sort((left, right) => Number(right.likely) - Number(left.likely))
            .map((point) => (
              <Row key={point.id}>
                <Cell>
                  <span className="text-ink-3">{useCaseReference(point.number)}</span> {point.title}
                </Cell>
                <Cell className="whitespace-nowrap">{nameOf(point.stage)}</Cell>
                <Cell numeric>{point.feasibility}</Cell>
                <Cell numeric>{point.risk}</Cell>
                <Cell numeric>
                  <Money value={point.likely} currency={currency} />
                </Cell>
              </Row>
            ))}
        </Table>
      </ChartTable>
    </Section>
  );
}
