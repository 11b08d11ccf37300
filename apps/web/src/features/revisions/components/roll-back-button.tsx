'use client';

import type { RevisionSummary } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { History } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProject } from '@/features/projects/hooks/use-project';

const RollBackDialog = dynamic(() => import('./roll-back-dialog').then((module) => module.RollBackDialog), {
  ssr: false,
});

export interface RollBackButtonProps {
  revision: Pick<RevisionSummary, 'number' | 'environment' | 'ran'>;
  size?: 'sm' | 'md';
}

/** Offers the way back where there is one: a revision that ran in the chosen environment, and that is not the current. */
export function RollBackButton({ revision, size }: RollBackButtonProps) {
  const t = useTranslations('revision');
  const { environment, may } = useProject();
  const [asking, setAsking] = useState(false);
  const { number } = revision;
  const isOwn = revision.environment === environment.slug;
  if (!isOwn || !revision.ran || environment.revision === number || !may('deployment:write')) return null;
  return (
    <>
      <Button size={size} icon={<History aria-hidden size={14} />} onClick={() => setAsking(true)}>
        {t('rollBackTo', { number })}
      </Button>
      {asking ? <RollBackDialog number={number} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
