'use client';

import { Bell } from '@/features/notifications/components/bell';
import { useTRPCClient } from '@/trpc/react';
import { useFocusAfterNavigation } from '../hooks/use-focus-after-navigation';
import { Breadcrumb } from './breadcrumb';
import { LineState } from './line-state';
import { NavMenu } from './nav-menu';
import { PaletteButton } from './palette-button';
import { type FramePerson, PersonMenu } from './person-menu';
import { PreferencesMenu } from './preferences-menu';

export function TopBar({ person }: { person: FramePerson }) {
  useFocusAfterNavigation();
  const client = useTRPCClient();
  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-1.5 border-line border-b bg-canvas px-3 sm:gap-2 sm:px-6">
      <NavMenu role={person.role} />
      <Breadcrumb />
      <LineState />
      <PaletteButton role={person.role} />
      <Bell />
      <PreferencesMenu
        onLocale={(locale) => {
          // The cookie already holds for this browser; the account follows when it can.
          client.session.setLocale.mutate({ locale }).catch(() => undefined);
        }}
      />
      <PersonMenu person={person} />
    </header>
  );
}
