'use client';

import type { Role } from '@jalon/contracts';
import { clsx } from 'clsx';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { HoverLink } from '@/lib/hover-link';
import { isCurrent, navItems } from '../lib/nav-items';
import { Brand, Mark } from './brand';

/** The way to every page. Icons alone on a middling screen; on a small one the top bar has a menu instead. */
export function Rail({ role }: { role: Role }) {
  const t = useTranslations('nav');
  const pathname = usePathname();
  return (
    <div className="sticky top-0 hidden h-dvh w-12 shrink-0 flex-col border-line border-r bg-sunken sm:flex lg:w-52">
      <nav aria-label={t('main')} className="flex flex-col gap-px px-1.5 lg:px-2">
        <HoverLink href="/" aria-label="Jalon" className="mb-1 flex h-12 items-center px-2 lg:px-2">
          <span className="hidden lg:inline-flex">
            <Brand />
          </span>
          <Mark className="lg:hidden" />
        </HoverLink>
        {navItems(role).map((item) => {
          const current = isCurrent(item, pathname);
          return (
            <HoverLink
              key={item.href}
              href={item.href}
              title={t(item.name)}
              aria-current={current ? 'page' : undefined}
              className={clsx(
                'relative flex h-8 items-center gap-2.5 rounded-md px-2.5 font-medium transition-colors duration-100',
                current
                  ? 'bg-hover text-ink before:absolute before:inset-y-1.5 before:-left-1.5 before:w-0.5 before:rounded-full before:bg-accent lg:before:-left-2'
                  : 'text-ink-2 hover:bg-hover hover:text-ink',
              )}
            >
              <item.icon
                aria-hidden
                size={16}
                strokeWidth={1.75}
                className={clsx('-ml-0.5 shrink-0 lg:ml-0', current ? 'text-accent' : 'text-ink-3')}
              />
              <span className="sr-only truncate lg:not-sr-only">{t(item.name)}</span>
            </HoverLink>
          );
        })}
      </nav>
    </div>
  );
}
