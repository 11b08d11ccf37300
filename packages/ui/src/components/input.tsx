'use client';

import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { useFieldProps } from './field';

/** What every control that is typed into looks like. */
export const controlClass = clsx(
  'w-full min-w-0 rounded-md bg-raised px-2.5 text-ink text-sm ring-1 ring-inset ring-control',
  'hover:ring-ink-3 focus-visible:outline-offset-0',
  'aria-invalid:ring-bad disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3',
);

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...useFieldProps()} className={clsx(controlClass, 'h-8', className)} {...rest} />;
}
