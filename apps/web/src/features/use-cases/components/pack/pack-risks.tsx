'use client';

import type { DecisionPack } from '@jalon/contracts';
import { Section } from '@jalon/ui/section';
import { useTranslations } from 'next-intl';
import { useEvidence } from '../../hooks/use-evidence';

/** What spoke against it: the ratings, and what was open when it was decided. */
export function PackRisks({ pack }: { pack: DecisionPack }) {
  const t = useTranslations('pack');
  const evidence = useEvidence();
  const { risk, feasibility } = pack.judged;
  const open = pack.review.checklist.filter(({ state }) => state === 'NOT_MET' || state === 'NOT_AVAILABLE');
  return (
    <Section title={t('risks')}>
      <p>
        {risk === null ? '' : `${t('risk')}: ${t('of5', { value: risk })}. `}
        {feasibility === null ? '' : `${t('feasibility')}: ${t('of5', { value: feasibility })}.`}
      </p>
      {open.length === 0 ? (
        <p className="mt-1 text-ink-2">{t('nothingOpen')}</p>
      ) : (
        <>
          <h3 className="mt-2 font-medium">{t('openItems')}</h3>
          <ul className="list-disc pl-5">
            {open.map((item) => (
              <li key={item.key}>{evidence.item(item)}</li>
            ))}
          </ul>
        </>
      )}
      {pack.findings.length === 0 ? <p className="mt-1 text-ink-2">{t('noFinding')}</p> : null}
    </Section>
  );
}
