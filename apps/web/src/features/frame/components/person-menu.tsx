'use client';

import type { Role } from '@jalon/contracts';
import { Menu, MenuItem, MenuSeparator } from '@jalon/ui/menu';
import { LogOut, UserRound } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';

export interface FramePerson {
  name: string;
  email: string;
  role: Role;
}

/** Who is signed in, their account, and the way out. */
export function PersonMenu({ person }: { person: FramePerson }) {
  const t = useTranslations('nav');
  const role = useTranslations('common.role');
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t('person', { name: person.name })}
          className="flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-2xs text-accent hover:bg-hover"
        >
          {initials(person.name)}
        </button>
      }
    >
      <div className="px-2 pt-1.5 pb-1">
        <p className="font-medium">{person.name}</p>
        <p className="text-ink-3 text-xs">
          {person.email} · {role(person.role)}
        </p>
      </div>
      <MenuSeparator />
      <MenuItem icon={<UserRound aria-hidden size={15} />} render={<Link href="/account" />}>
        {t('account')}
      </MenuItem>
      <MenuItem icon={<LogOut aria-hidden size={15} />} onClick={leave}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}

/** Loaded when it is needed: nobody signs out twice. */
async function leave(): Promise<void> {
  const { signOut } = await import('next-auth/react');
  await signOut({ callbackUrl: '/sign-in' });
}

function initials(name: string): string {
  const words = name.split(/[\s,]+/).filter(Boolean);
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase();
}
