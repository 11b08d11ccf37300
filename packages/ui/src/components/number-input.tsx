'use client';

import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { useFieldProps } from './field';
import { controlClass } from './input';

export interface NumberInputProps extends Omit<ComponentProps<'input'>, 'type' | 'prefix'> {
  /** Before the figure: a currency. */
  prefix?: ReactNode;
  /** After the figure: a unit. */
  suffix?: ReactNode;
}

/**
 * A figure. It is text with a number's keyboard: the browser's own number field changes on the wheel,
 * refuses a comma and rounds; the schema decides what is valid.
 */
export function NumberInput({ prefix, suffix, className, ...rest }: NumberInputProps) {
  return (
    <span className="relative flex items-center">
      {prefix ? <span className="pointer-events-none absolute left-2.5 text-ink-3">{prefix}</span> : null}
      <input
        {...useFieldProps()}
        inputMode="decimal"
        autoComplete="off"
        className={clsx(controlClass, 'tabular h-8', prefix && 'pl-7', suffix && 'pr-14', className)}
        {...rest}
      />
      {suffix ? (
        <span className="pointer-events-none absolute right-2.5 max-w-12 truncate text-ink-3 text-xs">
          {suffix}
        </span>
      ) : null}
    </span>
  );
}
