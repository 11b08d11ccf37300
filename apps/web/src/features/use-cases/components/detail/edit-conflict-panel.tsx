'use client';

import { Button } from '@jalon/ui/button';
import { Notice } from '@jalon/ui/notice';
import { RelativeTime } from '@jalon/ui/relative-time';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { EditConflict } from '../../hooks/use-edit-conflict';
import { useFieldText } from '../../hooks/use-field-text';
import { joinTexts } from '../../lib/compare-edits';
import type { EditedField } from '../../lib/edit-values';
import { ConflictField, type Side } from './conflict-field';

export interface EditConflictPanelProps {
  conflict: EditConflict;
  /** Names of people that fields hold by id. */
  people: readonly { id: string; name: string }[];
  onSettle: (chosen: Partial<Record<EditedField, unknown>>) => void;
}

/** What somebody else saved meanwhile, field by field: what was, theirs, yours; nothing that was typed is lost. */
export function EditConflictPanel({ conflict, people, onSettle }: EditConflictPanelProps) {
  const t = useTranslations('useCase.conflict');
  const { nameOf, textOf } = useFieldText(people);
  const panel = useRef<HTMLElement>(null);
  const [sides, setSides] = useState<Partial<Record<EditedField, Side>>>({});
  const [joined, setJoined] = useState<Partial<Record<EditedField, string>>>({});
  const { conflicts, taken, changedBy } = conflict;
  useEffect(() => panel.current?.focus(), []);
  const byWhom = (field: EditedField) => {
    const by = changedBy[field];
    return by ? (
      <>
        {by.name}, <RelativeTime date={by.at} />
      </>
    ) : null;
  };
  const settle = () => {
    const chosen: Partial<Record<EditedField, unknown>> = {};
    for (const { field, theirs, yours } of conflicts) {
      const side = sides[field] ?? 'yours';
      chosen[field] = side === 'both' ? joined[field] : side === 'theirs' ? theirs : yours;
    }
    onSettle(chosen);
  };
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={t('title')}
      className="flex flex-col gap-3 rounded-md outline-none ring-1 ring-line ring-inset"
    >
      <Notice tone="warn" title={t('title')}>
        {conflicts.length > 0 ? t('choose', { count: conflicts.length }) : t('noOverlap')}
      </Notice>
      <div className="flex flex-col gap-4 px-3 pb-3">
        {conflicts.map(({ field, was, theirs, yours }) => (
          <ConflictField
            key={field}
            name={nameOf(field)}
            byWhom={byWhom(field)}
            was={textOf(field, was)}
            theirs={textOf(field, theirs)}
            yours={textOf(field, yours)}
            side={sides[field] ?? 'yours'}
            onSide={(side) => {
              setSides((now) => ({ ...now, [field]: side }));
              if (side === 'both')
                setJoined((now) => ({
                  [field]: joinTexts(String(theirs ?? ''), String(yours ?? '')),
                  ...now,
                }));
            }}
            joined={
              field === 'problemStatement' || field === 'expectedOutcome' ? (joined[field] ?? '') : null
            }
            onJoined={(text) => setJoined((now) => ({ ...now, [field]: text }))}
          />
        ))}
        {taken.length > 0 ? (
          <div>
            <p className="font-medium text-xs">{t('taken')}</p>
            <ul className="mt-1 flex flex-col gap-1 text-ink-2">
              {taken.map(({ field, was, theirs }) => (
                <li key={field}>
                  <span className="text-ink">{nameOf(field)}</span>
                  {': '}
                  <del className="text-ink-3">{textOf(field, was)}</del> →{' '}
                  <ins className="no-underline">{textOf(field, theirs)}</ins>
                  {changedBy[field] ? <span className="text-ink-3"> ({byWhom(field)})</span> : null}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <div>
          <Button size="sm" variant="primary" onClick={settle}>
            {conflicts.length > 0 ? t('goOn') : t('keepMine')}
          </Button>
        </div>
      </div>
    </section>
  );
}
