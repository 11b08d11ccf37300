import type { ReactNode } from 'react';
import { AppFrame } from '@/features/frame/components/app-frame';
import { LiveStrip } from '@/features/live/components/live-strip';
import { authorize } from '@/server/authorize';
import { getApiContext } from '@/trpc/server';

/** The frame needs a person; each page decides for itself whether this person may see it. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const principal = await authorize();
  const { session } = await getApiContext();
  return (
    <AppFrame
      person={{ name: principal.name, role: principal.role, email: session?.email ?? '' }}
      live={<LiveStrip />}
    >
      {children}
    </AppFrame>
  );
}
