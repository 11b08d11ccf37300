'use client';

import type { JudgedUseCase } from '@jalon/contracts';
import { Fact } from '@jalon/ui/fact';
import { useTranslations } from 'next-intl';

/** Whose it is and what it is for, as it was judged. */
export function PackFacts({ judged }: { judged: JudgedUseCase }) {
  const t = useTranslations('pack');
  const gate = useTranslations('gate.evidence');
  const { businessUnit, owner, sponsor, benefitType } = judged;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 border-line border-y py-3 sm:grid-cols-4">
      <Fact name={t('unit')}>{businessUnit}</Fact>
      <Fact name={t('owner')}>{owner}</Fact>
      {sponsor ? <Fact name={t('sponsor')}>{sponsor}</Fact> : null}
      {benefitType ? (
        <Fact name={t('benefit')}>{gate(benefitType === 'REVENUE_GROWTH' ? 'revenue' : 'cost')}</Fact>
      ) : null}
    </dl>
  );
}
