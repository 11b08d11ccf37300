import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Brand } from '@/features/frame/components/brand';
import { PreferencesMenu } from '@/features/frame/components/preferences-menu';
import { StakeLine } from './stake-line';

/** The frame of the pages before signing in: one narrow column, and on a wide screen the line of stakes. */
export async function PlainFrame({ children }: { children: ReactNode }) {
  const t = await getTranslations('auth');
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(26rem,2fr)_3fr]">
      <div className="flex flex-col">
        <header className="flex h-14 items-center justify-between px-5 sm:px-8">
          <Brand />
          <PreferencesMenu />
        </header>
        <main className="flex flex-1 flex-col justify-center px-5 pb-24 sm:px-8">
          <div className="mx-auto w-full max-w-sm">{children}</div>
        </main>
      </div>
      <aside className="hidden flex-col justify-end overflow-hidden border-line border-l bg-sunken lg:flex">
        <p className="max-w-md text-balance px-12 pt-12 font-medium text-2xl">{t('tagline')}</p>
        <StakeLine
          label={t('stages')}
          stages={[t('stage1'), t('stage2'), t('stage3'), t('stage4'), t('stage5')]}
        />
      </aside>
    </div>
  );
}
