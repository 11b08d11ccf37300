'use client';

import type { KpiView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { Textarea } from '@jalon/ui/textarea';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import { useSamplesImport } from '../../hooks/use-samples-import';
import { PastePreview } from './paste-preview';

/** Many values at once: pasted, or from a file; looked at first, then all or nothing. */
export function PasteDialog({ kpi, onClose }: { kpi: KpiView; onClose: () => void }) {
  const t = useTranslations('kpiImport');
  const files = useTranslations('useCaseImport');
  const common = useTranslations('common');
  const describe = useErrorText();
  const [text, setText] = useState('');
  const { refused, preview, run, paste, pick, forget, importAll } = useSamplesImport(kpi.id, onClose);
  const failure = preview.error ?? run.error;
  const seen = preview.data;
  const ready = seen && !seen.fileProblem && seen.problemCount === 0 && seen.fresh > 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="lg"
      title={t('title', { name: kpi.name })}
      description={t('text')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant={ready ? 'secondary' : 'primary'}
            pending={preview.isPending}
            disabled={text.trim() === ''}
            onClick={() => paste(text)}
          >
            {t('check')}
          </Button>
          {ready ? (
            <Button variant="primary" pending={run.isPending} onClick={importAll}>
              {t('import', { count: seen.fresh })}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('paste')} hint={t('pasteHint')}>
          <Textarea
            data-autofocus
            rows={6}
            className="font-mono text-xs"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              forget();
            }}
          />
        </Field>
        <Field label={t('file')}>
          <Input
            type="file"
            accept=".csv,.xlsx,text/csv"
            className="py-1"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              setText('');
              if (file) void pick(file);
            }}
          />
        </Field>
        {refused ? <Notice tone="bad" title={files(refused)} /> : null}
        {failure ? (
          <Notice tone="bad" title={describe(failure).title}>
            {files('nothingWritten')} {describe(failure).reference}
          </Notice>
        ) : null}
        {seen ? <PastePreview preview={seen} unit={kpi.unit} /> : null}
      </div>
    </Dialog>
  );
}
