'use client';

import { type EnvironmentSummary, isTrouble } from '@jalon/contracts';
import { Notice } from '@jalon/ui/notice';
import { RelativeTime } from '@jalon/ui/relative-time';
import { useTranslations } from 'next-intl';

export interface TroubleNoticeProps {
  environment: EnvironmentSummary;
  /** Said at the end, for instance to somebody who cannot do anything about it. */
  remark?: string;
  className?: string;
}

/** Says which services crash again and again, lack memory, fail their health check or are down; nothing when none does. */
export function TroubleNotice({ environment, remark, className }: TroubleNoticeProps) {
  const t = useTranslations('project.trouble');
  const { host, state, services } = environment;
  // While the engine is away or a deployment is under way, what was seen last is no trouble yet.
  if (host.unreachableSince || state === 'DEPLOYING') return null;
  const troubled = services.flatMap(({ service, condition, troubleSince }) =>
    isTrouble(condition) && troubleSince ? [{ service, condition, troubleSince }] : [],
  );
  if (troubled.length === 0) return null;
  return (
    <Notice tone="warn" className={className} title={t('title', { count: troubled.length })}>
      <ul className="mt-0.5 space-y-0.5">
        {troubled.map(({ service, condition, troubleSince }) => (
          <li key={service}>
            {t.rich(condition, {
              service: service,
              time: () => <RelativeTime date={troubleSince} />,
            })}
          </li>
        ))}
      </ul>
      {remark ? <p className="mt-1">{remark}</p> : null}
    </Notice>
  );
}
