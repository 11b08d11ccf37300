'use client';

import { type UseCaseListItem, useCaseReference } from '@jalon/contracts';
import { Input } from '@jalon/ui/input';
import { Select } from '@jalon/ui/select';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import type { CellEdit } from '../../hooks/use-cell-edit';
import { useRefusalText } from '../../hooks/use-refusal-text';
import { typedOf } from '../../lib/cell-edit';

export interface CellEditorProps {
  cell: CellEdit;
  /** As the list has it now, which may be later than when the cell was opened. */
  useCase: UseCaseListItem;
  /** Gives the focus back to the grid. */
  onLeave: () => void;
}

const RATINGS = ['1', '2', '3', '4', '5'];

/** The control in a cell that is edited: Enter saves, Escape leaves. What was typed stays until it is saved or left. */
export function CellEditor({ cell, useCase, onLeave }: CellEditorProps) {
  const t = useTranslations('bulk.cell');
  const columns = useTranslations('useCaseList.columns');
  const describe = useErrorText();
  const refusalText = useRefusalText();
  const note = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { open, refused, error } = cell;
  useEffect(() => frame.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  if (!open) return null;
  const { column, typed, was } = open;
  const now = typedOf(useCase, column) || t('empty');
  const text =
    refused?.code === 'STALE_VERSION'
      ? t('stale', { who: refused.who ?? '', now })
      : refused
        ? refusalText(refused)
        : error
          ? describe(error).title
          : null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      cell.leave();
      onLeave();
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      void cell.save().then((saved) => (saved ? onLeave() : undefined));
    }
  };
  const shared = {
    'aria-label': t('label', { column: columns(column), reference: useCaseReference(useCase.number) }),
    'aria-describedby': note,
    'aria-invalid': text ? true : undefined,
    value: typed,
    'aria-busy': cell.pending || undefined,
    onKeyDown,
    onChange: (event: { target: { value: string } }) => cell.type(event.target.value),
    onBlur: () => (typed === was && !cell.pending ? cell.leave() : undefined),
  };
  const isText = column === 'sponsor' || column === 'tags';
  return (
    <div ref={frame} className="w-full">
      {isText ? (
        <Input autoComplete="off" maxLength={column === 'sponsor' ? 120 : undefined} {...shared} />
      ) : (
        <Select {...shared}>
          {RATINGS.map((rating) => (
            <option key={rating} value={rating}>
              {rating}
            </option>
          ))}
        </Select>
      )}
      <p
        id={note}
        role={text ? 'alert' : undefined}
        className={clsx(
          'absolute top-full z-20 mt-0.5 w-max max-w-72 rounded-md bg-raised px-2 py-1 text-left text-xs shadow-pop',
          isText ? 'left-0' : 'right-0',
          text ? 'text-bad' : 'text-ink-2',
        )}
      >
        {text ?? t('hint')}
      </p>
    </div>
  );
}
