'use client';

import { clsx } from 'clsx';
import { useId } from 'react';

const MARKS = [1, 2, 3, 4, 5];

export interface RatingProps {
  label: string;
  /** What 1 and what 5 mean. */
  ends: [string, string];
  value: number;
  onChange: (value: number) => void;
}

/** One to five, by arrow keys or by a press. */
export function Rating({ label, ends, value, onChange }: RatingProps) {
  const id = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium text-xs">{label}</legend>
      <div className="flex h-8 rounded-md ring-1 ring-control ring-inset">
        {MARKS.map((mark) => (
          <label
            key={mark}
            className={clsx(
              'tabular relative flex flex-1 cursor-pointer items-center justify-center border-line border-l first:border-0',
              'has-focus-visible:outline-2 has-focus-visible:outline-accent',
              mark === value ? 'bg-accent font-semibold text-on-accent' : 'text-ink-2 hover:bg-hover',
              mark === 1 && 'rounded-l-md',
              mark === MARKS.length && 'rounded-r-md',
            )}
          >
            <input
              type="radio"
              name={id}
              value={mark}
              checked={mark === value}
              onChange={() => onChange(mark)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            {mark}
          </label>
        ))}
      </div>
      <p className="mt-1 flex justify-between text-ink-3 text-xs">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </fieldset>
  );
}
