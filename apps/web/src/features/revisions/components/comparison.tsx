'use client';

import type { RevisionComparison, RevisionSummary } from '@jalon/contracts';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Section } from '@jalon/ui/section';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useProject } from '@/features/projects/hooks/use-project';
import { ImageDifferences, VariableDifferences } from './difference-tables';
import { FileDiff } from './file-diff';
import { FileDifferences } from './file-differences';
import { CurrentIn, Origin } from './revision-state';
import { RollBackButton } from './roll-back-button';

/** What two revisions have and have not in common. */
export function Comparison({ comparison }: { comparison: RevisionComparison }) {
  const t = useTranslations('revision');
  const { from, to, file, files, variables, sameVariables, images, sameImages } = comparison;
  const changed = file.filter((row) => row.kind === 'CHANGED').length;
  return (
    <div className="flex flex-col gap-8">
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <Side label={t('from')} revision={from} />
        <Side label={t('to')} revision={to} />
      </div>
      <Section title={t('file')} description={t('linesChanged', { count: changed })}>
        {changed > 0 ? <FileDiff rows={file} label={t('fileLines')} /> : null}
      </Section>
      {files.length > 0 ? <FileDifferences files={files} /> : null}
      <Section title={t('variables')} description={t('sameVariables', { count: sameVariables })}>
        <VariableDifferences variables={variables} />
      </Section>
      <Section title={t('images')} description={t('sameImages', { count: sameImages })}>
        <ImageDifferences images={images} />
      </Section>
    </div>
  );
}

function Side({ label, revision }: { label: string; revision: RevisionSummary }) {
  const t = useTranslations('revision');
  const { href } = useProject();
  const { number, author, note, createdAt } = revision;
  return (
    <section aria-label={label} className="flex min-w-0 flex-col gap-1 border-line-strong border-t pt-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={href(`revisions/${number}`)} className="tabular font-medium text-accent hover:underline">
          {t('name', { number })}
        </Link>
        <Origin revision={revision} />
        <CurrentIn revision={revision} />
      </p>
      <p className="text-ink-2">
        {author ? `${author}, ` : null}
        <RelativeTime date={createdAt} />
      </p>
      {note ? <p className="break-words text-ink-2">{note}</p> : null}
      <div className="mt-1">
        <RollBackButton revision={revision} size="sm" />
      </div>
    </section>
  );
}
