'use client';

import type { ImportMapping, ImportPreview } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Notice } from '@jalon/ui/notice';
import { useTranslations } from 'next-intl';
import { MappingTable } from './mapping-table';
import { ProblemTable } from './problem-table';
import { SampleTable } from './sample-table';

export interface ImportPreviewViewProps {
  preview: ImportPreview;
  /** The mapping was changed and its preview has not come yet. */
  checking: boolean;
  importing: boolean;
  onMapping: (mapping: ImportMapping) => void;
  onImport: (mapping: ImportMapping) => void;
}

/** What an import would make, and what is in its way. */
export function ImportPreviewView(props: ImportPreviewViewProps) {
  const { preview, checking, importing, onMapping, onImport } = props;
  const t = useTranslations('useCaseImport');
  const { fileProblem, rows, good, problemCount, unmapped, mapping, newUnits, newInitiatives } = preview;
  if (fileProblem) {
    return (
      <Notice tone="bad" title={t(`fileProblem.${fileProblem.code}`)}>
        {fileProblem.cell ? `${t('where', { cell: fileProblem.cell })} ` : ''}
        {t('nothingWritten')}
      </Notice>
    );
  }
  const ready = unmapped.length === 0 && problemCount === 0 && good > 0;
  const made = Object.entries({ newUnits, newInitiatives }).flatMap(([key, names]) =>
    names.length > 0
      ? [t(key as 'newUnits', { count: names.length, names: names.slice(0, 8).join(', ') })]
      : [],
  );
  return (
    <div className="flex flex-col gap-6" aria-busy={checking}>
      {ready ? (
        <Notice
          tone="good"
          title={t('ready', { count: good })}
          action={
            <Button
              variant="primary"
              pending={importing}
              disabled={checking}
              onClick={() => onImport(mapping)}
            >
              {t('import', { count: good })}
            </Button>
          }
        >
          {made.length > 0 ? made.join(' ') : t('allOrNothing')}
        </Notice>
      ) : null}
      {unmapped.length > 0 ? (
        <Notice tone="warn" title={t('unmapped')}>
          {unmapped.map((field) => t(`fields.${field}`)).join(', ')}
        </Notice>
      ) : null}
      {problemCount > 0 ? (
        <Notice tone="bad" title={t('problems', { count: problemCount })}>
          {t('problemsText', { good, rows })}
        </Notice>
      ) : null}
      {problemCount > 0 ? <ProblemTable problems={preview.problems} total={problemCount} /> : null}
      <MappingTable columns={preview.columns} mapping={mapping} onChange={onMapping} />
      {preview.sample.length > 0 ? <SampleTable sample={preview.sample} /> : null}
    </div>
  );
}
