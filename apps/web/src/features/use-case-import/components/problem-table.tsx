'use client';

import type { CellProblem } from '@jalon/contracts';
import { Section } from '@jalon/ui/section';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useTranslations } from 'next-intl';

/** The cells that are wrong, by row, with what is wrong about each. */
export function ProblemTable({ problems, total }: { problems: readonly CellProblem[]; total: number }) {
  const t = useTranslations('useCaseImport');
  return (
    <Section
      title={t('problemList')}
      description={total > problems.length ? t('firstProblems', { count: problems.length }) : undefined}
    >
      <Table
        label={t('problemList')}
        head={
          <>
            <HeaderCell>{t('cell')}</HeaderCell>
            <HeaderCell>{t('field')}</HeaderCell>
            <HeaderCell>{t('holds')}</HeaderCell>
            <HeaderCell>{t('whatIsWrong')}</HeaderCell>
          </>
        }
      >
        {problems.map(({ cell, field, code, value }) => (
          <Row key={`${cell} ${code}`}>
            <Cell className="tabular font-medium">{cell}</Cell>
            <Cell className="whitespace-nowrap">{t(`fields.${field}`)}</Cell>
            <Cell className="max-w-56 truncate text-ink-2">
              <span data-verbatim>{value || '–'}</span>
            </Cell>
            <Cell className="text-bad">{t(`cellProblem.${code}`)}</Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}
