'use client';

import type { SamplesPreview } from '@jalon/contracts';
import { formatDateTime, formatNumber } from '@jalon/ui/format';
import { Notice } from '@jalon/ui/notice';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useLocale, useTranslations } from 'next-intl';

function Problems({ problems }: { problems: SamplesPreview['problems'] }) {
  const t = useTranslations('kpiImport');
  return (
    <Table
      label={t('problemList')}
      head={
        <>
          <HeaderCell numeric>{t('line')}</HeaderCell>
          <HeaderCell>{t('cell')}</HeaderCell>
          <HeaderCell>{t('holds')}</HeaderCell>
          <HeaderCell>{t('wrong')}</HeaderCell>
        </>
      }
    >
      {problems.map(({ row, cell, code, value }) => {
        const told = code === 'twice' || code === 'taken';
        return (
          <Row key={`${cell} ${code}`}>
            <Cell numeric>{row}</Cell>
            <Cell className="tabular font-medium">{cell}</Cell>
            <Cell className="max-w-40 truncate text-ink-2">
              <span data-verbatim>{told ? '–' : value || '–'}</span>
            </Cell>
            <Cell className="text-bad">{t(`problem.${code}`, { value })}</Cell>
          </Row>
        );
      })}
    </Table>
  );
}

/** What would be written, or which cells are in the way. */
export function PastePreview({ preview, unit }: { preview: SamplesPreview; unit: string }) {
  const t = useTranslations('kpiImport');
  const files = useTranslations('useCaseImport');
  const locale = useLocale();
  const { fileProblem, problems, problemCount, fresh, known, sample } = preview;
  if (fileProblem) {
    return (
      <Notice tone="bad" title={files(`fileProblem.${fileProblem.code}`)}>
        {fileProblem.cell ? `${files('where', { cell: fileProblem.cell })} ` : ''}
        {files('nothingWritten')}
      </Notice>
    );
  }
  if (problemCount > 0) {
    return (
      <>
        <Notice tone="bad" title={t('problems', { count: problemCount })} />
        <Problems problems={problems} />
      </>
    );
  }
  return (
    <>
      <Notice tone={fresh > 0 ? 'good' : 'info'} title={t('ready', { fresh })}>
        {t('known', { known })}
      </Notice>
      {sample.length > 0 ? (
        <Table
          label={t('sample')}
          head={
            <>
              <HeaderCell numeric>{t('line')}</HeaderCell>
              <HeaderCell>{t('sample')}</HeaderCell>
              <HeaderCell numeric>{unit}</HeaderCell>
            </>
          }
        >
          {sample.map(({ row, at, value }) => (
            <Row key={row}>
              <Cell numeric className="text-ink-3">
                {row}
              </Cell>
              <Cell className="tabular">{formatDateTime(at, locale, 'UTC')}</Cell>
              <Cell numeric>{formatNumber(value, locale, 6)}</Cell>
            </Row>
          ))}
        </Table>
      ) : null}
    </>
  );
}
