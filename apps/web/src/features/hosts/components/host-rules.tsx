'use client';

import type { HostView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

const ClassifyDialog = dynamic(() => import('./classify-dialog').then((module) => module.ClassifyDialog), {
  ssr: false,
});

/** Which data a host may hold and what it is; an admin may say otherwise. */
export function HostRules({ host, mayEdit }: { host: HostView; mayEdit: boolean }) {
  const t = useTranslations('hosts.rules');
  const [open, setOpen] = useState(false);
  return (
    <span className="flex items-center gap-2">
      <span>
        {t(`classificationOf.${host.maxClassification}`)}
        {host.infrastructure ? `, ${t(`infrastructureOf.${host.infrastructure}`)}` : ''}
      </span>
      {mayEdit ? (
        <Button
          size="sm"
          variant="ghost"
          aria-label={t('classifyNamed', { name: host.name })}
          onClick={() => setOpen(true)}
        >
          {t('classify')}
        </Button>
      ) : null}
      {open ? <ClassifyDialog host={host} onClose={() => setOpen(false)} /> : null}
    </span>
  );
}
