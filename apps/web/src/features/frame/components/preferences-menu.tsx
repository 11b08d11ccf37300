'use client';

import type { Locale } from '@jalon/contracts';
import { IconButton } from '@jalon/ui/icon-button';
import { Menu, MenuChoice, MenuSeparator } from '@jalon/ui/menu';
import { Languages, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePreferences } from '../hooks/use-preferences';

/** Named in their own language, for whoever cannot read the present one. */
export const LANGUAGES: readonly { value: Locale; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
];

/** Language and theme. `onLocale` also remembers the language with the person. */
export function PreferencesMenu({ onLocale }: { onLocale?: (locale: Locale) => void }) {
  const nav = useTranslations('nav');
  const t = useTranslations('common');
  const { locale, theme, changeLocale, changeTheme } = usePreferences(onLocale);
  return (
    <Menu
      align="end"
      trigger={<IconButton label={nav('preferences')} icon={<Languages aria-hidden size={16} />} />}
    >
      <MenuChoice label={t('language')} value={locale} onChange={changeLocale} options={LANGUAGES} />
      <MenuSeparator />
      <MenuChoice
        label={t('theme')}
        value={theme}
        onChange={changeTheme}
        options={[
          { value: 'system', label: t('themeSystem'), icon: <Monitor aria-hidden size={15} /> },
          { value: 'light', label: t('themeLight'), icon: <Sun aria-hidden size={15} /> },
          { value: 'dark', label: t('themeDark'), icon: <Moon aria-hidden size={15} /> },
        ]}
      />
    </Menu>
  );
}
