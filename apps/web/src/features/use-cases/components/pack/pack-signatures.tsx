'use client';

import type { DecisionPack } from '@jalon/contracts';
import { formatDateTime } from '@jalon/ui/format';
import { Section } from '@jalon/ui/section';
import { useLocale, useTranslations } from 'next-intl';

interface Line {
  key: string;
  role: string;
  name: string;
  verdict: string;
  at: Date;
}

/** Who approved, in which role, and who decided; with room to sign on paper. */
export function PackSignatures({ pack }: { pack: DecisionPack }) {
  const t = useTranslations('pack');
  const review = useTranslations('review');
  const gate = useTranslations('gate');
  const locale = useLocale();
  const approvals = (pack.round?.approvals ?? []).filter(({ counts }) => counts);
  const lines: Line[] = approvals.map(({ role, by, onBehalfOf, verdict, at }) => ({
    key: `${role} ${by}`,
    role: review(`role.${role}`),
    name: onBehalfOf ? `${by} (${review('onBehalfOf', { name: onBehalfOf })})` : by,
    verdict: review(`verdict.${verdict}`),
    at: new Date(at),
  }));
  const { decidedBy, decidedAt, decision } = pack.review;
  lines.push({
    key: 'decision',
    role: t('decider'),
    name: decidedBy,
    verdict: gate(`decision.${decision}`),
    at: decidedAt,
  });
  return (
    <Section title={t('signatures')}>
      {pack.round ? (
        <p className="mb-2 text-ink-2">{t('requestedBy', { name: pack.round.requestedBy })}</p>
      ) : null}
      <div className="overflow-x-auto">
        <table className="w-full text-left">
          <thead>
            <tr className="border-line border-b text-ink-3 text-xs">
              {(['role', 'name', 'verdict', 'date', 'signature'] as const).map((column) => (
                <th key={column} scope="col" className="py-1 pr-4 font-medium">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key} className="h-10 border-line border-b">
                <td className="pr-4">{line.role}</td>
                <th scope="row" className="pr-4 font-normal">
                  {line.name}
                </th>
                <td className="pr-4">{line.verdict}</td>
                <td className="pr-4 whitespace-nowrap">{formatDateTime(line.at, locale, 'UTC')}</td>
                <td className="w-40" />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
