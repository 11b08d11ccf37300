'use client';

import type { StagePassage } from '@jalon/contracts';
import { formatNumber, formatShare } from '@jalon/ui/format';
import { Section } from '@jalon/ui/section';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useLocale, useTranslations } from 'next-intl';
import { useTranslated } from '@/features/use-cases/hooks/use-translated';

/** How often and how fast each stage is left, and the assumed probability beside what was seen. */
export function Passages({ stages }: { stages: readonly StagePassage[] }) {
  const t = useTranslations('portfolio.passage');
  const p = useTranslations('portfolio');
  const locale = useLocale();
  const say = useTranslated();
  const seen = (part: number, whole: number): string =>
    whole > 0 ? t('of', { share: formatShare(part / whole, locale, 0), count: whole }) : '–';
  return (
    <Section title={t('title')} description={t('note')}>
      <Table
        label={p('tableOf', { name: t('title') })}
        head={
          <>
            <HeaderCell>{p('stage')}</HeaderCell>
            <HeaderCell numeric>{t('entered')}</HeaderCell>
            <HeaderCell numeric>{t('wentOn')}</HeaderCell>
            <HeaderCell numeric>{t('medianDays')}</HeaderCell>
            <HeaderCell numeric>{t('assumed')}</HeaderCell>
            <HeaderCell numeric>{t('seen')}</HeaderCell>
          </>
        }
      >
        {stages.map(({ stage, entered, advanced, decided, medianDays, reached, settled }) => {
          const last = stage.key === 'production';
          return (
            <Row key={stage.key}>
              <Cell className="whitespace-nowrap font-medium">{say(stage.name)}</Cell>
              <Cell numeric>{formatNumber(entered, locale)}</Cell>
              <Cell numeric className="whitespace-nowrap">
                {last ? '–' : seen(advanced, decided)}
              </Cell>
              <Cell numeric>{medianDays === null ? '–' : formatNumber(medianDays, locale, 0)}</Cell>
              <Cell numeric>{last ? '–' : formatShare(stage.reachProbability, locale, 0)}</Cell>
              <Cell numeric className="whitespace-nowrap font-medium">
                {last ? '–' : seen(reached, settled)}
              </Cell>
            </Row>
          );
        })}
      </Table>
    </Section>
  );
}
