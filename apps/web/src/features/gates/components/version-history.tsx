'use client';

import type { PolicyVersionView } from '@jalon/contracts';
import { formatDateTime } from '@jalon/ui/format';
import { Section } from '@jalon/ui/section';
import { Status } from '@jalon/ui/status';
import { useLocale, useTranslations } from 'next-intl';

/** Every version, newest first, with what it asked for. */
export function VersionHistory({ versions }: { versions: readonly PolicyVersionView[] }) {
  const t = useTranslations('gatePolicy');
  const locale = useLocale();
  return (
    <Section title={t('history')} description={t('historyNote')}>
      <ol className="max-w-4xl border-line border-t">
        {versions.map((version) => (
          <li key={version.number} className="border-line border-b py-2">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-medium">{t('versionNumber', { number: version.number })}</span>
              <Status tone={version.published ? 'good' : 'idle'}>
                {t(version.published ? 'isPublished' : 'draft')}
              </Status>
              <span className="text-ink-3">
                {[
                  version.author,
                  version.publishedAt ? formatDateTime(version.publishedAt, locale, 'UTC') : '',
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
              {version.running > 0 ? (
                <span className="text-ink-3">{t('running', { count: version.running })}</span>
              ) : null}
            </div>
            {version.note ? <p className="text-ink-2">{version.note}</p> : null}
            <details className="mt-1">
              <summary className="cursor-pointer rounded-sm text-ink-3 text-xs hover:text-ink">
                {t('asked', { count: version.items.length })}
              </summary>
              <ul className="mt-1 list-disc pl-5">
                {version.items.map((item) => (
                  <li key={item.key}>{item.title[locale]}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
    </Section>
  );
}
