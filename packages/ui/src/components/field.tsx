'use client';

import { createContext, type ReactNode, useContext, useId } from 'react';
import { useUi } from './ui-provider';

interface FieldContextValue {
  id?: string;
  describedBy?: string;
  invalid?: boolean;
  required?: boolean;
}

const FieldContext = createContext<FieldContextValue>({});

/** What a control inside a Field puts on its element, so that label, help and error belong to it. */
export function useFieldProps() {
  const field = useContext(FieldContext);
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
    'aria-required': field.required || undefined,
  };
}

export interface FieldProps {
  label: ReactNode;
  /** Help in plain words, under the label's control. */
  hint?: ReactNode;
  /** What is wrong; takes the hint's place. */
  error?: ReactNode;
  required?: boolean;
  /** Beside the label, on the right: a link, a unit. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A label, one control (Input, Select, …) and its help or error. */
export function Field({ label, hint, error, required, aside, className, children }: FieldProps) {
  const id = useId();
  const { labels } = useUi();
  const note = error ?? hint;
  const value = { id, describedBy: note ? `${id}-note` : undefined, invalid: Boolean(error), required };
  return (
    <div className={className}>
      <div className="mb-1 flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="font-medium text-ink text-xs">
          {label}
          {required ? (
            <span className="text-ink-3" title={labels.required} aria-hidden>
              {' *'}
            </span>
          ) : null}
        </label>
        {aside ? <span className="text-ink-3 text-xs">{aside}</span> : null}
      </div>
      <FieldContext value={value}>{children}</FieldContext>
      {note ? (
        <p
          id={`${id}-note`}
          role={error ? 'alert' : undefined}
          className={`mt-1 text-xs ${error ? 'text-bad' : 'text-ink-3'}`}
        >
          {note}
        </p>
      ) : null}
    </div>
  );
}
