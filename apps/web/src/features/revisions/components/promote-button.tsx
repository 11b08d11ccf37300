'use client';

import { Button, buttonClass } from '@jalon/ui/button';
import { ArrowUpRight } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProject } from '@/features/projects/hooks/use-project';

const PromoteDialog = dynamic(() => import('./promote-dialog').then((module) => module.PromoteDialog), {
  ssr: false,
});

/** Takes what the chosen environment stands on to another one; where there is none, offers to add it. */
export function PromoteButton() {
  const t = useTranslations('revision');
  const { project, environment, may, href } = useProject();
  const [asking, setAsking] = useState(false);
  if (environment.revision === null || !may('deployment:write')) return null;
  const others = project.environments.filter(({ id }) => id !== environment.id);
  // The next one up the road: sandbox to staging, staging to production.
  const next = others.find((other) => project.environments.indexOf(other) > indexOf(project, environment.id));
  const target = next ?? others[0];
  if (!target) {
    return (
      <Link href={href('environments/new')} className={buttonClass()}>
        {t('addToPromote')}
      </Link>
    );
  }
  return (
    <>
      <Button icon={<ArrowUpRight aria-hidden size={15} />} onClick={() => setAsking(true)}>
        {t('promoteTo', { environment: target.slug })}
      </Button>
      {asking ? <PromoteDialog targetId={target.id} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function indexOf(project: { environments: readonly { id: string }[] }, id: string): number {
  return project.environments.findIndex((environment) => environment.id === id);
}
