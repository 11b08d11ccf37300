'use client';

import type { Technology } from '@jalon/contracts';
import { Badge, Tag } from '@jalon/ui/status';
import { BrainCircuit, Database, NotebookPen, Package } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

const ICONS = { 'brain-circuit': BrainCircuit, database: Database, 'notebook-pen': NotebookPen } as const;

/** One entry: what it is and needs, what was tried, and the fragment that it adds. */
export function TechnologyEntry({ technology }: { technology: Technology }) {
  const t = useTranslations('catalogue');
  const locale = useLocale();
  const format = useFormatter();
  const Icon = ICONS[technology.icon as keyof typeof ICONS] ?? Package;
  const { resources, verified } = technology;
  return (
    <article className="grid gap-x-10 gap-y-4 py-5 lg:grid-cols-2" aria-label={technology.name}>
      <div className="flex min-w-0 flex-col gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <Icon aria-hidden size={18} className="text-ink-3" />
          <h2 className="font-semibold text-lg">{technology.name}</h2>
          {technology.trust === 'verified' ? <Badge tone="good">{t('verified')}</Badge> : null}
          <Tag>{technology.licence.name}</Tag>
        </div>
        <p data-verbatim className="max-w-prose text-ink-2">
          {technology.summary[locale]}
        </p>
        <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1">
          <Fact name={t('services')}>{technology.services.join(', ')}</Fact>
          <Fact name={t('volumes')}>
            {technology.volumes.map(({ name, path }) => `${name} → ${path}`).join(', ') || '–'}
          </Fact>
          <Fact name={t('ports')}>{technology.ports.join(', ') || '–'}</Fact>
          <Fact name={t('gateway')}>{technology.expose === null ? t('notOpened') : t('opened')}</Fact>
          <Fact name={t('resources')}>
            {t('resourcesText', { cpus: resources.cpus, memory: resources.memory })}
          </Fact>
        </dl>
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <div>
          <h3 className="label-caps">
            {t('verifiedAt', { date: format.dateTime(new Date(verified.at), { dateStyle: 'long' }) })}
          </h3>
          <ul data-verbatim className="mt-1 list-disc pl-4 marker:text-ink-3">
            {verified.how.map((how) => (
              <li key={how.en}>{how[locale]}</li>
            ))}
          </ul>
        </div>
        {technology.variables.length > 0 ? (
          <div>
            <h3 className="label-caps">{t('variables')}</h3>
            <ul className="mt-1 flex flex-col gap-0.5">
              {technology.variables.map((variable) => (
                <li key={variable.name}>
                  <span className="font-mono text-xs">{variable.name}</span>{' '}
                  <span className="text-ink-2">{variable.description[locale]}</span>
                  {variable.generate ? <span className="text-ink-3"> · {t('generated')}</span> : null}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <details>
          <summary className="w-fit rounded-sm text-accent">{t('fragment')}</summary>
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            className="mt-2 max-h-96 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs"
          >
            {technology.composeText}
          </pre>
        </details>
      </div>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
