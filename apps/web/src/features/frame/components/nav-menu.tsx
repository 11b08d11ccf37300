'use client';

import type { Role } from '@jalon/contracts';
import { IconButton } from '@jalon/ui/icon-button';
import { Menu, MenuItem } from '@jalon/ui/menu';
import { Menu as MenuIcon } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { navItems } from '../lib/nav-items';

/** The rail of a small screen. */
export function NavMenu({ role }: { role: Role }) {
  const t = useTranslations('nav');
  return (
    <nav aria-label={t('main')} className="sm:hidden">
      <Menu trigger={<IconButton label={t('menu')} icon={<MenuIcon aria-hidden size={18} />} />}>
        {navItems(role).map((item) => (
          <MenuItem
            key={item.href}
            icon={<item.icon aria-hidden size={16} />}
            render={<Link href={item.href} />}
          >
            {t(item.name)}
          </MenuItem>
        ))}
      </Menu>
    </nav>
  );
}
