import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

export interface SectionProps {
  title: ReactNode;
  /** One line under the title. */
  description?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A part of a page under a heading and a hairline; never a card. */
export function Section({ title, description, actions, className, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={clsx('min-w-0', className)}>
      <div className="mb-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={id} className="font-semibold text-base">
          {title}
        </h2>
        {description ? <p className="text-ink-3">{description}</p> : null}
        {actions ? <div className="ml-auto flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}
