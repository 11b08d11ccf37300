'use client';

import type { HostReference } from '@jalon/contracts';
import { Notice } from '@jalon/ui/notice';
import { RelativeTime } from '@jalon/ui/relative-time';
import { useTranslations } from 'next-intl';

/** Stands wherever state is shown while the engine that it comes from does not answer. */
export function UnreachableNotice({ host, className }: { host: HostReference; className?: string }) {
  const t = useTranslations('project');
  const { unreachableSince } = host;
  if (!unreachableSince) return null;
  return (
    <Notice
      tone="warn"
      className={className}
      title={t.rich('unreachable', { host: host.name, time: () => <RelativeTime date={unreachableSince} /> })}
    >
      {t('unreachableText')}
    </Notice>
  );
}
