'use client';

import type { FileDifference } from '@jalon/contracts';
import { Section } from '@jalon/ui/section';
import { useTranslations } from 'next-intl';
import { FileDiff } from './file-diff';

/** The project's own files that two revisions do not have in common, each line by line. */
export function FileDifferences({ files }: { files: readonly FileDifference[] }) {
  const t = useTranslations('revision');
  return (
    <Section title={t('files')} description={t('filesChanged', { count: files.length })}>
      <div className="flex flex-col gap-4">
        {files.map(({ path, change, rows }) => (
          <div key={path} className="min-w-0">
            <p className="mb-1 break-all text-xs">
              <span className="font-mono">{path}</span>{' '}
              <span className="text-ink-2">{t(`fileChange.${change}`)}</span>
            </p>
            {rows.length > 0 ? <FileDiff rows={rows} label={t('linesOf', { path })} /> : null}
          </div>
        ))}
      </div>
    </Section>
  );
}
