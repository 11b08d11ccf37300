'use client';

import type { DiffLine, DiffRow } from '@jalon/contracts';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { collapseRows, type DiffPart } from '../lib/collapse-rows';

/** Two files: side by side where there is room, below each other where there is not. */
export function FileDiff({ rows, label }: { rows: readonly DiffRow[]; label: string }) {
  const t = useTranslations('revision');
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const parts = useMemo(() => collapseRows(rows, open), [rows, open]);
  const unfold = (first: number) => setOpen(new Set([...open, first]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading
    <div
      role="region"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative overflow-x-auto rounded-md font-mono text-xs leading-5 ring-1 ring-line ring-inset"
    >
      {[true, false].map((wide) => (
        <table
          key={String(wide)}
          aria-label={label}
          className={clsx('w-full border-collapse', wide ? 'hidden table-fixed lg:table' : 'lg:hidden')}
        >
          {wide ? (
            <colgroup>
              <col className="w-14" />
              <col />
              <col className="w-14" />
              <col />
            </colgroup>
          ) : null}
          <tbody>
            {parts.map((part) => (
              <Part key={`${part.kind} ${part.first}`} part={part} wide={wide}>
                {part.kind === 'FOLD' ? (
                  <button
                    type="button"
                    onClick={() => unfold(part.first)}
                    className="w-full bg-sunken px-3 py-0.5 text-left font-sans text-ink-2 hover:text-accent"
                  >
                    {t('unfold', { count: part.count })}
                  </button>
                ) : null}
              </Part>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function Part({ part, wide, children }: { part: DiffPart; wide: boolean; children: ReactNode }) {
  if (part.kind === 'FOLD') {
    return (
      <tr>
        <td colSpan={wide ? 4 : 3} className="p-0">
          {children}
        </td>
      </tr>
    );
  }
  if (!wide) return <Unified rows={part.rows} first={part.first} />;
  return part.rows.map((row, index) => {
    const { left, right } = sidesOf(row);
    const isChanged = row.kind === 'CHANGED';
    return (
      <tr key={part.first + index} className="align-top">
        <Side line={left} mark={isChanged ? 'REMOVED' : null} />
        <Side line={right} mark={isChanged ? 'ADDED' : null} />
      </tr>
    );
  });
}

type Mark = 'ADDED' | 'REMOVED';
const GROUND: Record<Mark, string> = { ADDED: 'bg-good-soft', REMOVED: 'bg-bad-soft' };
const SIGN: Record<Mark, string> = { ADDED: '+', REMOVED: '−' };

function sidesOf(row: DiffRow): { left: DiffLine | null; right: DiffLine | null } {
  if (row.kind === 'CHANGED') return row;
  return { left: { line: row.left, text: row.text }, right: { line: row.right, text: row.text } };
}

function Side({ line, mark }: { line: DiffLine | null; mark: Mark | null }) {
  if (!line) return <td colSpan={2} className="bg-sunken" />;
  return (
    <>
      <td className="tabular select-none pr-2 text-right text-ink-3">{line.line}</td>
      <Code text={line.text} mark={mark} />
    </>
  );
}

function Code({ text, mark }: { text: string; mark: Mark | null }) {
  const t = useTranslations('revision');
  return (
    <td className={clsx('break-words px-2', mark && GROUND[mark])}>
      <span aria-hidden className="mr-2 inline-block w-2 select-none text-ink-2">
        {mark ? SIGN[mark] : ''}
      </span>
      {mark ? <span className="sr-only">{t(`line.${mark}`)} </span> : null}
      <span className="whitespace-pre-wrap" data-verbatim>
        {text}
      </span>
    </td>
  );
}

/** All lines of a stretch that went, then all that came. */
function Unified({ rows, first }: { rows: readonly DiffRow[]; first: number }) {
  return inOrder(rows).map(({ line, other, text, mark }, index) => (
    <tr key={`${first} ${index}`} className="align-top">
      <td className="tabular w-8 select-none text-right text-ink-3">{mark === 'ADDED' ? '' : line}</td>
      <td className="tabular w-8 select-none text-right text-ink-3">
        {mark === 'REMOVED' ? '' : mark === 'ADDED' ? line : other}
      </td>
      <Code text={text} mark={mark} />
    </tr>
  ));
}

interface UnifiedLine extends DiffLine {
  /** Number in the other file, of an unchanged line. */
  other: number | null;
  mark: Mark | null;
}

function inOrder(rows: readonly DiffRow[]): UnifiedLine[] {
  const lines: UnifiedLine[] = [];
  let added: UnifiedLine[] = [];
  for (const row of rows) {
    if (row.kind === 'CHANGED') {
      if (row.left) lines.push({ ...row.left, other: null, mark: 'REMOVED' });
      if (row.right) added.push({ ...row.right, other: null, mark: 'ADDED' });
      continue;
    }
    lines.push(...added, { line: row.left, other: row.right, text: row.text, mark: null });
    added = [];
  }
  return [...lines, ...added];
}
