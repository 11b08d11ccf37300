'use client';

import type { PolicyContent } from '@jalon/contracts';
import { Section } from '@jalon/ui/section';
import { Tag } from '@jalon/ui/status';
import { useLocale, useTranslations } from 'next-intl';

/** The gate as people will read it. */
export function PolicyPreview({ content }: { content: PolicyContent }) {
  const t = useTranslations('gatePolicy');
  const review = useTranslations('review');
  const locale = useLocale();
  return (
    <Section title={t('preview')}>
      <ul className="flex flex-wrap gap-1.5">
        {content.approvals.map(({ role, count }) => (
          <li key={role}>
            <Tag>{review('needed', { role: review(`role.${role}`), given: 0, count })}</Tag>
          </li>
        ))}
      </ul>
      <ol className="mt-2 border-line border-t">
        {content.items.map((item, index) => (
          <li key={item.key} className="border-line border-b py-2">
            <p className="font-medium">{item.title[locale] || t('unnamed', { number: index + 1 })}</p>
            {item.hint?.[locale] ? <p className="text-ink-2">{item.hint[locale]}</p> : null}
            {item.choices?.length ? (
              <p className="text-ink-3">{item.choices.map(({ label }) => label[locale]).join(' · ')}</p>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
