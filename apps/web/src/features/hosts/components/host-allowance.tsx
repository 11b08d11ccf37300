'use client';

import type { HostView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

const AllowanceDialog = dynamic(() => import('./allowance-dialog').then((module) => module.AllowanceDialog), {
  ssr: false,
});

/** What stacks may have on a host beyond the default; an admin may say otherwise. */
export function HostAllowance({ host, mayEdit }: { host: HostView; mayEdit: boolean }) {
  const t = useTranslations('hosts.allowance');
  const [open, setOpen] = useState(false);
  const { bindSources, privilegedPorts, reservedPorts, capabilities } = host.allowance;
  const said = [
    bindSources.length > 0 ? t('foldersOf', { count: bindSources.length }) : null,
    privilegedPorts.length > 0 ? t('portsOf', { ports: privilegedPorts.join(', ') }) : null,
    capabilities.length > 0 ? t('capabilitiesOf', { names: capabilities.join(', ') }) : null,
    reservedPorts.length > 0 ? t('reservedOf', { ports: reservedPorts.join(', ') }) : null,
  ].filter((part) => part !== null);
  return (
    <span className="flex items-center gap-2">
      <span title={bindSources.join('\n') || undefined}>
        {said.length > 0 ? said.join(' · ') : t('default')}
      </span>
      {mayEdit ? (
        <Button
          size="sm"
          variant="ghost"
          aria-label={t('title', { name: host.name })}
          onClick={() => setOpen(true)}
        >
          {t('edit')}
        </Button>
      ) : null}
      {open ? <AllowanceDialog host={host} onClose={() => setOpen(false)} /> : null}
    </span>
  );
}
