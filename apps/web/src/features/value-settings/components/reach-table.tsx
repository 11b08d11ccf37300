'use client';

import type { StageKey, ValueSettingsView } from '@jalon/contracts';
import { Field } from '@jalon/ui/field';
import { formatShare } from '@jalon/ui/format';
import { NumberInput } from '@jalon/ui/number-input';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useLocale, useTranslations } from 'next-intl';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslated } from '@/features/use-cases/hooks/use-translated';

export interface ReachTableProps {
  stages: ValueSettingsView['stages'];
  register: (key: StageKey) => UseFormRegisterReturn;
  error: (key: StageKey) => string | undefined;
}

/** A stage a row: what is assumed, and beside it what was seen in this installation. */
export function ReachTable({ stages, register, error }: ReachTableProps) {
  const t = useTranslations('valueSettings');
  const locale = useLocale();
  const say = useTranslated();
  return (
    <Table
      label={t('reachTable')}
      head={
        <>
          <HeaderCell>{t('stage')}</HeaderCell>
          <HeaderCell>{t('assumed')}</HeaderCell>
          <HeaderCell numeric>{t('seen')}</HeaderCell>
          <HeaderCell numeric aria-hidden />
        </>
      }
    >
      {stages.map(({ stage, reached, settled }) => (
        <Row key={stage.key}>
          <Cell className="whitespace-nowrap font-medium">{say(stage.name)}</Cell>
          <Cell>
            <Field
              label={<span className="sr-only">{t('assumedOf', { stage: say(stage.name) })}</span>}
              error={error(stage.key)}
              className="w-40"
            >
              <NumberInput suffix="%" {...register(stage.key)} readOnly={stage.key === 'production'} />
            </Field>
          </Cell>
          <Cell numeric>{settled > 0 ? formatShare(reached / settled, locale, 0) : t('notSeen')}</Cell>
          <Cell numeric className="text-ink-3">
            {settled > 0 ? t('seenNote', { reached, settled }) : ''}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
