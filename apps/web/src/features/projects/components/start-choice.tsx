'use client';

import type { StartFrom } from '@jalon/contracts';
import { Checkbox } from '@jalon/ui/checkbox';
import { Field } from '@jalon/ui/field';
import { Textarea } from '@jalon/ui/textarea';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/trpc/react';

const KINDS = ['SAMPLE', 'CATALOGUE', 'COMPOSE', 'EMPTY'] as const;

const STARTS: Record<(typeof KINDS)[number], StartFrom> = {
  SAMPLE: { kind: 'SAMPLE' },
  CATALOGUE: { kind: 'CATALOGUE', technologies: ['python-model', 'postgresql', 'jupyterlab'] },
  COMPOSE: { kind: 'COMPOSE', composeText: '' },
  EMPTY: { kind: 'EMPTY' },
};

export interface StartChoiceProps {
  value: StartFrom;
  onChange: (value: StartFrom) => void;
}

/** What the stack of a new project begins as. */
export function StartChoice({ value, onChange }: StartChoiceProps) {
  const t = useTranslations('project');
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-xs">{t('start')}</legend>
      <div className="divide-y divide-line border-line border-y">
        {KINDS.map((kind) => (
          <label
            key={kind}
            className={clsx(
              'flex cursor-pointer gap-3 px-2 py-2 hover:bg-hover',
              kind === value.kind && 'bg-hover',
            )}
          >
            <input
              type="radio"
              name="start"
              value={kind}
              checked={kind === value.kind}
              onChange={() => onChange(STARTS[kind])}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span>
              <span className="block font-medium">{t(`startKind.${kind}`)}</span>
              <span className="block text-ink-2">{t(`startText.${kind}`)}</span>
            </span>
          </label>
        ))}
      </div>
      {value.kind === 'CATALOGUE' ? <Technologies value={value} onChange={onChange} /> : null}
      {value.kind === 'COMPOSE' ? (
        <Field label={t('composeText')} className="mt-3">
          <Textarea
            rows={14}
            spellCheck={false}
            className="font-mono text-xs"
            value={value.composeText}
            onChange={(event) => onChange({ kind: 'COMPOSE', composeText: event.target.value })}
          />
        </Field>
      ) : null}
    </fieldset>
  );
}

function Technologies({
  value,
  onChange,
}: {
  value: Extract<StartFrom, { kind: 'CATALOGUE' }>;
  onChange: StartChoiceProps['onChange'];
}) {
  const catalogue = useQuery(useTRPC().catalogue.list.queryOptions());
  const toggle = (id: string, on: boolean) => {
    const others = value.technologies.filter((technology) => technology !== id);
    onChange({ kind: 'CATALOGUE', technologies: on ? [...others, id] : others });
  };
  return (
    <div className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
      {(catalogue.data ?? []).map((technology) => (
        <Checkbox
          key={technology.id}
          label={technology.name}
          checked={value.technologies.includes(technology.id)}
          onChange={(event) => toggle(technology.id, event.target.checked)}
        />
      ))}
    </div>
  );
}
