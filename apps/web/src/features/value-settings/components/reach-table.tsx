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
        </>
      }
    >
      {stages.map(({ stage, reached, settled }) => (
        <Row key={stage.key}>
          <Cell className="font-medium sm:whitespace-nowrap">{say(stage.name)}</Cell>
          <Cell>
            <Field
              label={<span className="sr-only">{t('assumedOf', { stage: say(stage.name) })}</span>}
              error={error(stage.key)}
              className="w-24 sm:w-40"
            >
              <NumberInput suffix="%" {...register(stage.key)} readOnly={stage.key === 'production'} />
            </Field>
          </Cell>
          <Cell numeric>
            {settled > 0 ? (
              <>
                {formatShare(reached / settled, locale, 0)}
                <span className="block text-ink-3 text-xs">{t('seenNote', { reached, settled })}</span>
              </>
            ) : (
              <span className="text-ink-3">{t('notSeen')}</span>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
