'use client';

import { type ScopedValue, SECRET_MASK } from '@jalon/contracts';
import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** A value as it may be seen: a secret says only that it is set. */
export function VariableValue({ secret, value }: Pick<ScopedValue, 'secret' | 'value'>) {
  const t = useTranslations('variables');
  if (!secret) return value;
  return (
    <span className="inline-flex items-center gap-2 text-ink-3">
      <LockKeyhole aria-hidden size={13} />
      <span aria-hidden>{SECRET_MASK}</span>
      <span className="sr-only">{t('secretSet')}</span>
    </span>
  );
}
