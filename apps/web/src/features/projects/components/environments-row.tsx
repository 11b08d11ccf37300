'use client';

import type { EnvironmentSummary } from '@jalon/contracts';
import { buttonClass } from '@jalon/ui/button';
import { RelativeTime } from '@jalon/ui/relative-time';
import { clsx } from 'clsx';
import { ExternalLink, Plus } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useProject } from '../hooks/use-project';
import { sameAddressFor } from '../lib/environment-address';
import { EnvironmentStatus } from './environment-status';

/** The environments of a project side by side; where there are several, the one that the page is about is marked. */
export function EnvironmentsRow() {
  const t = useTranslations('project');
  const { project, may, href } = useProject();
  return (
    <div className="mb-3 flex flex-wrap items-start gap-x-3 gap-y-2">
      <ul aria-label={t('environments')} className="flex flex-wrap gap-x-3 gap-y-2">
        {project.environments.map((environment) => (
          <Environment key={environment.id} environment={environment} />
        ))}
      </ul>
      {may('environment:write') ? (
        <Link href={href('environments/new')} className={buttonClass('ghost', 'sm')}>
          <Plus aria-hidden size={14} />
          {t('addEnvironment')}
        </Link>
      ) : null}
    </div>
  );
}

function Environment({ environment }: { environment: EnvironmentSummary }) {
  const t = useTranslations('project');
  const { project, environment: chosen } = useProject();
  const pathname = usePathname();
  const search = useSearchParams();
  const several = project.environments.length > 1;
  const isChosen = several && environment.id === chosen.id;
  return (
    <li
      className={clsx(
        'flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 rounded-md',
        several && 'px-2 py-0.5',
        isChosen && 'ring-1 ring-accent ring-inset',
      )}
    >
      {several ? (
        <Link
          href={sameAddressFor(pathname, search, environment.slug)}
          aria-current={isChosen ? 'true' : undefined}
          className="rounded-sm font-medium font-mono text-xs hover:text-accent hover:underline"
        >
          {environment.slug}
        </Link>
      ) : (
        <span className="font-medium font-mono text-xs">{environment.slug}</span>
      )}
      <EnvironmentStatus environment={environment} />
      <span className="text-ink-2 text-xs">
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
  );
}
