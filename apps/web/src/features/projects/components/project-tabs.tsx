'use client';

import { allows, type Scope } from '@jalon/contracts';
import { tabClass, tabRowClass } from '@jalon/ui/tab-class';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { HoverLink } from '@/lib/hover-link';
import { useProject } from '../hooks/use-project';

const TABS = [
  ['stack', 'project:read'],
  ['deployments', 'project:read'],
  ['logs', 'log:read'],
  ['model', 'project:read'],
  ['runs', 'project:read'],
  ['data', 'file:write'],
  ['variables', 'variable:write'],
  ['settings', 'deployment:write'],
] as const satisfies readonly (readonly [string, Scope])[];

/** The pages of a project that the reader's role may see. Each has its address. */
export function ProjectTabs() {
  const t = useTranslations('project');
  const nav = useTranslations('nav');
  const { role, href } = useProject();
  const part = usePathname().split('/')[3];
  // Revisions are reached from the deployments.
  const current = part === 'revisions' ? 'deployments' : part;
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow screen the row scrolls: the present page's tab must be seen.
    const tab = current ? row.current?.querySelector('[aria-current]') : null;
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <nav ref={row} aria-label={t('tabs')} className={tabRowClass}>
      {TABS.filter(([, scope]) => allows(role, scope)).map(([tab]) => (
        <HoverLink
          key={tab}
          href={href(tab)}
          aria-current={tab === current ? 'page' : undefined}
          className={tabClass(tab === current)}
        >
          {nav(tab)}
        </HoverLink>
      ))}
    </nav>
  );
}
