'use client';

import type { EnvironmentSummary } from '@jalon/contracts';
import { RelativeTime } from '@jalon/ui/relative-time';
import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EnvironmentStatus } from './environment-status';

/** The environments of a project side by side: state, revision, since when, and the addresses that are open. */
export function EnvironmentsRow({ environments }: { environments: readonly EnvironmentSummary[] }) {
  const t = useTranslations('project');
  return (
    <ul aria-label={t('environments')} className="mb-3 flex flex-wrap gap-x-10 gap-y-2">
      {environments.map((environment) => (
        <li key={environment.id} className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium font-mono text-xs">{environment.slug}</span>
          <EnvironmentStatus environment={environment} />
          <span className="text-ink-3 text-xs">
            {environment.revision === null ? null : t('revisionNumber', { number: environment.revision })}
            {environment.since ? (
              <>
                {' · '}
                <RelativeTime date={environment.since} />
              </>
            ) : null}
            {' · '}
            {environment.host.name}
          </span>
          {environment.addresses.map(({ service, url }) => (
            <a
              key={service}
              href={url}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-1 rounded-sm text-accent text-xs hover:underline"
            >
              {service}
              <ExternalLink aria-hidden size={12} />
              <span className="sr-only">{t('opensTab')}</span>
            </a>
          ))}
        </li>
      ))}
    </ul>
  );
}
