'use client';

import { tabClass, tabRowClass } from '@jalon/ui/tabs';
import { useTranslations } from 'next-intl';
import { HoverLink } from '@/lib/hover-link';
import { TABS, tabHref, type UseCaseTab } from '../../lib/tabs';

/** Tabs with an address each. */
export function UseCaseTabs({ number, active }: { number: number; active: UseCaseTab }) {
  const t = useTranslations('useCase');
  return (
    <nav aria-label={t('tabsLabel')} className={tabRowClass}>
      {TABS.map((tab) => (
        <HoverLink
          key={tab}
          href={tabHref(number, tab)}
          scroll={false}
          aria-current={tab === active ? 'page' : undefined}
          className={tabClass(tab === active)}
        >
          {t(`tabs.${tab}`)}
        </HoverLink>
      ))}
    </nav>
  );
}
