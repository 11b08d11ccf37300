'use client';

import { Button } from '@jalon/ui/button';
import { Section } from '@jalon/ui/section';
import { Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProject } from '@/features/projects/hooks/use-project';

const RemoveEnvironmentDialog = dynamic(
  () => import('./remove-environment-dialog').then((module) => module.RemoveEnvironmentDialog),
  { ssr: false },
);

/** The way to take an environment out of a project; its dialog says what keeps it from that. */
export function RemoveEnvironmentSection() {
  const t = useTranslations('environment');
  const { environment, may } = useProject();
  const [asking, setAsking] = useState(false);
  if (!may('environment:write')) return null;
  return (
    <Section title={t('section')} description={environment.slug}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-y py-2">
        <p className="min-w-0 flex-1 basis-72 text-ink-2">{t('sectionText')}</p>
        <Button variant="danger" icon={<Trash2 aria-hidden size={14} />} onClick={() => setAsking(true)}>
          {t('removeNamed', { environment: environment.slug })}
        </Button>
      </div>
      {asking ? <RemoveEnvironmentDialog onClose={() => setAsking(false)} /> : null}
    </Section>
  );
}
