'use client';

import { useTranslations } from 'next-intl';
import { useOrigin } from '../../hooks/use-origin';

/** A call that can be pasted into a terminal as it stands. */
export function PushExample({ kpi, token }: { kpi: string; token: string }) {
  const t = useTranslations('kpiToken');
  const origin = useOrigin();
  const lines = [
    `curl -X POST ${origin}/api/v1/kpis/${kpi}/samples`,
    `-H "Authorization: Bearer ${token}"`,
    `-H "Content-Type: application/json"`,
    `-d '[{"at": "2026-01-31T18:00:00Z", "value": 28.2}]'`,
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading
    <div role="region" aria-label={t('example')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="overflow-x-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs">
        {lines.join(' \\\n  ')}
      </pre>
    </div>
  );
}
