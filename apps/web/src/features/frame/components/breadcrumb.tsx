'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ENVIRONMENT_PARAM } from '@/features/projects/lib/environment-address';
import { type Crumb, crumbs } from '../lib/crumbs';

export function Breadcrumb() {
  const t = useTranslations('nav');
  const steps = crumbs(usePathname(), useSearchParams().get(ENVIRONMENT_PARAM));
  const textOf = (step: Crumb) => ('key' in step ? t(step.key) : step.text);
  return (
    <nav aria-label={t('breadcrumb')} className="min-w-0 flex-1">
      <ol className="flex min-w-0 items-center gap-1 text-sm">
        {steps.map((step, index) => {
          const last = index === steps.length - 1;
          return (
            <li key={step.href} className={last ? 'min-w-0' : 'hidden shrink-0 items-center gap-1 sm:flex'}>
              {last ? (
                <span aria-current="page" className="block truncate font-medium">
                  {textOf(step)}
                </span>
              ) : (
                <>
                  <Link href={step.href} className="rounded-sm text-ink-2 hover:text-ink">
                    {textOf(step)}
                  </Link>
                  <ChevronRight aria-hidden size={14} className="text-ink-3" />
                </>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
