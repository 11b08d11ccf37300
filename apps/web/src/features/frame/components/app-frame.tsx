import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { FramePerson } from './person-menu';
import { Rail } from './rail';
import { TopBar } from './top-bar';

export interface AppFrameProps {
  person: FramePerson;
  /** The strip at the bottom: what is in progress, on every page. */
  live?: ReactNode;
  children: ReactNode;
}

/** Rail, top bar, page, live strip. */
export async function AppFrame({ person, live, children }: AppFrameProps) {
  const t = await getTranslations('common');
  return (
    <div data-frame className="flex min-h-dvh">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-raised px-3 py-2 shadow-pop focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skipToContent')}
      </a>
      <Rail role={person.role} />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar person={person} />
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 px-4 py-5 outline-none sm:px-6">
          {children}
        </main>
        {live}
      </div>
    </div>
  );
}
