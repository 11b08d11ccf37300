'use client';

import type { DeploymentSummary } from '@jalon/contracts';
import { RelativeTime } from '@jalon/ui/relative-time';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { DeploymentStatusWord } from '@/features/deployments/components/deployment-status';
import { useProject } from '@/features/projects/hooks/use-project';
import { projectAddress } from '@/features/projects/lib/environment-address';

/** Where and when a revision was deployed. */
export function RevisionDeployments({ deployments }: { deployments: readonly DeploymentSummary[] }) {
  const t = useTranslations('revision');
  const { project } = useProject();
  if (deployments.length === 0) return <p className="text-ink-3">{t('noDeployments')}</p>;
  return (
    <ul className="divide-y divide-line border-line border-y">
      {deployments.map((deployment) => (
        <li key={deployment.id} className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1 py-1">
          <Link
            href={projectAddress(project, deployment.environment, `deployments/${deployment.id}`)}
            className="tabular font-medium text-accent hover:underline"
          >
            #{deployment.number}
          </Link>
          <span className="font-mono text-xs">{deployment.environment}</span>
          <DeploymentStatusWord status={deployment.status} cancelling={false} />
          <span className="text-ink-2">
            <RelativeTime date={deployment.queuedAt} />
          </span>
          <span className="text-ink-2">{deployment.requestedBy ?? '–'}</span>
        </li>
      ))}
    </ul>
  );
}
