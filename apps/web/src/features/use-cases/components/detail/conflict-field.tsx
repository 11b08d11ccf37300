'use client';

import { Textarea } from '@jalon/ui/textarea';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';

export type Side = 'theirs' | 'yours' | 'both';

export interface ConflictFieldProps {
  name: string;
  /** Who changed it, and when. */
  byWhom: ReactNode;
  was: string;
  theirs: string;
  yours: string;
  side: Side;
  onSide: (side: Side) => void;
  /** Both texts, being made one; null for what cannot be. */
  joined: string | null;
  onJoined: (text: string) => void;
}

/** One field that two people changed: a choice of theirs, yours or, for long texts, both. */
export function ConflictField(props: ConflictFieldProps) {
  const { name, byWhom, was, theirs, yours, side, onSide, joined, onJoined } = props;
  const t = useTranslations('useCase.conflict');
  const group = useId();
  const choice = (value: Side, label: ReactNode, text: string | null) => (
    <label
      className={clsx(
        'flex cursor-pointer items-start gap-2 rounded-md px-2.5 py-2 ring-1 ring-inset',
        side === value ? 'bg-accent-soft ring-accent' : 'ring-line hover:bg-hover',
      )}
    >
      <input
        type="radio"
        name={group}
        value={value}
        checked={side === value}
        onChange={() => onSide(value)}
        className="mt-0.5 accent-accent"
      />
      <span className="min-w-0">
        <span className="font-medium text-xs">{label}</span>
        {text === null ? null : (
          <span className="block whitespace-pre-line break-words" data-verbatim>
            {text}
          </span>
        )}
      </span>
    </label>
  );
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{name}</legend>
      <p className="mb-1.5 text-ink-2">
        <span className="text-ink-3 text-xs">{t('was')} </span>
        <span className="whitespace-pre-line break-words" data-verbatim>
          {was}
        </span>
      </p>
      <div className="grid gap-2 sm:grid-cols-2">
        {choice('theirs', byWhom ? t.rich('theirsBy', { who: () => byWhom }) : t('theirs'), theirs)}
        {choice('yours', t('yours'), yours)}
        {joined === null ? null : choice('both', t('both'), null)}
      </div>
      {side === 'both' && joined !== null ? (
        <Textarea
          aria-label={t('joined', { field: name })}
          className="mt-2"
          rows={6}
          value={joined}
          onChange={(event) => onJoined(event.currentTarget.value)}
        />
      ) : null}
    </fieldset>
  );
}
