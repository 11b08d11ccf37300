'use client';

import { Notice } from '@jalon/ui/notice';
import { PageHeader } from '@jalon/ui/page-header';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useImport } from '../hooks/use-import';
import { FilePicker } from './file-picker';
import { ImportPreviewView } from './import-preview';

/** A spreadsheet becomes use cases: look first, then all or nothing. */
export function ImportView() {
  const t = useTranslations('useCaseImport');
  const describe = useErrorText();
  const { file, refused, preview, run, pick, remap, importAll } = useImport();
  const failure = preview.error ?? run.error;
  return (
    <div className="max-w-5xl">
      <PageHeader title={t('title')} description={t('description')} />
      <FilePicker name={file?.name ?? null} onPick={(picked) => void pick(picked)} />
      <div className="mt-4 flex flex-col gap-6">
        {refused ? <Notice tone="bad" title={t(refused)} /> : null}
        {failure ? (
          <Notice tone="bad" title={describe(failure).title}>
            {t('nothingWritten')} {describe(failure).reference}
          </Notice>
        ) : null}
        {preview.isPending && !preview.data ? <SkeletonRows rows={6} /> : null}
        {preview.data ? (
          <ImportPreviewView
            preview={preview.data}
            checking={preview.isPending}
            importing={run.isPending}
            onMapping={remap}
            onImport={importAll}
          />
        ) : null}
      </div>
    </div>
  );
}
