'use client';

import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { useFieldProps } from './field';
import { controlClass } from './input';

/** Grows with what is typed, where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...useFieldProps()}
      rows={rows}
      className={clsx(controlClass, 'field-sizing-content block min-h-16 resize-y py-1.5', className)}
      {...rest}
    />
  );
}
