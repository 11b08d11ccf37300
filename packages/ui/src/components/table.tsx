import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

export interface TableProps {
  /** Said by a screen reader; what the rows are. */
  label: string;
  /** A row of HeaderCell. */
  head: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A table of 32 px rows between hairlines; wider than the page, it scrolls inside its own frame. */
export function Table({ label, head, className, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading
    <div
      role="region"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      // Positioned, so that what is hidden for the eye inside it cannot widen the page.
      className={clsx('relative w-full overflow-x-auto', className)}
    >
      <table aria-label={label} className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-line-strong border-b">{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

type CellProps<T extends 'td' | 'th'> = ComponentProps<T> & { numeric?: boolean };

export function HeaderCell({ numeric, className, ...rest }: CellProps<'th'>) {
  return (
    <th
      scope="col"
      className={clsx(
        'label-caps h-8 whitespace-nowrap px-3 first:pl-0 last:pr-0',
        numeric ? 'text-right' : 'text-left',
        className,
      )}
      {...rest}
    />
  );
}

export function Row({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr className={clsx('border-line border-b hover:bg-hover/60', className)} {...rest} />;
}

export function Cell({ numeric, className, ...rest }: CellProps<'td'>) {
  return (
    <td
      className={clsx('h-8 px-3 py-1 first:pl-0 last:pr-0', numeric && 'tabular text-right', className)}
      {...rest}
    />
  );
}
